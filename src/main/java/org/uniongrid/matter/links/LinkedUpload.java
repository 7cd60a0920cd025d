package org.uniongrid.matter.links;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uniongrid.access.UnsignedUpload;

/** Whoever has proven their phone sends papers with the step that their link opens. */
@Component
class LinkedUpload implements UnsignedUpload {

    private static final Pattern ACT = Pattern.compile(LinkedTaskController.PATH + "/([^/]+)/act/[a-z-]+");

    private final LinkedTask linked;

    LinkedUpload(LinkedTask linked) {
        this.linked = linked;
    }

    @Override
    public boolean isProven(HttpServletRequest request) {
        var path = ACT.matcher(request.getRequestURI());
        var proof = proof(request);
        if (!path.matches() || proof.isEmpty()) return false;
        return linked.open(path.group(1))
                .filter(opened -> linked.isProven(opened, proof.get()))
                .isPresent();
    }

    private static Optional<String> proof(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(LinkedTaskController.PROOF))
                .map(Cookie::getValue)
                .findFirst();
    }
}

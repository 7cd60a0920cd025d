package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What a monitor must show to read the figures of the process: the text in {@code keys/metrics-token} of the data
 * folder, made up on the first start.
 */
@Component
class MetricsToken {

    private final String expected;

    MetricsToken(@Value("${uniongrid.data:data}") Path data) throws IOException {
        var file = data.resolve("keys").resolve("metrics-token");
        if (!Files.exists(file)) write(file);
        expected = "Bearer " + Files.readString(file).strip();
    }

    boolean isShownBy(HttpServletRequest request) {
        var shown = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return MessageDigest.isEqual(bytes(expected), bytes(shown));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(file.getParent(), "new", ".tmp");
        Files.writeString(draft, random());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package org.uniongrid.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uniongrid.web.Programs;

/**
 * Takes files only from those who are signed in or proven otherwise, and few at once. An upload stays in memory and is read before anything
 * else looks at the request, so a crowd of them could take all memory there is.
 */
@Component
@Order(UploadGate.AFTER_SESSIONS_BEFORE_SECURITY)
class UploadGate extends OncePerRequestFilter {

    static final int AFTER_SESSIONS_BEFORE_SECURITY = -200;
    private static final int SECONDS = 30;

    private final Semaphore places =
            new Semaphore(Math.max(2, (int) (Runtime.getRuntime().maxMemory() / (96 << 20))));

    private final ObjectProvider<UnsignedUpload> otherwise;

    UploadGate(ObjectProvider<UnsignedUpload> otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Programs.ask(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (!isKnown(request)) {
            response.sendRedirect("/sign-in");
            return;
        }
        if (!comesIn()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean isKnown(HttpServletRequest request) {
        return AccountInSession.isOpen(request.getSession(false))
                || otherwise.stream().anyMatch(way -> way.isProven(request));
    }

    private boolean comesIn() {
        try {
            return places.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}

package org.uniongrid.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Only scripts that carry this page's nonce run, nothing is styled inline, nobody frames us. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentPolicy extends OncePerRequestFilter {

    static final String NONCE = ContentPolicy.class.getName();

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", of(nonce));
        chain.doFilter(request, response);
    }

    static String of(String nonce) {
        return "default-src 'self'; script-src 'nonce-" + nonce
                + "'; style-src 'self'; img-src 'self' data:; worker-src 'self'; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}

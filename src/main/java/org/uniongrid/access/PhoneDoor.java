package org.uniongrid.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** The pages of workers: whoever has no worker's session is led to the sign-in by phone and back, cadres too. */
final class PhoneDoor {

    /** What must be there before a sign-in: the page itself, and what a phone keeps to show without a network. */
    static final String[] OPEN = {
        WorkerSession.SIGN_IN,
        WorkerSession.SIGN_IN + "/**",
        "/m/manifest.webmanifest",
        "/m/sw.js",
        "/m/offline",
        "/m/offline/**"
    };

    static final String[] WORKERS = {WorkerSession.HOME, WorkerSession.HOME + "/**"};

    private static final CookieRequestCache ASKED = new CookieRequestCache();
    private static final AccessDeniedHandlerImpl DENIED = new AccessDeniedHandlerImpl();

    private PhoneDoor() {}

    static void lead(ExceptionHandlingConfigurer<HttpSecurity> refused) {
        var phone = new LoginUrlAuthenticationEntryPoint(WorkerSession.SIGN_IN);
        var desk = new LoginUrlAuthenticationEntryPoint("/sign-in");
        refused.authenticationEntryPoint((request, response, why) ->
                        (isOfWorkers(request) ? phone : desk).commence(request, response, why))
                .accessDeniedHandler(PhoneDoor::denied);
    }

    /** A cadre may sign in by phone too. A form that waited too long is refused as everywhere. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (refused instanceof CsrfException || !isOfWorkers(request)) DENIED.handle(request, response, refused);
        else {
            if (request.getMethod().equals("GET")) ASKED.saveRequest(request, response);
            response.sendRedirect(WorkerSession.SIGN_IN);
        }
    }

    private static boolean isOfWorkers(HttpServletRequest request) {
        return WorkerSession.isOfWorkers(request.getServletPath());
    }
}

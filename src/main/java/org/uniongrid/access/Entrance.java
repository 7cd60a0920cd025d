package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Component;

/**
 * Opens a session: at once where the password is enough, otherwise when the second step is done. Until then the session
 * is half open and reaches nothing but the page that asks for the code.
 */
@Component
public class Entrance implements AuthenticationSuccessHandler {

    /** Where the code is asked for. */
    public static final String CODE = "/sign-in/code";
    /** Where whoever must have a second factor and has none sets one up. */
    public static final String ENROL = "/sign-in/second-factor";

    private static final Duration HALF_OPEN = Duration.ofMinutes(10);
    private static final Duration KNOWN = Duration.ofDays(180);

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final KnownDevices devices;
    private final CookieRequestCache asked = new CookieRequestCache();

    Entrance(Accounts accounts, PasswordPolicy policy, KnownDevices devices) {
        this.accounts = accounts;
        this.policy = policy;
        this.devices = devices;
    }

    /** After the password. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var account = accounts.byId(UUID.fromString(authentication.getName())).orElseThrow();
        if (account.needsSecondStep()) {
            request.getSession().setMaxInactiveInterval((int) HALF_OPEN.toSeconds());
            response.sendRedirect(secondStep(account));
        } else response.sendRedirect(open(account, request, response));
    }

    /** Where a half open session must go. */
    static String secondStep(Account account) {
        return account.secondFactor() ? CODE : ENROL;
    }

    /** Whether all steps are done in the session of this request. */
    public static boolean isOpen(HttpServletRequest request) {
        return AccountInSession.isOpen(request.getSession(false));
    }

    /** Opens the session of this request in full, under a new id; says where to go on. */
    public String open(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var session = request.getSession();
        session.setMaxInactiveInterval((int) policy.idle().toSeconds());
        session.setAttribute(AccountInSession.OPENED, UUID.randomUUID().toString());
        session.setAttribute(AccountInSession.DEVICE, Client.device(request).text());
        session.setAttribute(AccountInSession.ADDRESS, request.getRemoteAddr());
        accounts.signedIn(account.id());
        remember(account, request, response);
        var saved = asked.getRequest(request, response);
        if (saved == null) return "/";
        asked.removeRequest(request, response);
        return local(saved.getRedirectUrl());
    }

    /** A cookie says where: a page of ours, on whatever host it claims. */
    static String local(String address) {
        var path = localPath(address);
        return path.startsWith("/sign-in/") || WorkerSession.isOfWorkers(path) ? "/" : path;
    }

    static String localPath(String address) {
        var path = address.replaceFirst("^https?://[^/?#]*", "");
        return path.matches("/(?![/\\\\])[!-~&&[^{}\\\\]]*") ? path : "/";
    }

    private void remember(Account account, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Client.COOKIE, devices.remember(account, Client.of(request)))
                .path("/")
                .maxAge(KNOWN)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session: out of reach of scripts and of other sites. Over HTTPS its name begins with {@code __Host-},
 * so that no neighbouring host can plant one.
 */
@Component
class SessionCookie implements CookieSerializer {

    /** Browsers keep none longer; a session that is not used ends before, on our side. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final String KEEP = SessionCookie.class.getName() + ".keep";

    private final DefaultCookieSerializer plain = serializer("ug_session", false);
    private final DefaultCookieSerializer secure = serializer("__Host-ug_session", true);

    private static DefaultCookieSerializer serializer(String name, boolean secure) {
        var serializer = new DefaultCookieSerializer();
        serializer.setCookieName(name);
        serializer.setCookiePath("/");
        serializer.setUseSecureCookie(secure);
        serializer.setUseHttpOnlyCookie(true);
        serializer.setSameSite("Lax");
        return serializer;
    }

    /** The session that this request opens goes on when the browser was closed. */
    static void keepAfterClosing(HttpServletRequest request) {
        request.setAttribute(KEEP, true);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (value.getRequest().getAttribute(KEEP) != null
                && !value.getCookieValue().isEmpty()) value.setCookieMaxAge((int) LONGEST.toSeconds());
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    private DefaultCookieSerializer of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }
}

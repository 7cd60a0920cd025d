package org.uniongrid.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Which requests come from other systems: they are answered in JSON whatever they accept, and need no cookie. */
public final class Programs {

    /** All that other systems read stands below it. */
    public static final String ROOT = "/api/v1";

    private static final AcceptHeaderLocaleResolver LANGUAGE = new AcceptHeaderLocaleResolver();

    static {
        LANGUAGE.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        LANGUAGE.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    }

    private Programs() {}

    public static boolean ask(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** The language that a program asks for by {@code Accept-Language}. */
    static Locale language(HttpServletRequest request) {
        return LANGUAGE.resolveLocale(request);
    }
}

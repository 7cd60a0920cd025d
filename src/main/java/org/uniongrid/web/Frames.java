package org.uniongrid.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import org.uniongrid.foundation.Actor;

/** Draws up the {@link Frame} of the page that answers a request. */
@Component
class Frames {

    private final Menu menu;
    private final ObjectProvider<Bell> bell;
    private final Assets assets;

    Frames(Menu menu, ObjectProvider<Bell> bell, Assets assets) {
        this.menu = menu;
        this.bell = bell;
        this.assets = assets;
    }

    Frame around(HttpServletRequest request, HttpServletResponse response) {
        var actor = (Actor) request.getAttribute(Actor.class.getName());
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                actor,
                menu.of(actor),
                pathOf(request),
                themeOf(request),
                requireNonNullElse((String) request.getAttribute(ContentPolicy.NONCE), ""),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                unread(actor),
                toastFor(request),
                requireNonNullElse((String) request.getAttribute(RequestId.NAME), ""),
                assets,
                isElder(request));
    }

    private @Nullable Integer unread(@Nullable Actor actor) {
        var rung = bell.getIfAvailable();
        return actor == null || rung == null ? null : rung.unread(actor);
    }

    /** What a form was posted to cannot be opened again, so there it is the page that the form stood on. */
    private static String pathOf(HttpServletRequest request) {
        var referer = request.getHeader(HttpHeaders.REFERER);
        if (request.getMethod().equals("POST") && referer != null) return pathIn(referer);
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) return failed;
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static String pathIn(String referer) {
        var path = referer.replaceFirst("^https?://[^/]*", "");
        return path.startsWith("/") && !path.startsWith("//") ? path : "/";
    }

    private static String themeOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, Preferences.THEME);
        return cookie == null || !Preferences.THEMES.contains(cookie.getValue()) ? "auto" : cookie.getValue();
    }

    private static boolean isElder(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, Preferences.ELDER);
        return cookie != null && cookie.getValue().equals("true");
    }

    private static @Nullable Toast toastFor(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        var found = flash == null ? null : flash.get(Toast.NAME);
        if (found instanceof String text) return new Toast(text, List.of());
        return found == null ? leftFor(request) : (Toast) found;
    }

    /** A part of a page that htmx takes would lose it. */
    private static @Nullable Toast leftFor(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null || request.getHeader("HX-Request") != null ? null : Toast.left(session);
    }
}

package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Unaudited;

/** Language, light or dark, and the size of type on the phone, remembered by this browser. */
@Controller
class Preferences {

    static final String LANGUAGE = "ug_lang";
    static final String THEME = "ug_theme";
    static final String ELDER = "ug_elder";
    static final Set<String> THEMES = Set.of("auto", "light", "dark");
    static final List<String> LANGUAGES = List.of("zh-CN", "en");

    @PostMapping("/preferences/language")
    @Open("also asked before sign-in; changes nothing but a cookie")
    @Unaudited("changes nothing but a cookie of this browser")
    String language(
            @RequestParam String language, @RequestParam String back, HttpServletRequest in, HttpServletResponse out) {
        if (LANGUAGES.contains(language)) remember(LANGUAGE, language, in, out);
        return "redirect:" + local(back);
    }

    @PostMapping("/preferences/theme")
    @Open("also asked before sign-in; changes nothing but a cookie")
    @Unaudited("changes nothing but a cookie of this browser")
    String theme(
            @RequestParam String theme, @RequestParam String back, HttpServletRequest in, HttpServletResponse out) {
        if (THEMES.contains(theme)) remember(THEME, theme, in, out);
        return "redirect:" + local(back);
    }

    @PostMapping("/preferences/elder")
    @Open("also asked before sign-in; changes nothing but a cookie")
    @Unaudited("changes nothing but a cookie of this browser")
    String elder(
            @RequestParam boolean elder, @RequestParam String back, HttpServletRequest in, HttpServletResponse out) {
        remember(ELDER, String.valueOf(elder), in, out);
        return "redirect:" + local(back);
    }

    private static void remember(String name, String value, HttpServletRequest in, HttpServletResponse out) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(in.isSecure())
                .sameSite("Lax")
                .build();
        out.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Only an address of ours: one slash at the start, no second, no backslash; nothing that browsers or Spring read otherwise. */
    private static String local(String back) {
        return back.matches("/(?![/\\\\])[!-~&&[^{}]]*") ? back : "/";
    }
}

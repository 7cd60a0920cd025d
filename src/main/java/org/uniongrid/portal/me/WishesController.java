package org.uniongrid.portal.me;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Ways;
import org.uniongrid.notice.WishForm;
import org.uniongrid.web.Toast;

/** How a worker wishes to be told, and when they may safely be called or written to. */
@Controller
@RequestMapping("/m/me/contact")
class WishesController {

    private static final String VIEW = "portal/me/contact";

    private final NoticePreferences preferences;
    private final Ways ways;
    private final QuietHours usual;

    WishesController(NoticePreferences preferences, Ways ways, QuietHours usual) {
        this.preferences = preferences;
        this.ways = ways;
        this.usual = usual;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    String form(Actor actor, Model model) {
        model.addAttribute("form", WishForm.of(preferences.of(actor), usual));
        model.addAllAttributes(around(actor));
        return VIEW;
    }

    @PostMapping
    @Permission(Actor.WORKER)
    @Unaudited("one's own wishes how to be told")
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = WishForm.check(typed);
        if (form.isWrong()) return form.again(VIEW, around(actor));
        preferences.keep(actor, WishForm.read(form, usual, form.has("inbox-only", "true")));
        Toast.after(next, "portal.contact.kept");
        return new ModelAndView("redirect:/m/me");
    }

    private Map<String, Object> around(Actor actor) {
        return Map.of("ways", ways.of(actor));
    }
}

package org.uniongrid.notice.inbox;

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
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Ways;
import org.uniongrid.notice.WishForm;
import org.uniongrid.web.Toast;

/** By which wires somebody wishes to be told, in which language, and when not. */
@Controller
@RequestMapping("/notices/preferences")
class PreferencesController {

    private static final String VIEW = "notice/inbox/preferences";

    private final NoticePreferences preferences;
    private final Ways ways;
    private final QuietHours usual;
    private final TestMessage test;

    PreferencesController(NoticePreferences preferences, Ways ways, QuietHours usual, TestMessage test) {
        this.preferences = preferences;
        this.ways = ways;
        this.usual = usual;
        this.test = test;
    }

    @GetMapping
    @SignedIn("one's own preferences")
    String form(Actor actor, Model model) {
        model.addAttribute("form", WishForm.of(preferences.of(actor), usual));
        model.addAllAttributes(around(actor));
        return VIEW;
    }

    @PostMapping
    @SignedIn("one's own preferences")
    @Unaudited("one's own wishes how to be told")
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = WishForm.check(typed);
        if (form.isWrong()) return form.again(VIEW, around(actor));
        preferences.keep(actor, WishForm.read(form, usual, preferences.of(actor).inboxOnly()));
        Toast.after(next, "notices.preferences.kept");
        return new ModelAndView("redirect:/notices/preferences");
    }

    @PostMapping("/test")
    @SignedIn("a test message to oneself")
    @Unaudited("sends a notice to oneself")
    String test(Actor actor, RedirectAttributes next) {
        try {
            test.send(actor);
            Toast.after(next, "notices.test.sent");
        } catch (RuleBroken broken) {
            next.addFlashAttribute("refused", broken.rule().key());
        }
        return "redirect:/notices/preferences";
    }

    private Map<String, Object> around(Actor actor) {
        return Map.of("ways", ways.of(actor));
    }
}

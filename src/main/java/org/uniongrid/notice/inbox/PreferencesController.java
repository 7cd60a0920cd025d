package org.uniongrid.notice.inbox;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.NoticePreference;
import org.uniongrid.notice.NoticePreferences;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Wire;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** By which wires somebody wishes to be told, in which language, and when not. */
@Controller
@RequestMapping("/notices/preferences")
class PreferencesController {

    private static final String VIEW = "notice/inbox/preferences";
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private final NoticePreferences preferences;
    private final Recipients recipients;
    private final List<Wire> wires;
    private final QuietHours usual;
    private final TestMessage test;

    PreferencesController(
            NoticePreferences preferences,
            Recipients recipients,
            List<Wire> wires,
            QuietHours usual,
            TestMessage test) {
        this.preferences = preferences;
        this.recipients = recipients;
        this.wires = wires;
        this.usual = usual;
        this.test = test;
    }

    /** A wire as its reader knows it: where it leads, masked, or null where nothing is known. */
    public record Way(
            Channel channel, boolean real, @Nullable String to) {}

    @GetMapping
    @SignedIn("one's own preferences")
    String form(Actor actor, Model model) {
        var wish = preferences.of(actor);
        var hours = wish.quietFrom() == null ? usual : wish.quietHours(usual);
        var form = Form.blank()
                .with("email", wish.email())
                .with("sms", wish.sms())
                .with("wechat", wish.wechat())
                .with("language", wish.language())
                .with("quiet", wish.quiet())
                .with("from", hours.from())
                .with("to", hours.to());
        model.addAttribute("form", form);
        model.addAllAttributes(around(actor));
        return VIEW;
    }

    @PostMapping
    @SignedIn("one's own preferences")
    @Unaudited("one's own wishes how to be told")
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var from = time(typed.getFirst("from"));
        var to = time(typed.getFirst("to"));
        var form = Form.of(typed)
                .check("language", LANGUAGES.contains(typed.getFirst("language")), "notices.preferences.language.wrong")
                .check("from", from != null, "notices.preferences.time.wrong")
                .check("to", to != null, "notices.preferences.time.wrong")
                .check("to", from == null || !from.equals(to), "notices.preferences.time.same");
        if (from == null || to == null || form.isWrong()) return form.again(VIEW, around(actor));
        var house = usual.equals(new QuietHours(from, to));
        preferences.keep(
                actor,
                new NoticePreference(
                        form.value("language"),
                        form.has("email", "true"),
                        form.has("sms", "true"),
                        form.has("wechat", "true"),
                        form.has("quiet", "true"),
                        house ? null : from,
                        house ? null : to));
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
        var ways = new ArrayList<Way>();
        for (var wire : wires) {
            var to = recipients.find(wire.channel(), actor.personId()).map(Recipients::masked);
            ways.add(new Way(wire.channel(), wire.isReal(), to.orElse(null)));
        }
        return Map.of("ways", ways);
    }

    private static @Nullable LocalTime time(@Nullable String typed) {
        try {
            return typed == null ? null : LocalTime.parse(typed);
        } catch (DateTimeException wrong) {
            return null;
        }
    }
}

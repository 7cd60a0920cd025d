package org.uniongrid.access.webhooks;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The security administrator's pages of webhooks. First of which union one is told is chosen, then the rest filled in. */
@Controller
@RequestMapping("/access/webhooks")
class WebhooksController {

    private static final String FORM = "access/webhooks/form";
    private static final String READ = "access.webhook.read";
    private static final String KEEP = "access.webhook.keep";

    private final Hooks hooks;
    private final HookDesk desk;
    private final UnitDirectory units;

    WebhooksController(Hooks hooks, HookDesk desk, UnitDirectory units) {
        this.hooks = hooks;
        this.desk = desk;
        this.units = units;
    }

    @GetMapping
    @Permission(READ)
    String all(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute("page", hooks.page(actor.reach(READ), Cursor.of(after.orElse(null), before.orElse(null))));
        return "access/webhooks/list";
    }

    @GetMapping("/{id}")
    @Permission(READ)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach(READ);
        var hook = hooks.find(reach, id).orElseThrow(() -> new NoSuchElementException("webhook"));
        model.addAttribute("hook", hook);
        model.addAttribute("deliveries", hooks.latest(reach, hook));
        return "access/webhooks/hook";
    }

    @GetMapping("/new")
    @Permission(KEEP)
    ModelAndView ask(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> unit,
            @RequestParam Optional<String> reach) {
        if (unit.isEmpty() && reach.filter("CELL"::equals).isEmpty()) {
            var words = q.map(String::strip).orElse("");
            return new ModelAndView("access/webhooks/choose")
                    .addObject("q", words)
                    .addObject("found", units.withWords(words, actor.reach(KEEP)));
        }
        var form = Form.blank().with("id", TypedKey.fresh()).with("unit", unit.orElse(null));
        return new ModelAndView(FORM, parts(actor, form)).addObject("form", form);
    }

    private Map<String, Object> parts(Actor actor, Form form) {
        var parts = new HashMap<String, Object>(Map.of("kinds", desk.kinds()));
        TypedKey.uuid(form.value("unit"))
                .map(unit -> units.find(unit, actor.reach(KEEP)))
                .ifPresent(unit -> parts.put("unit", unit));
        return parts;
    }

    @PostMapping
    @Permission(KEEP)
    ModelAndView make(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = TypedHook.checked(Form.of(typed));
        var parts = parts(actor, form);
        if (form.isWrong()) return form.again(FORM, parts);
        try {
            var wanted = TypedHook.read(form);
            var made = desk.make(actor, wanted);
            if (made.isPresent()) return once(made.get(), "webhook.made");
            Toast.after(next, "webhook.made-before");
            return to(wanted.id());
        } catch (RuleBroken broken) {
            return TypedHook.broken(form, broken).again(FORM, parts);
        }
    }

    /** The secret stands in this answer and nowhere else, so that it is shown once. */
    private static ModelAndView once(HookDesk.Made made, String title) {
        return new ModelAndView("access/webhooks/once")
                .addObject("title", title)
                .addObject("hook", made.hook())
                .addObject("secret", made.secret());
    }

    @PostMapping("/{id}/rotate")
    @Permission(KEEP)
    ModelAndView rotate(Actor actor, @PathVariable UUID id) {
        return once(desk.rotate(actor, id), "webhook.rotated");
    }

    @PostMapping("/{id}/pause")
    @Permission(KEEP)
    ModelAndView pause(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.pause(actor, id);
        Toast.after(next, "webhook.paused");
        return to(id);
    }

    @PostMapping("/{id}/resume")
    @Permission(KEEP)
    ModelAndView resume(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.resume(actor, id);
        Toast.after(next, "webhook.resumed");
        return to(id);
    }

    @PostMapping("/{id}/end")
    @Permission(KEEP)
    ModelAndView end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.end(actor, id);
        Toast.after(next, "webhook.ended");
        return to(id);
    }

    @PostMapping("/{id}/test")
    @Permission(KEEP)
    ModelAndView test(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.test(actor, id);
        Toast.after(next, "webhook.tested");
        return to(id);
    }

    @PostMapping("/deliveries/{id}/again")
    @Permission(KEEP)
    ModelAndView again(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        var hook = desk.again(actor, id);
        Toast.after(next, "webhook.sent-again");
        return to(hook);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/access/webhooks/" + id);
    }
}

package org.uniongrid.notice.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.NoticeRule;
import org.uniongrid.notice.Templates;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** For the system administrator: how the wires are, what was sent and what is in doubt. */
@Controller
@RequestMapping("/notice/deliveries")
class DeliveriesController {

    private static final String READ = "notice.delivery.read";

    private final DeliveryList deliveries;
    private final WireList wires;
    private final DeliveryDesk desk;
    private final Templates templates;
    private final MessageSource messages;

    DeliveriesController(
            DeliveryList deliveries, WireList wires, DeliveryDesk desk, Templates templates, MessageSource messages) {
        this.deliveries = deliveries;
        this.wires = wires;
        this.desk = desk;
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping
    @Permission("notice.delivery.read")
    String list(
            Actor actor,
            @RequestParam Optional<State> state,
            @RequestParam Optional<Channel> wire,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Locale locale,
            Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", deliveries.page(actor.reach(READ), state.orElse(null), wire.orElse(null), cursor));
        model.addAttribute("wires", wires.all(actor.reach(READ)));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute("wire", wire.orElse(null));
        model.addAttribute("titles", new Titles(templates, messages, locale));
        return "notice/delivery/list";
    }

    @GetMapping("/{id}")
    @Permission("notice.delivery.read")
    String one(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        model.addAllAttributes(around(actor, id, locale));
        model.addAttribute("form", Form.blank());
        return "notice/delivery/one";
    }

    @PostMapping("/{id}/retry")
    @Permission("notice.delivery.retry")
    ModelAndView retry(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> reason,
            Locale locale,
            RedirectAttributes next) {
        return decide(actor, id, reason, locale, next, "deliveries.retried", desk::sendAgain);
    }

    @PostMapping("/{id}/drop")
    @Permission("notice.delivery.retry")
    ModelAndView drop(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> reason,
            Locale locale,
            RedirectAttributes next) {
        return decide(actor, id, reason, locale, next, "deliveries.dropped", desk::drop);
    }

    private interface Decision {
        void take(Actor actor, UUID id, String reason);
    }

    private ModelAndView decide(
            Actor actor,
            UUID id,
            Optional<String> reason,
            Locale locale,
            RedirectAttributes next,
            String done,
            Decision decision) {
        try {
            decision.take(actor, id, reason.orElse(""));
        } catch (RuleBroken broken) {
            var field = broken.rule() == NoticeRule.A_DECISION_HAS_A_REASON ? "reason" : Form.WHOLE;
            return Form.blank()
                    .with("reason", reason.orElse(""))
                    .broken(field, broken)
                    .again("notice/delivery/one", around(actor, id, locale));
        }
        Toast.after(next, done);
        return new ModelAndView("redirect:/notice/deliveries/" + id);
    }

    private Map<String, Object> around(Actor actor, UUID id, Locale locale) {
        return Map.of(
                "row", deliveries.find(actor.reach(READ), id),
                "titles", new Titles(templates, messages, locale),
                "mayDecide", actor.may(DeliveryDesk.PERMISSION));
    }

    /** What notices are called, by their neutral titles, and in words why one was not sent. */
    public record Titles(Templates templates, MessageSource messages, Locale locale) {

        public String of(String kind) {
            return templates.title(kind, locale);
        }

        /** The provider's own code where we have no words for it. */
        public @Nullable String trouble(@Nullable String code) {
            return code == null ? null : messages.getMessage("deliveries.trouble." + code, null, code, locale);
        }
    }
}

package org.uniongrid.structure.consent;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.structure.PreparedOrders;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** From the form of a change that its writer may not decide alone, to the matter in which its consent is asked for. */
@Controller
@RequestMapping("/structure/units/{id}/{kind}/consent")
class ConsentController {

    private static final String PAGE = "structure/consent/ask";
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_NOTE = 1_000;

    private final PreparedOrders orders;
    private final ConsentDesk desk;
    private final MessageSource messages;

    ConsentController(PreparedOrders orders, ConsentDesk desk, MessageSource messages) {
        this.orders = orders;
        this.desk = desk;
        this.messages = messages;
    }

    /** Who would be asked for what. */
    @PostMapping("/preview")
    @Permission("organisation.unit.restructure")
    @Unaudited("shows what would be asked and writes nothing")
    ModelAndView preview(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        try {
            var read = read(actor, kind, id, form);
            var page = new ModelAndView(PAGE, parts(kind, id)).addObject("form", read.form());
            return read.order()
                    .map(order -> page.addObject("order", order))
                    .orElseGet(() -> read.form().again(PAGE, parts(kind, id)));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(kind, id));
        }
    }

    @PostMapping
    @Permission("organisation.unit.restructure")
    ModelAndView ask(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        var form = Form.of(typed);
        try {
            var read = read(actor, kind, id, form);
            if (read.order().isEmpty()) return read.form().again(PAGE, parts(kind, id));
            var order = read.order().get();
            var note = form.value("note").strip();
            var checked = form.check("note", note.length() <= LONGEST_NOTE, "structure.too-long", LONGEST_NOTE);
            if (checked.isWrong()) return checked.again(PAGE, parts(kind, id)).addObject("order", order);
            var words = note.isEmpty() ? order.reason() : order.reason() + "\n\n" + note;
            var matter = desk.ask(actor, order, title(order, locale), words, TypedKey.of(form.value("key")));
            Toast.after(next, "structure.consent.asked", order.askedName());
            return new ModelAndView("redirect:/matters/" + matter);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(kind, id));
        }
    }

    private PreparedOrders.Read read(Actor actor, String kind, UUID id, Form form) {
        if (!actor.may("matter.ask")) throw new NotPermitted("matter.ask");
        return orders.read(actor, kind, id, form);
    }

    private String title(PreparedOrders.Prepared order, Locale locale) {
        var kind = messages.getMessage(order.kind(), null, locale);
        var title = messages.getMessage("structure.consent.title", new Object[] {kind, order.subject()}, locale);
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static Map<String, Object> parts(String kind, UUID unit) {
        return Map.of("here", "/structure/units/" + unit + "/" + kind);
    }
}

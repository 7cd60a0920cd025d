package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** Addresses of changes to a unit: the form of each kind, its rehearsal, and the decision. */
@Controller
@RequestMapping("/structure/units/{id}/{kind}")
class OrdersController {

    private static final String FORM = "structure/changes/order";
    private static final String PREVIEW = "structure/changes/preview";

    /** What whoever may not decide it alone is refused by: another unit may be asked for its consent. */
    private static final Set<Rule> ASK_ANOTHER = Set.of(
            StructureRule.WHO_CHANGES_A_UNIT_REACHES_THE_ONE_ABOVE,
            StructureRule.NOBODY_MOVES_A_UNIT_OUT_OF_THEIR_REACH);

    private final OrderForms forms;
    private final OrderReader reader;
    private final ChangeDesk desk;
    private final Clock clock;

    OrdersController(OrderForms forms, OrderReader reader, ChangeDesk desk, Clock clock) {
        this.forms = forms;
        this.reader = reader;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @Permission("organisation.unit.restructure")
    ModelAndView blank(
            Actor actor, @PathVariable UUID id, @PathVariable String kind, @RequestParam Optional<String> q) {
        var form = Form.blank()
                .with("day", LocalDate.now(clock))
                .with("key", TypedKey.fresh())
                .with("q", q.orElse(""));
        var parts = parts(actor, ChangeKind.at(kind), id, form);
        return new ModelAndView(FORM, parts).addObject("form", form.with("name", prefilled(kind, parts)));
    }

    private static String prefilled(String kind, Map<String, Object> parts) {
        return kind.equals("rename") && parts.get("offer") instanceof OrderForm offer
                ? offer.unit().name()
                : "";
    }

    /** What it would do; or the form again, where something is to be looked for or mended. */
    @PostMapping("/preview")
    @Permission("organisation.unit.restructure")
    @Unaudited("rehearses and writes nothing")
    ModelAndView preview(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed) {
        var what = ChangeKind.at(kind);
        var form = Form.of(typed);
        if (typed.containsKey("find") || typed.containsKey("edit"))
            return new ModelAndView(FORM, parts(actor, what, id, form)).addObject("form", form);
        try {
            var read = reader.within(actor, what, id, form);
            if (read.order().isEmpty()) return read.form().again(FORM, parts(actor, what, id, form));
            var rehearsal = desk.rehearse(actor, read.order().get());
            return shown(actor, what, id, form, rehearsal, List.of());
        } catch (RuleBroken broken) {
            return refused(actor, what, id, form, broken);
        }
    }

    @PostMapping
    @Permission("organisation.unit.restructure")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var what = ChangeKind.at(kind);
        var form = Form.of(typed);
        try {
            var read = reader.within(actor, what, id, form);
            if (read.order().isEmpty()) return read.form().again(FORM, parts(actor, what, id, form));
            var outcome = desk.confirm(
                    actor, read.order().get(), Basis.read(form.value("basis")), TypedKey.of(form.value("key")), null);
            return switch (outcome) {
                case ChangeDesk.Confirmed done -> {
                    Toast.after(next, "structure.decided." + what.path());
                    yield new ModelAndView("redirect:/structure/changes/" + done.change());
                }
                case ChangeDesk.Refused refused ->
                    form.again(
                            PREVIEW,
                            shown(actor, what, id, form, refused.anew(), refused.changed())
                                    .getModel());
            };
        } catch (RuleBroken broken) {
            return refused(actor, what, id, form, broken);
        }
    }

    private ModelAndView refused(Actor actor, ChangeKind kind, UUID id, Form form, RuleBroken broken) {
        return form.broken(Form.WHOLE, broken)
                .again(FORM, parts(actor, kind, id, form))
                .addObject("mayAsk", actor.may("matter.ask") && ASK_ANOTHER.contains(broken.rule()));
    }

    private ModelAndView shown(
            Actor actor, ChangeKind kind, UUID id, Form form, Rehearsal rehearsal, List<Basis.Part> changed) {
        return new ModelAndView(PREVIEW, parts(actor, kind, id, form))
                .addObject("form", form)
                .addObject("rehearsal", rehearsal)
                .addObject("changed", changed);
    }

    private Map<String, Object> parts(Actor actor, ChangeKind kind, UUID id, Form form) {
        var chosen = OrderReader.CHOICES.stream()
                .flatMap(field -> OrderReader.chosen(form, field).stream())
                .distinct()
                .toList();
        var parts = new HashMap<String, Object>();
        parts.put("offer", forms.of(kind, id, form.value("q"), chosen, actor.reach(PERMISSION)));
        return parts;
    }
}

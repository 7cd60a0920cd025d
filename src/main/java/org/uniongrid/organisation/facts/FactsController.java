package org.uniongrid.organisation.facts;

import static org.uniongrid.organisation.facts.UnitField.DIVISION;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.UnitHeads;
import org.uniongrid.web.Form;
import org.uniongrid.web.Say;
import org.uniongrid.web.Toast;

/** The page of a union: its facts, and the form that changes them. Other rooms have the other parts. */
@Controller
@RequestMapping("/organisation")
class FactsController {

    private static final String FORM = "organisation/facts/facts";

    /** Chosen of several divisions that a word found. */
    static final String CHOSEN = "unit-division-chosen";

    private final UnitHeads heads;
    private final Registrations registrations;
    private final Seats seats;
    private final FactsDesk desk;
    private final MessageSource messages;
    private final ZoneId zone;

    FactsController(
            UnitHeads heads,
            Registrations registrations,
            Seats seats,
            FactsDesk desk,
            MessageSource messages,
            ZoneId zone) {
        this.heads = heads;
        this.registrations = registrations;
        this.seats = seats;
        this.desk = desk;
        this.messages = messages;
        this.zone = zone;
    }

    /** A union that is no more leads to its story. */
    @GetMapping("/units/{id}")
    @Permission(UnitHeads.READ)
    String facts(Actor actor, @PathVariable UUID id, Model model) {
        if (heads.isGone(id, actor)) return "redirect:/structure/units/" + id;
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("registration", registrations.find(id, actor.reach(UnitHeads.READ)));
        return "organisation/facts/unit";
    }

    @GetMapping("/units/{id}/facts")
    @Permission(FactsDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        var registration = registrations.find(id, actor.reach(FactsDesk.EDIT));
        return new ModelAndView(FORM)
                .addObject("registration", registration)
                .addObject("seats", List.of())
                .addObject("form", FactsForm.filled(registration));
    }

    @PostMapping("/units/{id}/facts")
    @Permission(FactsDesk.EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            RedirectAttributes next) {
        var registration = registrations.find(id, actor.reach(FactsDesk.EDIT));
        var parts = new HashMap<String, Object>();
        parts.put("registration", registration);
        parts.put("seats", List.of());
        var form = withSeat(FactsForm.checked(Form.of(typed)), registration, parts);
        if (form.isWrong()) return form.again(FORM, parts);
        try {
            var now = desk.change(actor, id, FactsForm.change(form));
            if (now.isPresent()) {
                parts.put("registration", now.get());
                return FactsForm.overtaken(form, now.get(), new Say(messages, locale, zone))
                        .again(FORM, parts);
            }
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(FORM, parts);
        }
        Toast.after(next, "unit.facts.changed", registration.name());
        return new ModelAndView("redirect:/organisation/units/" + id);
    }

    /** The code of the division that was chosen, typed, or found by a word; where several were found, one is to be chosen. */
    private Form withSeat(Form form, Registration registration, Map<String, Object> parts) {
        var chosen = form.value(CHOSEN);
        var typed = chosen.isEmpty() ? form.value(DIVISION.key()) : chosen;
        if (typed.isEmpty()) return form;
        var found = seats.find(typed, registration.get(DIVISION));
        if (found.size() == 1) return form.with(DIVISION.key(), found.getFirst().code());
        parts.put("seats", found);
        return form.wrong(DIVISION.key(), found.isEmpty() ? "unit.facts.wrong.seat" : "unit.facts.seats");
    }

    private static String fieldOf(RuleBroken broken) {
        if (!(broken.rule() instanceof FactsRule rule)) return Form.WHOLE;
        return switch (rule) {
            case WOMEN_ARE_AMONG_THE_STAFF -> UnitField.WOMEN.key();
            case WOMEN_MEMBERS_ARE_AMONG_THE_MEMBERS -> UnitField.WOMEN_MEMBERS.key();
            case UNION_TERM_ENDS_AFTER_IT_BEGINS -> UnitField.TERM_TO.key();
            case PREPARATION_COMES_BEFORE_FOUNDING -> UnitField.FOUNDED_ON.key();
            case CREDIT_CODE_OF_A_UNION_IS_RIGHT, CREDIT_CODE_OF_A_UNION_IS_ONCE -> UnitField.USCC.key();
            case UNION_CODE_IS_ONCE -> UnitField.CODE.key();
            case ACCOUNT_OF_A_UNION_IS_A_NUMBER -> FactsForm.ACCOUNT;
        };
    }
}

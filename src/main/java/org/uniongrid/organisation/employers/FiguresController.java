package org.uniongrid.organisation.employers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where the figures of an employer are reported, also by the chair of the union that covers it. */
@Controller
@RequestMapping("/organisation/employers/{id}/figures")
class FiguresController {

    private static final String PAGE = "organisation/employers/figures";
    private static final int FIRST_YEAR = 1990;

    private final EmployerFacts facts;
    private final EmployerDesk desk;
    private final DraftForm drafts;
    private final Clock clock;

    FiguresController(EmployerFacts facts, EmployerDesk desk, DraftForm drafts, Clock clock) {
        this.facts = facts;
        this.desk = desk;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    @Permission(EmployerDesk.FIGURES)
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        var entry = facts.entry(id, actor.reach(EmployerDesk.FIGURES));
        var texts = entry.draft().texts();
        var form = DraftForm.seen(Form.blank(), texts)
                .with("staff", texts.get("staff"))
                .with("women", texts.get("women"))
                .with("year", LocalDate.now(clock).getYear() - 1);
        return new ModelAndView(PAGE, parts(entry)).addObject("form", form);
    }

    @PostMapping
    @Permission(EmployerDesk.FIGURES)
    ModelAndView report(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var entry = facts.entry(id, actor.reach(EmployerDesk.FIGURES));
        var form = checked(DraftForm.counts(drafts.over(entry.draft(), typed)));
        if (form.isWrong()) return form.again(PAGE, parts(entry));
        try {
            desk.report(actor, id, field -> DraftForm.seen(form, field), figures(form));
            Toast.after(next, "employer.figures.saved");
            return new ModelAndView("redirect:/organisation/employers/" + id + "?tab=insured");
        } catch (ChangedMeanwhile meanwhile) {
            var parts = parts(entry);
            parts.put("meanwhile", meanwhile.now());
            return DraftForm.seen(form, meanwhile.now())
                    .wrong(Form.WHOLE, "employer.meanwhile")
                    .again(PAGE, parts);
        } catch (RuleBroken broken) {
            return form.broken("year", broken).again(PAGE, parts(entry));
        }
    }

    private static Form checked(Form form) {
        var year = DraftForm.count(form, "year");
        var hasFigure = !DraftForm.blank(form, "insured");
        return form.check(
                        "insured",
                        !hasFigure || DraftForm.count(form, "insured").isPresent(),
                        "employer.count")
                .check(
                        "year",
                        !hasFigure || year.filter(one -> one >= FIRST_YEAR).isPresent(),
                        "employer.year.wrong");
    }

    /** Without a figure no year is meant; a zero is a figure. */
    private static EmployerDesk.Figures figures(Form form) {
        var insured = DraftForm.count(form, "insured");
        return new EmployerDesk.Figures(
                DraftForm.count(form, "staff").orElse(null),
                DraftForm.count(form, "women").orElse(null),
                insured.isEmpty() ? null : DraftForm.count(form, "year").orElse(null),
                insured.orElse(null));
    }

    private Map<String, Object> parts(EmployerFacts.Entry entry) {
        var parts = new HashMap<String, Object>();
        parts.put("employer", entry);
        parts.put("insured", facts.insured(entry));
        return parts;
    }
}

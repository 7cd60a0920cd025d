package org.uniongrid.organisation.employers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.CoverRule;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where the cover of an employer begins and ends. */
@Controller
@RequestMapping("/organisation")
class CoverController {

    private static final String BEGIN = "organisation/employers/cover";
    private static final String END = "organisation/employers/end-cover";
    private static final int LONGEST_REASON = 200;

    private final EmployerFacts facts;
    private final UnitDirectory units;
    private final CoverDesk desk;
    private final Clock clock;

    CoverController(EmployerFacts facts, UnitDirectory units, CoverDesk desk, Clock clock) {
        this.facts = facts;
        this.units = units;
        this.desk = desk;
        this.clock = clock;
    }

    /** First a name to look for, then which union, how and from when. */
    @GetMapping("/employers/{id}/covers/new")
    @Permission(EmployerDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        var reach = actor.reach(EmployerDesk.EDIT);
        var entry = facts.entry(id, reach);
        var form = Form.blank().with("from", LocalDate.now(clock)).with("mode", CoverMode.COVERED);
        return new ModelAndView(BEGIN, parts(entry, q.map(String::strip).orElse(""), reach)).addObject("form", form);
    }

    @PostMapping("/employers/{id}/covers")
    @Permission(EmployerDesk.EDIT)
    ModelAndView begin(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach(EmployerDesk.EDIT);
        var entry = facts.entry(id, reach);
        var form = Form.of(typed);
        form = form.check("union", !DraftForm.blank(form, "union"), "employer.cover.union.missing")
                .check("mode", CoverMode.of(form.value("mode")).isPresent(), "employer.choose")
                .check("from", DraftForm.date(form, "from").isPresent(), "post.date.invalid");
        var parts = parts(entry, form.value("q").strip(), reach);
        if (form.isWrong()) return form.again(BEGIN, parts);
        try {
            desk.begin(
                    actor,
                    id,
                    id(form.value("union")),
                    CoverMode.of(form.value("mode")).orElseThrow(),
                    DraftForm.date(form, "from").orElseThrow(),
                    Optional.of(form.value("instead"))
                            .filter(text -> !text.isEmpty())
                            .map(CoverController::id));
            Toast.after(next, "employer.cover.begun");
            return page(id);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(BEGIN, parts);
        }
    }

    private static String fieldOf(RuleBroken broken) {
        if (broken.rule() == CoverRule.UNION_COVERS_IN_THIS_WAY) return "mode";
        return broken.rule() instanceof CoverRule rule && rule != CoverRule.EMPLOYER_IS_NOT_CLOSED
                ? "from"
                : Form.WHOLE;
    }

    private Map<String, Object> parts(EmployerFacts.Entry entry, String words, Reach reach) {
        var found = words.isEmpty() ? List.<UnitDirectory.Found>of() : units.withWords(words, reach);
        var parts = new HashMap<String, Object>();
        parts.put("employer", entry);
        parts.put("q", words);
        parts.put(
                "found",
                found.stream().filter(one -> Covers.covers(one.category())).toList());
        parts.put(
                "now",
                seen(entry, reach).stream()
                        .filter(cover -> cover.until() == null)
                        .toList());
        return parts;
    }

    private List<EmployerFacts.Cover> seen(EmployerFacts.Entry entry, Reach reach) {
        return facts.covers(entry, reach, LocalDate.now(clock)).stream()
                .filter(cover -> cover.unit() != null)
                .toList();
    }

    @GetMapping("/covers/{id}/end")
    @Permission(EmployerDesk.EDIT)
    ModelAndView askToEnd(Actor actor, @PathVariable UUID id) {
        var form = Form.blank().with("on", LocalDate.now(clock));
        return new ModelAndView(END, endParts(actor, id)).addObject("form", form);
    }

    @PostMapping("/covers/{id}/end")
    @Permission(EmployerDesk.EDIT)
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var parts = endParts(actor, id);
        var form = Form.of(typed).require("reason");
        form = form.check("on", DraftForm.date(form, "on").isPresent(), "post.date.invalid")
                .check(
                        "reason",
                        DraftForm.text(form, "reason").length() <= LONGEST_REASON,
                        "employer.address.long",
                        LONGEST_REASON);
        if (form.isWrong()) return form.again(END, parts);
        try {
            var employer = facts.coveredBy(id, actor.reach(EmployerDesk.EDIT));
            desk.end(actor, employer, id, DraftForm.date(form, "on").orElseThrow(), DraftForm.text(form, "reason"));
            Toast.after(next, "employer.cover.ended");
            return page(employer);
        } catch (RuleBroken broken) {
            return form.broken("on", broken).again(END, parts);
        }
    }

    private Map<String, Object> endParts(Actor actor, UUID cover) {
        var reach = actor.reach(EmployerDesk.EDIT);
        var entry = facts.entry(facts.coveredBy(cover, reach), reach);
        var one = seen(entry, reach).stream()
                .filter(each -> each.publicId().equals(cover))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No cover " + cover));
        return Map.of("employer", entry, "cover", one);
    }

    private static ModelAndView page(UUID id) {
        return new ModelAndView("redirect:/organisation/employers/" + id + "?tab=covers");
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new NoSuchElementException("No such record", none);
        }
    }
}

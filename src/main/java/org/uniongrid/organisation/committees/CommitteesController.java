package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.uniongrid.organisation.Again;
import org.uniongrid.organisation.TypedSpan;
import org.uniongrid.organisation.UnitHeads;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of committees: a new one, one of them, its next term and its end. */
@Controller
@RequestMapping("/organisation")
class CommitteesController {

    private static final String SET_UP = "organisation/committees/set-up";
    private static final String RENEW = "organisation/committees/renew";
    private static final String END = "organisation/committees/end";
    private static final int MOST_SEATS = 99;

    private final Committees committees;
    private final CommitteeSizes sizes;
    private final CommitteeTerms terms;
    private final CommitteeDesk desk;
    private final Clock clock;

    CommitteesController(
            Committees committees, CommitteeSizes sizes, CommitteeTerms terms, CommitteeDesk desk, Clock clock) {
        this.committees = committees;
        this.sizes = sizes;
        this.terms = terms;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/committees/{id}")
    @Permission(UnitHeads.READ)
    String committee(Actor actor, @PathVariable UUID id, Model model) {
        var committee = committees.find(id, actor.reach(UnitHeads.READ));
        model.addAttribute("committee", committee);
        model.addAttribute("members", committees.members(committee));
        model.addAttribute("advice", advice(committee));
        model.addAttribute("term", terms.advice(committee.unitId()).orElse(null));
        model.addAttribute("today", today());
        return "organisation/committees/committee";
    }

    private @Nullable SizeAdvice advice(Committee committee) {
        return sizes.advice(committee.kind(), committee.unitId(), committee.members())
                .orElse(null);
    }

    @GetMapping("/units/{id}/committees/new")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView blank(Actor actor, @PathVariable UUID id, @RequestParam Optional<CommitteeKind> kind) {
        var unit = committees.unit(id, actor.reach(CommitteeDesk.EDIT));
        var form = Form.blank()
                .with("kind", kind.map(Enum::name).orElse(""))
                .with("from", today())
                .with("to", today().plusYears(5).minusDays(1));
        return new ModelAndView(SET_UP, parts(unit)).addObject("form", form);
    }

    private Map<String, Object> parts(CommitteeUnit unit) {
        var parts = new HashMap<String, Object>();
        parts.put("unit", unit);
        sizes.advice(CommitteeKind.UNION, unit.id(), unit.members()).ifPresent(advice -> parts.put("advice", advice));
        terms.advice(unit.id()).ifPresent(term -> parts.put("term", term));
        return parts;
    }

    @PostMapping("/units/{id}/committees")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView setUp(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var unit = committees.unit(id, actor.reach(CommitteeDesk.EDIT));
        var asked = Form.of(typed);
        var kind = Arrays.stream(CommitteeKind.values())
                .filter(one -> one.name().equals(asked.value("kind")))
                .findFirst();
        var form = term(asked.check("kind", kind.isPresent(), "committee.kind.missing"));
        if (form.isWrong()) return form.again(SET_UP, parts(unit));
        try {
            var committee =
                    Again.evenIfAnotherWasQuicker(() -> desk.setUp(actor, id, kind.orElseThrow(), termOf(form)));
            Toast.after(next, "committee.set-up.done", unit.name());
            return new ModelAndView("redirect:/organisation/committees/" + committee);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(SET_UP, parts(unit));
        }
    }

    @GetMapping("/committees/{id}/renew")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView askToRenew(Actor actor, @PathVariable UUID id) {
        var committee = committees.find(id, actor.reach(CommitteeDesk.EDIT));
        var from = committee.until() == null ? today() : committee.until().plusDays(1);
        var form = Form.blank()
                .with("from", from)
                .with("to", from.plusYears(5).minusDays(1))
                .with("seats", committee.seats());
        return new ModelAndView(RENEW, parts(committee)).addObject("form", form);
    }

    private Map<String, Object> parts(Committee committee) {
        var parts = new HashMap<String, Object>();
        parts.put("committee", committee);
        parts.put(
                "sitting",
                committees.members(committee).stream()
                        .filter(member -> member.isIn(today()))
                        .count());
        var advice = advice(committee);
        if (advice != null) parts.put("advice", advice);
        terms.advice(committee.unitId()).ifPresent(term -> parts.put("term", term));
        return parts;
    }

    @PostMapping("/committees/{id}/renew")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView renew(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var committee = committees.find(id, actor.reach(CommitteeDesk.EDIT));
        var form = term(Form.of(typed));
        if (form.isWrong()) return form.again(RENEW, parts(committee));
        try {
            var renewed = Again.evenIfAnotherWasQuicker(
                    () -> desk.renew(actor, id, termOf(form), form.has("everybody", "true")));
            Toast.after(next, "committee.renewed", committee.unitName());
            return new ModelAndView("redirect:/organisation/committees/" + renewed);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(RENEW, parts(committee));
        }
    }

    @GetMapping("/committees/{id}/end")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView askToEnd(Actor actor, @PathVariable UUID id) {
        var committee = committees.find(id, actor.reach(CommitteeDesk.EDIT));
        return new ModelAndView(END)
                .addObject("committee", committee)
                .addObject("form", Form.blank().with("day", today()));
    }

    @PostMapping("/committees/{id}/end")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var committee = committees.find(id, actor.reach(CommitteeDesk.EDIT));
        var form = TypedSpan.required(Form.of(typed), "day").require("reason");
        form = form.check("reason", form.value("reason").strip().length() <= 200, "tenure.reason.long");
        if (form.isWrong()) return form.again(END, Map.of("committee", committee));
        try {
            desk.end(
                    actor,
                    id,
                    TypedSpan.date(form, "day").orElseThrow(),
                    form.value("reason").strip());
        } catch (RuleBroken broken) {
            var field = broken.rule() == CommitteeRule.COMMITTEE_ENDS_AFTER_IT_BEGAN ? "day" : Form.WHOLE;
            return form.broken(field, broken).again(END, Map.of("committee", committee));
        }
        Toast.after(next, "committee.ended", committee.unitName());
        return new ModelAndView("redirect:/organisation/units/" + committee.unit() + "/people");
    }

    private static Form term(Form typed) {
        var form = TypedSpan.required(TypedSpan.required(typed, "from"), "to");
        var seats = form.value("seats").strip();
        return form.check("seats", seats.isEmpty() || isSeats(seats), "committee.seats.wrong", MOST_SEATS);
    }

    private static boolean isSeats(String typed) {
        return typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) >= 1;
    }

    private static CommitteeDesk.Term termOf(Form form) {
        var seats = form.value("seats").strip();
        return new CommitteeDesk.Term(
                TypedSpan.date(form, "from").orElseThrow(),
                TypedSpan.date(form, "to").orElseThrow(),
                seats.isEmpty() ? null : Integer.valueOf(seats));
    }

    private static String fieldOf(RuleBroken broken) {
        if (!(broken.rule() instanceof CommitteeRule rule)) return Form.WHOLE;
        return switch (rule) {
            case COMMITTEE_TERM_ENDS_AFTER_IT_BEGINS, COMMITTEE_TERM_IS_NOT_TOO_LONG -> "to";
            case NEXT_TERM_BEGINS_AFTER_THIS_ONE -> "from";
            case COMMITTEE_HAS_AN_ODD_NUMBER_OF_SEATS, COMMITTEE_HAS_A_FREE_SEAT -> "seats";
            case COMMITTEE_IS_NOT_THERE_YET -> "kind";
            case COMMITTEE_IS_IN_OFFICE,
                    COMMITTEE_ENDS_AFTER_IT_BEGAN,
                    COMMITTEE_HAS_ONE_CHAIR,
                    MEMBER_SITS_IN_A_COMMITTEE_ONCE,
                    MEMBER_JOINS_DURING_THE_TERM,
                    MEMBER_LEAVES_AFTER_JOINING,
                    NOBODY_MAKES_THEMSELVES_CHAIR -> Form.WHOLE;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

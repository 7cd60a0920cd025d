package org.uniongrid.organisation.committees;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.uniongrid.organisation.TypedSpan;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where people join a committee and leave it. */
@Controller
@RequestMapping("/organisation")
class MembersController {

    private static final String JOIN = "organisation/committees/join";
    private static final String LEAVE = "organisation/committees/leave";

    /** Chosen instead of a person who is known. */
    static final String NEWCOMER = "new";

    private final Committees committees;
    private final KnownPeople people;
    private final MemberDesk desk;
    private final Clock clock;

    MembersController(Committees committees, KnownPeople people, MemberDesk desk, Clock clock) {
        this.committees = committees;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /** First a name to look for, then whom it finds. */
    @GetMapping("/committees/{id}/members/new")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        var reach = actor.reach(CommitteeDesk.EDIT);
        var committee = committees.find(id, reach);
        var words = q.map(String::strip).orElse("");
        var found = found(words, reach);
        var form = Form.blank()
                .with("duty", CommitteeDuty.MEMBER)
                .with("from", later(committee.since(), LocalDate.now(clock)))
                .with("name", words);
        if (found.isEmpty()) form = form.with("person", NEWCOMER);
        return new ModelAndView(JOIN, parts(committee, words, found)).addObject("form", form);
    }

    private List<KnownPeople.Known> found(String words, Reach reach) {
        return words.isEmpty() ? List.of() : people.named(words, reach);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<String, Object> parts(Committee committee, String words, List<KnownPeople.Known> found) {
        return new HashMap<>(Map.of("committee", committee, "q", words, "found", found));
    }

    @PostMapping("/committees/{id}/members")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView join(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach(CommitteeDesk.EDIT);
        var committee = committees.find(id, reach);
        var form = checked(Form.of(typed));
        var words = form.value("q").strip();
        if (form.isWrong()) return form.again(JOIN, parts(committee, words, found(words, reach)));
        try {
            Toast.after(next, "committee.joined", join(actor, id, form), committee.label());
            return new ModelAndView("redirect:" + committee.href());
        } catch (RuleBroken broken) {
            var field = broken.rule() == CommitteeRule.MEMBER_JOINS_DURING_THE_TERM
                    ? "from"
                    : broken.rule() == CommitteeRule.COMMITTEE_HAS_ONE_CHAIR ? "duty" : Form.WHOLE;
            return form.broken(field, broken).again(JOIN, parts(committee, words, found(words, reach)));
        }
    }

    private static Form checked(Form typed) {
        var form = typed.check("person", !typed.value("person").isBlank(), "tenure.person.missing")
                .check("duty", duty(typed).isPresent(), "committee.duty.missing");
        if (typed.value("person").equals(NEWCOMER))
            form = form.require("name")
                    .check("name", typed.value("name").strip().length() <= 100, "tenure.name.long");
        return TypedSpan.required(form, "from");
    }

    private static Optional<CommitteeDuty> duty(Form form) {
        return Arrays.stream(CommitteeDuty.values())
                .filter(one -> one.name().equals(form.value("duty")))
                .findFirst();
    }

    private String join(Actor actor, UUID committee, Form form) {
        var duty = duty(form).orElseThrow();
        var from = TypedSpan.date(form, "from").orElseThrow();
        if (form.value("person").equals(NEWCOMER)) {
            var name = form.value("name").strip();
            desk.join(actor, committee, name, duty, from);
            return name;
        }
        var person = people.find(idOf(form.value("person")), actor.reach(CommitteeDesk.EDIT))
                .orElseThrow();
        desk.join(actor, committee, person, duty, from);
        return person.name();
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new NoSuchElementException("No person " + typed.length(), none);
        }
    }

    @GetMapping("/committee-members/{id}/leave")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView askToLeave(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(LEAVE, parts(actor, id))
                .addObject("form", Form.blank().with("day", LocalDate.now(clock)));
    }

    private Map<String, Object> parts(Actor actor, UUID id) {
        var reach = actor.reach(CommitteeDesk.EDIT);
        var member = committees.member(id, reach);
        return Map.of("member", member, "committee", committees.of(member, reach));
    }

    @PostMapping("/committee-members/{id}/leave")
    @Permission(CommitteeDesk.EDIT)
    ModelAndView leave(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach(CommitteeDesk.EDIT);
        var member = committees.member(id, reach);
        var committee = committees.of(member, reach);
        var form = TypedSpan.required(Form.of(typed), "day");
        form = form.check("reason", form.value("reason").strip().length() <= 200, "tenure.reason.long");
        if (form.isWrong()) return form.again(LEAVE, parts(actor, id));
        try {
            var reason = form.value("reason").strip();
            desk.leave(actor, id, TypedSpan.date(form, "day").orElseThrow(), reason.isEmpty() ? null : reason);
        } catch (RuleBroken broken) {
            return form.broken("day", broken).again(LEAVE, parts(actor, id));
        }
        Toast.after(next, "committee.left", member.name(), committee.label());
        return new ModelAndView("redirect:" + committee.href());
    }
}

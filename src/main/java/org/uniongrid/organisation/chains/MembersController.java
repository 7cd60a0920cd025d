package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.uniongrid.organisation.chains.Candidates.Candidate;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of a chain's members: their list, new ones, another position, the end of a membership, another owner. */
@Controller
@RequestMapping("/organisation")
class MembersController {

    /** No employer stood in a chain before. */
    private static final int EARLIEST = 1949;

    private static final String ADD = "organisation/chains/add";
    private static final String OWNER = "organisation/chains/owner";
    private static final String MOVE = "organisation/chains/move";
    private static final String TAKE_OUT = "organisation/chains/take-out";

    private final Chains chains;
    private final ChainMembers members;
    private final Candidates candidates;
    private final MemberDesk desk;
    private final Clock clock;

    MembersController(Chains chains, ChainMembers members, Candidates candidates, MemberDesk desk, Clock clock) {
        this.chains = chains;
        this.members = members;
        this.candidates = candidates;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/chains/{id}/members")
    @Permission(ChainsController.READ)
    String list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<Position> position,
            @RequestParam Optional<MemberFilter.Standing> standing,
            @RequestParam Optional<String> region,
            @RequestParam Optional<MemberFilter.When> when,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(ChainsController.READ);
        var chain = chains.find(id, reach);
        var filter =
                new MemberFilter(position.orElse(null), standing.orElse(null), region.orElse(null), when.orElse(null));
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("chain", chain);
        model.addAttribute("page", members.page(chain, reach, filter, cursor));
        model.addAttribute("count", members.count(chain, reach, filter));
        model.addAttribute("regions", members.regions(chain, reach));
        model.addAttribute("filter", filter);
        model.addAttribute("mayEdit", actor.may(ChainsController.EDIT) && chain.kept() && !chain.isEnded());
        return "organisation/chains/members";
    }

    @GetMapping("/chains/{id}/members/new")
    @Permission(ChainsController.EDIT)
    ModelAndView askWhom(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        return ask(ADD, actor, id, q.orElse(""));
    }

    @PostMapping("/chains/{id}/members")
    @Permission(ChainsController.EDIT)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var chain = chains.kept(id, actor.reach(ChainsController.EDIT));
        var employer = employer(actor, chain, Form.of(typed));
        var position = position(Form.of(typed), "position");
        var form = dated(Form.of(typed), "since")
                .check("employer", employer.isPresent(), "chain.employer.missing")
                .check("position", position.isPresent(), "chain.position.missing");
        if (form.isWrong()) return form.again(ADD, parts(actor, chain, form.value("q"), employer));
        try {
            desk.add(
                    actor,
                    chain,
                    employer.orElseThrow(),
                    position.orElseThrow(),
                    day(form, "since").orElseThrow());
            Toast.after(next, "chain.member.added", employer.orElseThrow().name());
            return new ModelAndView("redirect:" + chain.path());
        } catch (RuleBroken broken) {
            return form.broken(
                            broken.rule() == ChainRule.EMPLOYER_STANDS_IN_A_CHAIN_ONCE ? "employer" : "since", broken)
                    .again(ADD, parts(actor, chain, form.value("q"), employer));
        }
    }

    @GetMapping("/chains/{id}/owner")
    @Permission(ChainsController.EDIT)
    ModelAndView askForOwner(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        return ask(OWNER, actor, id, q.orElse(""));
    }

    @PostMapping("/chains/{id}/owner")
    @Permission(ChainsController.EDIT)
    ModelAndView lead(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var chain = chains.kept(id, actor.reach(ChainsController.EDIT));
        var employer = employer(actor, chain, Form.of(typed));
        var form = dated(Form.of(typed), "since").check("employer", employer.isPresent(), "chain.employer.missing");
        if (form.isWrong()) return form.again(OWNER, parts(actor, chain, form.value("q"), employer));
        try {
            desk.lead(
                    actor,
                    chain,
                    employer.orElseThrow(),
                    day(form, "since").orElseThrow(),
                    position(form, "afterwards").orElse(null));
            Toast.after(next, "chain.owner.changed", employer.orElseThrow().name());
            return new ModelAndView("redirect:" + chain.path());
        } catch (RuleBroken broken) {
            return form.broken(broken.rule() == ChainRule.EMPLOYER_IS_THE_OWNER_ALREADY ? "employer" : "since", broken)
                    .again(OWNER, parts(actor, chain, form.value("q"), employer));
        }
    }

    private ModelAndView ask(String view, Actor actor, UUID id, String words) {
        var chain = chains.kept(id, actor.reach(ChainsController.EDIT));
        return new ModelAndView(view, parts(actor, chain, words, Optional.empty()))
                .addObject("form", Form.blank().with("since", LocalDate.now(clock)));
    }

    /** Whoever was chosen already stays on the page, also where the words would not find it. */
    private Map<String, Object> parts(Actor actor, Chain chain, String words, Optional<Candidate> chosen) {
        var reach = actor.reach(ChainsController.EDIT);
        var found = candidates.withWords(words.strip(), chain, reach);
        var parts = new HashMap<String, Object>();
        parts.put("chain", chain);
        parts.put("q", words.strip());
        parts.put("found", found.isEmpty() ? chosen.map(List::of).orElse(List.of()) : found);
        members.owners(chain, reach).stream()
                .filter(owner -> owner.until() == null)
                .findFirst()
                .ifPresent(owner -> parts.put("owner", owner));
        return parts;
    }

    @GetMapping("/chain-members/{id}/move")
    @Permission(ChainsController.EDIT)
    ModelAndView askToMove(Actor actor, @PathVariable UUID id) {
        return about(MOVE, actor, id);
    }

    @PostMapping("/chain-members/{id}/move")
    @Permission(ChainsController.EDIT)
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var member = members.member(id, actor.reach(ChainsController.EDIT));
        var chain = chains.kept(members.chainOf(member), actor.reach(ChainsController.EDIT));
        var position = position(Form.of(typed), "position");
        var form = dated(Form.of(typed), "since").check("position", position.isPresent(), "chain.position.missing");
        if (form.isWrong()) return form.again(MOVE, Map.of("chain", chain, "member", member));
        try {
            desk.move(
                    actor,
                    chain,
                    member,
                    position.orElseThrow(),
                    day(form, "since").orElseThrow());
            Toast.after(next, "chain.member.moved", member.name());
            return new ModelAndView("redirect:" + chain.path());
        } catch (RuleBroken broken) {
            return form.broken(broken.rule() == ChainRule.POSITION_IS_ANOTHER ? "position" : "since", broken)
                    .again(MOVE, Map.of("chain", chain, "member", member));
        }
    }

    @GetMapping("/chain-members/{id}/end")
    @Permission(ChainsController.EDIT)
    ModelAndView askToTakeOut(Actor actor, @PathVariable UUID id) {
        return about(TAKE_OUT, actor, id);
    }

    @PostMapping("/chain-members/{id}/end")
    @Permission(ChainsController.EDIT)
    ModelAndView takeOut(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var member = members.member(id, actor.reach(ChainsController.EDIT));
        var chain = chains.kept(members.chainOf(member), actor.reach(ChainsController.EDIT));
        var form = dated(Form.of(typed), "until");
        if (form.isWrong()) return form.again(TAKE_OUT, Map.of("chain", chain, "member", member));
        try {
            desk.takeOut(actor, chain, member, day(form, "until").orElseThrow());
            Toast.after(next, "chain.member.out", member.name());
            return new ModelAndView("redirect:" + chain.path());
        } catch (RuleBroken broken) {
            return form.broken("until", broken).again(TAKE_OUT, Map.of("chain", chain, "member", member));
        }
    }

    private ModelAndView about(String view, Actor actor, UUID id) {
        var reach = actor.reach(ChainsController.EDIT);
        var member = members.member(id, reach);
        var today = LocalDate.now(clock);
        return new ModelAndView(view, Map.of("chain", chains.kept(members.chainOf(member), reach), "member", member))
                .addObject("form", Form.blank().with("since", today).with("until", today));
    }

    private Optional<Candidate> employer(Actor actor, Chain chain, Form form) {
        return ChainsController.id(form.value("employer"))
                .flatMap(id -> candidates.find(id, chain, actor.reach(ChainsController.EDIT)));
    }

    private static Optional<Position> position(Form form, String field) {
        return Position.SHARED.stream()
                .filter(position -> position.name().equals(form.value(field)))
                .findFirst();
    }

    private static Form dated(Form form, String field) {
        return form.require(field).check(field, day(form, field).isPresent(), "chain.date.invalid");
    }

    private static Optional<LocalDate> day(Form form, String field) {
        try {
            return Optional.of(LocalDate.parse(form.value(field).strip())).filter(day -> day.getYear() >= EARLIEST);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}

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
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where the state of an employer changes; the page tells first what closing would end. */
@Controller
@RequestMapping("/organisation/employers/{id}/state")
class StateController {

    private static final String PAGE = "organisation/employers/state";
    private static final int LONGEST_REASON = 200;

    private final EmployerFacts facts;
    private final StateDesk desk;
    private final Clock clock;

    StateController(EmployerFacts facts, StateDesk desk, Clock clock) {
        this.facts = facts;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @Permission(EmployerDesk.EDIT)
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(actor, id))
                .addObject("form", Form.blank().with("from", LocalDate.now(clock)));
    }

    @PostMapping
    @Permission(EmployerDesk.EDIT)
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var parts = parts(actor, id);
        var form = Form.of(typed);
        var state = EmployerState.of(form.value("state"));
        form = form.check("state", state.isPresent(), "employer.choose")
                .check("from", DraftForm.date(form, "from").isPresent(), "post.date.invalid")
                .require("reason")
                .check(
                        "reason",
                        DraftForm.text(form, "reason").length() <= LONGEST_REASON,
                        "employer.address.long",
                        LONGEST_REASON);
        if (form.isWrong()) return form.again(PAGE, parts);
        try {
            desk.change(
                    actor,
                    id,
                    state.orElseThrow(),
                    DraftForm.date(form, "from").orElseThrow(),
                    DraftForm.text(form, "reason"));
            Toast.after(next, "employer.state.changed");
            return new ModelAndView("redirect:/organisation/employers/" + id);
        } catch (RuleBroken broken) {
            return form.broken(broken.rule() == EmployerRule.STATE_IS_ANOTHER ? "state" : "from", broken)
                    .again(PAGE, parts);
        }
    }

    private Map<String, Object> parts(Actor actor, UUID id) {
        var reach = actor.reach(EmployerDesk.EDIT);
        var entry = facts.entry(id, reach);
        var parts = new HashMap<String, Object>();
        parts.put("employer", entry);
        parts.put(
                "covers",
                facts.covers(entry, reach, LocalDate.now(clock)).stream()
                        .filter(cover -> cover.until() == null || cover.now())
                        .toList());
        return parts;
    }
}

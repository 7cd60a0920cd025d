package org.uniongrid.membership.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Stays;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** One's own membership, on the phone: where, since when, what was agreed to, and how to leave. */
@Controller
@RequestMapping("/m/membership")
class OwnController {

    private static final String PAGE = "membership/joining/own";
    private static final int LONGEST = 500;

    private final OwnDesk desk;
    private final Stays stays;
    private final Consents consents;

    OwnController(OwnDesk desk, Stays stays, Consents consents) {
        this.desk = desk;
        this.stays = stays;
        this.consents = consents;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView own(Actor worker) {
        return new ModelAndView(PAGE, parts(worker)).addObject("form", Form.blank());
    }

    @PostMapping("/leave")
    @Permission(Actor.WORKER)
    ModelAndView leave(Actor worker, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        var words = form.value("words").strip();
        var checked = form.check("sure", form.has("sure", "true"), "own.sure.missing")
                .check("words", words.length() <= LONGEST, "member.words.length", LONGEST);
        if (checked.isWrong()) return checked.again(PAGE, parts(worker));
        try {
            desk.leave(worker, words.isEmpty() ? null : words);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts(worker));
        }
        Toast.after(next, "own.left");
        return new ModelAndView("redirect:/m/membership");
    }

    /** What was agreed to for itself: without that for membership nobody is a member, so it ends by leaving. */
    @PostMapping("/consents/{purpose}")
    @Permission(Actor.WORKER)
    String consent(Actor worker, @PathVariable String purpose, @RequestParam boolean given, RedirectAttributes next) {
        var which = Arrays.stream(Consents.Purpose.values())
                .filter(one -> one.name().equals(purpose) && one != Consents.Purpose.MEMBERSHIP)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no consent " + purpose));
        if (given) consents.give(worker, EnumSet.of(which));
        else consents.withdraw(worker, which);
        Toast.after(next, given ? "own.consent.given" : "own.consent.withdrawn");
        return "redirect:/m/membership";
    }

    private Map<String, Object> parts(Actor worker) {
        var parts = new HashMap<String, Object>();
        var stay = stays.current(worker.personId());
        stay.ifPresent(one -> parts.put("stay", one));
        desk.application(worker).ifPresent(one -> parts.put("application", one));
        parts.put(
                "past",
                stays.of(worker.personId()).stream()
                        .filter(one -> one.until() != null)
                        .toList());
        parts.put(
                "given",
                consents.of(worker.personId()).stream()
                        .map(Consents.Given::purpose)
                        .toList());
        return parts;
    }
}

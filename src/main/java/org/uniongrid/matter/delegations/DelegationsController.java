package org.uniongrid.matter.delegations;

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
import org.uniongrid.matter.Absences;
import org.uniongrid.matter.Delegations;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** 委托: who has one's work while one is away, and whose work one has. */
@Controller
@RequestMapping("/matters/delegations")
class DelegationsController {

    private final Delegations delegations;
    private final Absences absences;
    private final Clock clock;

    DelegationsController(Delegations delegations, Absences absences, Clock clock) {
        this.delegations = delegations;
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping
    @Permission("matter.handle")
    ModelAndView list(Actor actor) {
        var form = Form.blank().with("from", LocalDate.now(clock));
        return new ModelAndView(DelegationForm.PAGE, parts(actor)).addObject("form", form);
    }

    @PostMapping
    @Permission("matter.handle")
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = DelegationForm.checked(Form.of(typed));
        if (form.isWrong()) return form.again(DelegationForm.PAGE, parts(actor));
        try {
            delegations.add(actor, DelegationForm.order(form));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(DelegationForm.PAGE, parts(actor));
        }
        Toast.after(next, "matter.delegations.added");
        return new ModelAndView("redirect:/matters/delegations");
    }

    @PostMapping("/{id}/end")
    @Permission("matter.handle")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        delegations.end(actor, id);
        Toast.after(next, "matter.delegations.ended");
        return "redirect:/matters/delegations";
    }

    private Map<String, Object> parts(Actor actor) {
        var parts = new HashMap<String, Object>();
        parts.put("all", delegations.of(actor));
        parts.put("colleagues", delegations.colleagues(actor));
        parts.put("today", LocalDate.now(clock));
        parts.put("base", "/matters/delegations");
        parts.put("around", absences.around(actor));
        return parts;
    }
}

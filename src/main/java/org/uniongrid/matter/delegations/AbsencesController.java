package org.uniongrid.matter.delegations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
import org.uniongrid.matter.Absences.Away;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** 代人设置: who has the work of a holder who is away, as said by whoever appoints there. */
@Controller
@RequestMapping("/matters/posts/{id}/delegations")
class AbsencesController {

    private final Absences absences;
    private final Clock clock;

    AbsencesController(Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping
    @Permission("organisation.post.edit")
    ModelAndView list(Actor actor, @PathVariable UUID id) {
        var form = Form.blank().with("from", LocalDate.now(clock));
        return new ModelAndView(DelegationForm.PAGE, parts(actor, absences.away(id, actor))).addObject("form", form);
    }

    @PostMapping
    @Permission("organisation.post.edit")
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var away = absences.away(id, actor);
        var form = DelegationForm.checked(Form.of(typed));
        if (form.isWrong()) return form.again(DelegationForm.PAGE, parts(actor, away));
        try {
            absences.add(actor, away, DelegationForm.order(form));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(DelegationForm.PAGE, parts(actor, away));
        }
        Toast.after(next, "matter.delegations.added");
        return new ModelAndView("redirect:" + address(away));
    }

    @PostMapping("/{delegation}/end")
    @Permission("organisation.post.edit")
    String end(Actor actor, @PathVariable UUID id, @PathVariable UUID delegation, RedirectAttributes next) {
        var away = absences.away(id, actor);
        absences.end(actor, away, delegation);
        Toast.after(next, "matter.delegations.ended");
        return "redirect:" + address(away);
    }

    private static String address(Away away) {
        return "/matters/posts/" + away.post() + "/delegations";
    }

    private Map<String, Object> parts(Actor actor, Away away) {
        var parts = new HashMap<String, Object>();
        parts.put("all", absences.of(away, actor));
        parts.put("colleagues", absences.substitutes(away, actor));
        parts.put("today", LocalDate.now(clock));
        parts.put("base", address(away));
        parts.put("away", away);
        parts.put("around", List.of());
        return parts;
    }
}

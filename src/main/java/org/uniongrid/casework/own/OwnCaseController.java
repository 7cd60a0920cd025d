package org.uniongrid.casework.own;

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
import org.uniongrid.casework.Visit;
import org.uniongrid.casework.VisitForm;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** One's own case on the phone. */
@Controller
@RequestMapping("/m/requests/{id}")
class OwnCaseController {

    private static final String PAGE = "casework/own/case";

    private final OwnCases cases;

    OwnCaseController(OwnCases cases) {
        this.cases = cases;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView one(Actor worker, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(worker, id)).addObject("form", Form.blank());
    }

    @PostMapping("/rating")
    @Permission(Actor.WORKER)
    ModelAndView rate(
            Actor worker,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed);
        var checked = VisitForm.checked(form, true);
        var parts = parts(worker, id);
        if (checked.isWrong()) return checked.again(PAGE, parts);
        try {
            cases.rate(worker, id, VisitForm.said(form, Visit.Way.SELF, worker), TypedKey.of(form.value("key")));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, parts);
        }
        Toast.after(next, "case.rated");
        return new ModelAndView("redirect:/m/requests/" + id);
    }

    private Map<String, Object> parts(Actor worker, UUID id) {
        return Map.of("one", cases.find(worker, id), "key", TypedKey.fresh());
    }
}

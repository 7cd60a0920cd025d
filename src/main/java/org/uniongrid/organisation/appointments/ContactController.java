package org.uniongrid.organisation.appointments;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
import org.uniongrid.people.CorrectionDesk;
import org.uniongrid.people.Corrections;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Kept;
import org.uniongrid.people.PeopleRule;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Phone, e-mail and identity number of somebody who holds a post. What is kept is never sent back in full. */
@Controller
@RequestMapping("/organisation/people/{id}/contact")
class ContactController {

    private static final String PAGE = "organisation/appointments/contact";

    private final CorrectionDesk desk;

    ContactController(CorrectionDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Permission("people.identity.edit")
    ModelAndView ask(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, parts(desk.find(id, actor))).addObject("form", Form.blank());
    }

    @PostMapping
    @Permission("people.identity.edit")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var kept = desk.find(id, actor);
        var form = Corrections.checkAny(Form.of(typed), Corrections.ALL);
        if (form.isWrong()) return form.again(PAGE, parts(kept));
        try {
            desk.correct(actor, kept, Corrections.of(form, Corrections.ALL));
        } catch (RuleBroken broken) {
            var field = broken.rule() == PeopleRule.ID_NUMBER_ONCE ? IdentityField.ID_NUMBER.key() : Form.WHOLE;
            return form.broken(field, broken).again(PAGE, parts(kept));
        }
        Toast.after(next, "correction.done", kept.name());
        return new ModelAndView("redirect:/organisation/people/" + id);
    }

    private static Map<String, Object> parts(Kept kept) {
        return Map.of("kept", kept, "fields", Corrections.ALL);
    }
}

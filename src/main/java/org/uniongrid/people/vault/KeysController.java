package org.uniongrid.people.vault;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** The keys, for the security administrator. */
@Controller
@RequestMapping("/people/keys")
class KeysController {

    private static final String UNDERSTOOD = "understood";

    private final KeyDesk desk;
    private final RotationWork work;

    KeysController(KeyDesk desk, RotationWork work) {
        this.desk = desk;
        this.work = work;
    }

    @GetMapping
    @Permission("people.key.rotate")
    ModelAndView keys(Actor actor) {
        return new ModelAndView("people/vault/keys", Map.of("overview", desk.overview()));
    }

    @GetMapping("/rotation")
    @Permission("people.key.rotate")
    ModelAndView ask(Actor actor) {
        return new ModelAndView("people/vault/rotate", Map.of("overview", desk.overview(), "form", Form.blank()));
    }

    @PostMapping("/rotation")
    @Permission("people.key.rotate")
    ModelAndView rotate(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        var form = Form.of(typed).check(UNDERSTOOD, typed.containsKey(UNDERSTOOD), "keys.understood.required");
        if (form.isWrong()) return again(form);
        try {
            desk.rotate(actor);
        } catch (RuleBroken broken) {
            return again(form.broken(Form.WHOLE, broken));
        }
        work.wake();
        Toast.after(after, "keys.started");
        return new ModelAndView("redirect:/people/keys");
    }

    private ModelAndView again(Form form) {
        return form.again("people/vault/rotate", Map.of("overview", desk.overview()));
    }
}

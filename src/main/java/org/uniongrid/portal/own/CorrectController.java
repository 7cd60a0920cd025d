package org.uniongrid.portal.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.AccessRule;
import org.uniongrid.access.Client;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Workers correct what is kept of them; another phone proves itself by a code. */
@Controller
@RequestMapping("/m/me/data/correct")
class CorrectController {

    private static final String PAGE = "portal/own/correct";
    private static final String PHONE = "portal/own/phone";
    private static final int WAIT = 60;

    private final CorrectDesk desk;

    CorrectController(CorrectDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    ModelAndView form(Actor worker) {
        return new ModelAndView(PAGE, around(worker)).addObject("form", OwnForm.of(desk.profile(worker)));
    }

    @PostMapping
    @Permission(Actor.WORKER)
    ModelAndView correct(Actor worker, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = OwnForm.check(Form.of(typed), desk.kept(worker).masked());
        if (form.isWrong()) return form.again(PAGE, around(worker));
        try {
            desk.correct(worker, form);
        } catch (RuleBroken broken) {
            return form.broken("id-number", broken).again(PAGE, around(worker));
        }
        Toast.after(next, "portal.data.corrected");
        return new ModelAndView("redirect:/m/me/data");
    }

    @GetMapping("/phone")
    @Permission(Actor.WORKER)
    ModelAndView phone(Actor worker) {
        return new ModelAndView(PHONE, sent(false, 0)).addObject("form", Form.blank());
    }

    @PostMapping("/phone/code")
    @Permission(Actor.WORKER)
    @Unaudited("a code to the phone that is to be theirs")
    ModelAndView code(Actor worker, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed).with("code", "");
        try {
            desk.sendCode(form.value("phone"), Client.of(request));
        } catch (RuleBroken broken) {
            var few = broken.rule() == AccessRule.PHONE_CODES_ARE_FEW;
            return form.broken("phone", broken).again(PHONE, sent(few, 0));
        }
        return new ModelAndView(PHONE, sent(true, WAIT)).addObject("form", form);
    }

    @PostMapping("/phone")
    @Permission(Actor.WORKER)
    ModelAndView changePhone(Actor worker, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var form = Form.of(typed);
        if (!desk.changePhone(worker, form.value("phone"), form.value("code")))
            return form.with("code", "")
                    .wrong("code", AccessRule.PHONE_CODE_IS_RIGHT.key())
                    .again(PHONE, sent(true, 0));
        Toast.after(next, "portal.data.corrected");
        return new ModelAndView("redirect:/m/me/data");
    }

    private Map<String, Object> around(Actor worker) {
        var model = new HashMap<String, Object>();
        model.put("kept", desk.kept(worker).masked());
        return model;
    }

    private static Map<String, Object> sent(boolean sent, int wait) {
        return Map.of("sent", sent, "wait", wait);
    }
}

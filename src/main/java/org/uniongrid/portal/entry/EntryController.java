package org.uniongrid.portal.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.access.AccessRule;
import org.uniongrid.access.Client;
import org.uniongrid.access.WorkerSession;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Form;

/** Where workers sign in: a phone, a code, and where a family shares the phone, a name. */
@Controller
@RequestMapping(WorkerSession.SIGN_IN)
class EntryController {

    private static final String WHY = "whoever signs in is not signed in yet";
    private static final String FORM = "portal/entry/sign-in";
    private static final int WAIT = 60;

    private final EntryDesk desk;
    private final WorkerSession sessions;

    EntryController(EntryDesk desk, WorkerSession sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    @GetMapping
    @Open(WHY)
    ModelAndView form(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor && actor.isWorker())
            return new ModelAndView("redirect:" + WorkerSession.HOME);
        return new ModelAndView(FORM, around(request, false, 0)).addObject("form", Form.blank());
    }

    /** A page that was sent and is loaded again begins anew. */
    @GetMapping({"/code", "/person"})
    @Open(WHY)
    ModelAndView again(HttpServletRequest request) {
        return form(request);
    }

    @PostMapping("/code")
    @Open(WHY)
    ModelAndView code(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed).with("code", "");
        try {
            desk.sendCode(form.value("phone"), Client.of(request));
        } catch (RuleBroken broken) {
            var few = broken.rule() == AccessRule.PHONE_CODES_ARE_FEW;
            return form.broken("phone", broken).again(FORM, around(request, few, 0));
        }
        return new ModelAndView(FORM, around(request, true, WAIT)).addObject("form", form);
    }

    /** What follows a right code says for the first time whether anybody has that phone. */
    @PostMapping
    @Open(WHY)
    ModelAndView enter(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(typed);
        var proof = desk.prove(form.value("phone"), form.value("code"));
        if (proof.isEmpty())
            return form.with("code", "")
                    .wrong("code", AccessRule.PHONE_CODE_IS_RIGHT.key())
                    .again(FORM, around(request, true, 0));
        var people = desk.people(form.value("phone"));
        if (people.isEmpty()) return new ModelAndView("portal/entry/nobody");
        if (people.size() == 1)
            return enter(form.value("phone"), proof.get(), people.getFirst().publicId(), request, response);
        return new ModelAndView("portal/entry/choose")
                .addObject("people", people)
                .addObject("phone", form.value("phone"))
                .addObject("proof", proof.get());
    }

    @PostMapping("/person")
    @Open(WHY)
    ModelAndView choose(
            @RequestParam String phone,
            @RequestParam String proof,
            @RequestParam UUID person,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(phone, proof, person, request, response);
    }

    private ModelAndView enter(
            String phone, String proof, UUID person, HttpServletRequest request, HttpServletResponse response) {
        var known = desk.spend(phone, proof, person);
        if (known.isEmpty())
            return Form.blank()
                    .wrong("code", AccessRule.PHONE_CODE_IS_RIGHT.key())
                    .again(FORM, around(request, false, 0));
        var next = sessions.wanted(request, response);
        sessions.open(request, known.get());
        return new ModelAndView("redirect:" + next);
    }

    private static Map<String, Object> around(HttpServletRequest request, boolean sent, int wait) {
        var model = new HashMap<String, Object>();
        model.put("sent", sent);
        model.put("wait", wait);
        model.put("endsDesk", WorkerSession.endsDesk(request));
        return model;
    }
}

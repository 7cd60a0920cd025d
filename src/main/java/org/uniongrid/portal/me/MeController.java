package org.uniongrid.portal.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.SignIns;
import org.uniongrid.access.WorkerSession;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.web.Toast;

/** What a worker sees of themselves, and where they are signed in. */
@Controller
@RequestMapping("/m/me")
class MeController {

    private static final int SIGN_INS = 10;

    private final Identities identities;
    private final WorkerSession sessions;
    private final SignIns signIns;

    MeController(Identities identities, WorkerSession sessions, SignIns signIns) {
        this.identities = identities;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @GetMapping
    @Permission(Actor.WORKER)
    String me(Actor actor, Model model) {
        model.addAttribute("name", actor.name());
        model.addAttribute("phone", phone(identities.masked(actor.personId())));
        return "portal/me/me";
    }

    private static String phone(Map<IdentityField, String> masked) {
        return masked.getOrDefault(IdentityField.PHONE, "");
    }

    @GetMapping("/sessions")
    @Permission(Actor.WORKER)
    String sessions(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("sessions", sessions.of(request, actor));
        model.addAttribute("signIns", signIns.of(actor, SIGN_INS));
        return "portal/me/sessions";
    }

    @PostMapping("/sessions/end-others")
    @Permission(Actor.WORKER)
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes next) {
        sessions.endOthers(request, actor);
        Toast.after(next, "sessions.others-ended");
        return "redirect:/m/me/sessions";
    }

    @PostMapping("/sign-out")
    @Permission(Actor.WORKER)
    String signOut(Actor actor, HttpServletRequest request) {
        sessions.end(request, actor);
        return "redirect:" + WorkerSession.SIGN_IN;
    }
}

package org.uniongrid.access.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Account;
import org.uniongrid.access.ActorFilter;
import org.uniongrid.access.Sessions;
import org.uniongrid.access.SignIns;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.Toast;

/** The page of one's own account, with one's phone and e-mail and the devices one is signed in on. */
@Controller
@RequestMapping("/account")
class MyAccountController {

    private static final int SIGN_INS = 10;

    private final Sessions sessions;
    private final SignIns signIns;
    private final SessionDesk desk;
    private final ContactDesk contacts;

    MyAccountController(Sessions sessions, SignIns signIns, SessionDesk desk, ContactDesk contacts) {
        this.contacts = contacts;
        this.sessions = sessions;
        this.signIns = signIns;
        this.desk = desk;
    }

    @GetMapping
    @SignedIn("one's own account")
    String show(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("account", account);
        model.addAttribute("masked", contacts.kept(actor).masked());
        model.addAttribute("sessions", sessions.of(account, request.getSession().getId()));
        model.addAttribute("signIns", signIns.of(account, SIGN_INS));
        return "access/own/account";
    }

    @PostMapping("/sessions/{id}/end")
    @SignedIn("one's own sessions")
    String end(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @PathVariable UUID id,
            RedirectAttributes next) {
        desk.end(actor, account, id);
        Toast.after(next, "sessions.one-ended");
        return "redirect:/account";
    }

    @PostMapping("/sessions/end-others")
    @SignedIn("one's own sessions")
    String endOthers(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            HttpServletRequest request,
            RedirectAttributes next) {
        desk.endOthers(actor, account, request.getSession().getId());
        Toast.after(next, "sessions.others-ended");
        return "redirect:/account";
    }
}

package org.uniongrid.access.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.access.Account;
import org.uniongrid.access.ActorFilter;
import org.uniongrid.access.Client;
import org.uniongrid.access.Entrance;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;

/** The second step of signing in: the page that asks for a code, or has an app set up where one is required. */
@Controller
class SecondStepController {

    private static final Limit CODES = new Limit("code", 20, Duration.ofMinutes(5));

    private final SecondFactorDesk desk;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final RateLimits limits;

    SecondStepController(SecondFactorDesk desk, SecondFactors factors, Entrance entrance, RateLimits limits) {
        this.desk = desk;
        this.factors = factors;
        this.entrance = entrance;
        this.limits = limits;
    }

    @GetMapping(Entrance.CODE)
    @SignedIn("with a password only: asks for the code of one's own account")
    String code(Actor actor, HttpServletRequest request, Model model) {
        if (Entrance.isOpen(request)) return "redirect:/";
        return asking(null, model);
    }

    @PostMapping(Entrance.CODE)
    @SignedIn("with a password only: takes the code of one's own account")
    String enter(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (Entrance.isOpen(request)) return "redirect:/";
        limits.require(CODES, account.login());
        try {
            desk.enter(actor, account, Client.of(request), code);
        } catch (RuleBroken broken) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return asking(broken.rule().key(), model);
        }
        return "redirect:" + entrance.open(account, request, response);
    }

    private static String asking(@Nullable String problem, Model model) {
        model.addAttribute("problem", problem);
        return "access/secondfactor/code";
    }

    @GetMapping(Entrance.ENROL)
    @SignedIn("with a password only: sets up what one's own account must have")
    String enrolment(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            HttpServletRequest request,
            Model model) {
        if (Entrance.isOpen(request)) return "redirect:/";
        return enrolling(account, factors.draft(account), null, model);
    }

    @PostMapping(Entrance.ENROL)
    @SignedIn("with a password only: sets up what one's own account must have")
    String enrol(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @RequestParam String code,
            @RequestParam String draft,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        // with an app in use already, a password alone must not bring another
        if (Entrance.isOpen(request) || account.secondFactor()) return "redirect:/";
        limits.require(CODES, account.login());
        try {
            model.addAttribute("codes", desk.enrol(actor, account, Client.of(request), draft, code));
        } catch (RuleBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return enrolling(
                    account, factors.draft(account, draft), broken.rule().key(), model);
        }
        desk.signedIn(account, Client.of(request));
        model.addAttribute("next", entrance.open(account, request, response));
        model.addAttribute("login", account.login());
        return "access/secondfactor/first-codes";
    }

    private static String enrolling(Account account, SecondFactors.Draft draft, @Nullable String problem, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("enrolment", Enrolment.of(account.login(), draft.secret(), draft.sealed()));
        return "access/secondfactor/enrol";
    }
}

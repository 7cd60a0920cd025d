package org.uniongrid.access.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Account;
import org.uniongrid.access.ActorFilter;
import org.uniongrid.access.Client;
import org.uniongrid.access.PasswordPolicy;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.Toast;

/** Change of one's own password. What was typed into password fields is never sent back. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

    private final PasswordDesk desk;
    private final PasswordPolicy policy;

    PasswordController(PasswordDesk desk, PasswordPolicy policy) {
        this.desk = desk;
        this.policy = policy;
    }

    @GetMapping
    @SignedIn("one's own password")
    String form(@RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account, Model model) {
        return page(account, null, model);
    }

    @PostMapping
    @SignedIn("one's own password")
    String change(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            HttpServletRequest request,
            @RequestParam String now,
            @RequestParam String next,
            @RequestParam String again,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        try {
            desk.change(actor, account, Client.of(request), request.getSession().getId(), now, next, again);
        } catch (RuleBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(account, broken.rule().key(), model);
        }
        request.changeSessionId();
        Toast.after(after, "password.changed");
        return "redirect:/";
    }

    private String page(Account account, @Nullable String problem, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("first", account.mustChange());
        model.addAttribute("old", policy.isTooOld(account));
        model.addAttribute("hint", policy.hint());
        model.addAttribute("login", account.login());
        return "access/own/password";
    }
}

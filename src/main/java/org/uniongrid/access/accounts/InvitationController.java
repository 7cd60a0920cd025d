package org.uniongrid.access.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Client;
import org.uniongrid.access.Limit;
import org.uniongrid.access.PasswordPolicy;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Toast;

/** The page behind an invitation's link. What stands in the link goes on in a hidden field and to no other site. */
@Controller
@RequestMapping("/invitation")
class InvitationController {

    private static final Limit BY_ADDRESS = new Limit("invitation", 600, Duration.ofMinutes(10));

    private final InvitationDesk desk;
    private final PasswordPolicy policy;
    private final RateLimits limits;

    InvitationController(InvitationDesk desk, PasswordPolicy policy, RateLimits limits) {
        this.desk = desk;
        this.policy = policy;
        this.limits = limits;
    }

    @GetMapping("/{token}")
    @Open("whoever was invited has no password yet; the link is the key")
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(token, null, request, response, model);
    }

    /** Where somebody comes back to without the link. */
    @GetMapping
    @Open("says that a link is needed")
    String none(HttpServletResponse response) {
        return gone(response);
    }

    @PostMapping
    @Open("whoever was invited has no password yet; the link is the key")
    String accept(
            @RequestParam String token,
            @RequestParam String next,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        try {
            limits.require(BY_ADDRESS, Client.of(request).network());
            desk.accept(token, next, again);
        } catch (RuleBroken broken) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, broken.rule().key(), request, response, model);
        }
        Toast.after(after, "invitation.done");
        return "redirect:/sign-in";
    }

    private String page(
            String token,
            @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        limits.require(BY_ADDRESS, Client.of(request).network());
        response.setHeader("Referrer-Policy", "no-referrer");
        var account = desk.find(token).orElse(null);
        if (account == null) return gone(response);
        model.addAttribute("token", token);
        model.addAttribute("problem", problem);
        model.addAttribute("login", account.login());
        model.addAttribute("person", account.personName());
        model.addAttribute("hint", policy.hint());
        return "access/accounts/invitation";
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "access/accounts/gone";
    }
}

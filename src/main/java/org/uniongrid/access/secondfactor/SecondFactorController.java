package org.uniongrid.access.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
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
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.Toast;

/** One's own second factor: setting it up, a new phone, new codes on paper, giving it up. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorController {

    private final SecondFactorDesk desk;
    private final SecondFactors factors;
    private final RecoveryCodes codes;

    SecondFactorController(SecondFactorDesk desk, SecondFactors factors, RecoveryCodes codes) {
        this.desk = desk;
        this.factors = factors;
        this.codes = codes;
    }

    @GetMapping
    @SignedIn("one's own second factor")
    String show(@RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account, Model model) {
        return page(account, null, model);
    }

    @PostMapping
    @SignedIn("one's own second factor")
    String replace(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @RequestParam String now,
            @RequestParam String code,
            @RequestParam String draft,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return shown(
                () -> desk.replace(actor, account, Client.of(request), now, draft, code), account, response, model);
    }

    @PostMapping("/codes")
    @SignedIn("one's own codes on paper")
    String newCodes(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @RequestParam String now,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return shown(() -> desk.newCodes(actor, account, Client.of(request), now), account, response, model);
    }

    @PostMapping("/remove")
    @SignedIn("one's own second factor")
    String remove(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            @RequestParam String now,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            desk.remove(actor, account, Client.of(request), now);
        } catch (RuleBroken broken) {
            return again(broken, account, response, model);
        }
        Toast.after(next, "second-factor.removed");
        return "redirect:/account";
    }

    /** Codes stand in the answer itself and nowhere else, so that they are shown once. */
    private String shown(Supplier<List<String>> work, Account account, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("codes", work.get());
        } catch (RuleBroken broken) {
            return again(broken, account, response, model);
        }
        model.addAttribute("login", account.login());
        return "access/secondfactor/new-codes";
    }

    private String again(RuleBroken broken, Account account, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(account, broken.rule().key(), model);
    }

    private String page(Account account, @Nullable String problem, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("login", account.login());
        model.addAttribute("required", account.cellWide());
        model.addAttribute("since", factors.since(account).orElse(null));
        model.addAttribute("left", codes.left(account));
        var draft = factors.draft(account);
        model.addAttribute("enrolment", Enrolment.of(account.login(), draft.secret(), draft.sealed()));
        return "access/secondfactor/own";
    }
}

package org.uniongrid.access;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Toast;

/** The security administrator's list of accounts and the audit administrator's list of sign-ins. */
@Controller
class AccountsController {

    private final AccountList accounts;
    private final Accounts all;
    private final LockOut lockOut;
    private final SignIns signIns;

    AccountsController(AccountList accounts, Accounts all, LockOut lockOut, SignIns signIns) {
        this.accounts = accounts;
        this.all = all;
        this.lockOut = lockOut;
        this.signIns = signIns;
    }

    @GetMapping("/access/accounts")
    @Permission("access.account.read")
    String accounts(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", accounts.page(actor.reach("access.account.read"), cursor));
        model.addAttribute("mayUnlock", actor.may("access.account.unlock"));
        return "access/accounts";
    }

    @PostMapping("/access/accounts/{id}/unlock")
    @Permission("access.account.unlock")
    String unlock(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        var account = all.byId(id).orElseThrow(() -> new NoSuchElementException("account"));
        lockOut.open(account.login());
        Toast.after(next, "account.unlocked", account.login());
        return "redirect:/access/accounts";
    }

    @GetMapping("/access/sign-ins")
    @Permission("access.sign-in.read")
    String signIns(
            Actor actor,
            @RequestParam Optional<SignIns.Outcome> outcome,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", signIns.page(actor.reach("access.sign-in.read"), outcome.orElse(null), cursor));
        model.addAttribute("outcome", outcome.orElse(null));
        return "access/sign-ins";
    }
}

package org.uniongrid.access.accounts;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.uniongrid.access.Account;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.SignIns;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Toast;

/** The security administrator's pages of accounts. */
@Controller
@RequestMapping("/access/accounts")
class AccountsController {

    private static final int SIGN_INS = 20;

    private final AccountList list;
    private final PeopleWithoutAccount candidates;
    private final AccountDesk desk;
    private final Accounts accounts;
    private final SignIns signIns;

    AccountsController(
            AccountList list, PeopleWithoutAccount candidates, AccountDesk desk, Accounts accounts, SignIns signIns) {
        this.list = list;
        this.candidates = candidates;
        this.desk = desk;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    @GetMapping
    @Permission("access.account.read")
    String all(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<AccountFilter.State> state,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var filter = new AccountFilter(q.orElse(""), state.orElse(null));
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", list.page(actor.reach("access.account.read"), filter, cursor));
        model.addAttribute("filter", filter);
        return "access/accounts/list";
    }

    @GetMapping("/{id}")
    @Permission("access.account.read")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        var row = list.find(actor.reach("access.account.read"), id)
                .orElseThrow(() -> new NoSuchElementException("account"));
        var account = accounts.byId(id).orElseThrow(() -> new NoSuchElementException("account"));
        model.addAttribute("row", row);
        model.addAttribute("own", account.personId() == actor.personId());
        model.addAttribute("signIns", signIns.of(account, SIGN_INS));
        return "access/accounts/account";
    }

    @GetMapping("/new")
    @Permission("access.account.open")
    String choose(Actor actor, @RequestParam Optional<String> q, Model model) {
        return choosing(actor, q.orElse(""), model);
    }

    @PostMapping
    @Permission("access.account.open")
    ModelAndView open(
            Actor actor, @RequestParam UUID person, @RequestParam String login, @RequestParam String q, Model model) {
        try {
            return link(desk.open(actor, person, login.strip()));
        } catch (RuleBroken broken) {
            model.addAttribute("problem", broken.rule().key());
            model.addAttribute("chosen", person.toString());
            model.addAttribute("typed", login);
            return new ModelAndView(choosing(actor, q, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private String choosing(Actor actor, String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("login", candidates.freeLogin());
        model.addAttribute("found", candidates.named(actor.reach("access.account.open"), q));
        return "access/accounts/new";
    }

    @PostMapping("/{id}/invite")
    @Permission("access.account.open")
    ModelAndView invite(Actor actor, @PathVariable UUID id) {
        return link(desk.invite(actor, id));
    }

    /** The link stands in this answer and nowhere else, so that it is shown once. */
    private static ModelAndView link(AccountDesk.Opened opened) {
        var link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("invitation", opened.invitation().token())
                .toUriString();
        return new ModelAndView("access/accounts/link")
                .addObject("account", opened.account())
                .addObject("link", link)
                .addObject("until", opened.invitation().endsAt());
    }

    @PostMapping("/{id}/revoke-invitation")
    @Permission("access.account.open")
    String revoke(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return back(desk.revoke(actor, id), "account.invitation-revoked", next);
    }

    @PostMapping("/{id}/unlock")
    @Permission("access.account.unlock")
    String unlock(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return back(desk.unlock(actor, id), "account.unlocked", next);
    }

    @PostMapping("/{id}/disable")
    @Permission("access.account.disable")
    String disable(Actor actor, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes next) {
        return back(desk.disable(actor, id, reason), "account.disabled", next);
    }

    @PostMapping("/{id}/enable")
    @Permission("access.account.disable")
    String enable(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return back(desk.enable(actor, id), "account.enabled", next);
    }

    @PostMapping("/{id}/reset-second-factor")
    @Permission("access.account.reset")
    String resetSecondFactor(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return back(desk.resetSecondFactor(actor, id), "account.second-factor-reset", next);
    }

    @PostMapping("/{id}/end-sessions")
    @Permission("access.account.reset")
    String endSessions(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        return back(desk.endSessions(actor, id), "account.sessions-ended", next);
    }

    private static String back(Account account, String said, RedirectAttributes next) {
        Toast.after(next, said, account.login());
        return "redirect:/access/accounts/" + account.publicId();
    }
}

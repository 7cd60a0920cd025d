package org.uniongrid.access.accounts;

import static org.uniongrid.access.AccessRule.DISABLING_HAS_A_REASON;
import static org.uniongrid.access.AccessRule.LOGIN_IS_FREE;
import static org.uniongrid.access.AccessRule.LOGIN_IS_WELL_FORMED;
import static org.uniongrid.access.AccessRule.NOT_ONES_OWN_ACCOUNT;
import static org.uniongrid.access.AccessRule.PERSON_HOLDS_A_POST;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.AccountLife;
import org.uniongrid.access.AccountNotices;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.KnownDevices;
import org.uniongrid.access.LockOut;
import org.uniongrid.access.Passwords;
import org.uniongrid.access.accounts.Invitations.Invitation;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.organisation.Posts;

/** What the security administrator may do with accounts: with those of others only. */
@Service
@Transactional
class AccountDesk {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private final Accounts accounts;
    private final PeopleWithoutAccount candidates;
    private final Invitations invitations;
    private final AccountLife life;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final KnownDevices devices;
    private final Posts posts;
    private final AuditTrail trail;
    private final AccountNotices notices;

    AccountDesk(
            Accounts accounts,
            PeopleWithoutAccount candidates,
            Invitations invitations,
            AccountLife life,
            Passwords passwords,
            LockOut lockOut,
            KnownDevices devices,
            Posts posts,
            AuditTrail trail,
            AccountNotices notices) {
        this.accounts = accounts;
        this.candidates = candidates;
        this.invitations = invitations;
        this.life = life;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.devices = devices;
        this.posts = posts;
        this.trail = trail;
        this.notices = notices;
    }

    /** An account with the link that opens it. */
    record Opened(Account account, Invitation invitation) {}

    /** For somebody who holds a post and has none. Until the link is used nobody knows its password. */
    Opened open(Actor actor, UUID person, String login) {
        var candidate = candidates
                .find(actor.reach("access.account.open"), person)
                .orElseThrow(() -> new NoSuchElementException("candidate"));
        LOGIN_IS_WELL_FORMED.require(LOGIN.matcher(login).matches());
        LOGIN_IS_FREE.require(candidates.isFree(login));
        accounts.open(candidate.id(), login, passwords.hash(passwords.random()), false);
        var account = accounts.byLogin(login).orElseThrow();
        trail.add(actor, deed("access.account.open", account));
        return invited(account);
    }

    /** A new link; the password is worth nothing from now on. */
    Opened invite(Actor actor, UUID id) {
        var account = others(actor, id);
        accounts.changePassword(account, passwords.hash(passwords.random()), false, null);
        trail.add(actor, deed("access.account.invite", account));
        notices.passwordChanged(account);
        return invited(account);
    }

    private Opened invited(Account account) {
        var invitation = invitations.make(account);
        notices.invited(account, invitation.token());
        return new Opened(account, invitation);
    }

    Account revoke(Actor actor, UUID id) {
        var account = others(actor, id);
        if (invitations.revoke(account)) trail.add(actor, deed("access.account.revoke-invitation", account));
        return account;
    }

    Account unlock(Actor actor, UUID id) {
        var account = others(actor, id);
        var doors = devices.doors(account);
        var until = doors.stream()
                .flatMap(door -> lockOut.shutUntil(door).stream())
                .max(Comparator.naturalOrder())
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString())
                .orElse(null);
        doors.forEach(lockOut::open);
        trail.add(actor, deed("access.account.unlock", account).with("locked-until", until, null));
        return account;
    }

    Account disable(Actor actor, UUID id, String reason) {
        var account = others(actor, id);
        DISABLING_HAS_A_REASON.require(!reason.isBlank());
        invitations.revoke(account);
        life.disable(actor, account, reason.strip());
        return account;
    }

    Account enable(Actor actor, UUID id) {
        var account = others(actor, id);
        PERSON_HOLDS_A_POST.require(!posts.heldBy(account.personId()).isEmpty());
        accounts.enable(account);
        trail.add(actor, deed("access.account.enable", account));
        return account;
    }

    Account resetSecondFactor(Actor actor, UUID id) {
        var account = others(actor, id);
        accounts.forgetSecondFactor(account);
        accounts.endSessions(account, null);
        trail.add(actor, deed("access.second-factor.reset", account));
        notices.secondFactorChanged(account);
        return account;
    }

    Account endSessions(Actor actor, UUID id) {
        var account = others(actor, id);
        accounts.endSessions(account, null);
        trail.add(actor, deed("access.account.end-sessions", account));
        return account;
    }

    private Account others(Actor actor, UUID id) {
        var account = accounts.byId(id).orElseThrow(() -> new NoSuchElementException("account"));
        NOT_ONES_OWN_ACCOUNT.require(account.personId() != actor.personId());
        return account;
    }

    private static Deed deed(String action, Account account) {
        return Deed.of(action, "access.account", account.publicId(), account.login())
                .about(account.personId());
    }
}

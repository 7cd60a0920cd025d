package org.uniongrid.access.accounts;

import static org.uniongrid.access.AccessRule.INVITATION_IS_OPEN;
import static org.uniongrid.access.AccessRule.PASSWORD_TWICE_THE_SAME;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.PasswordPolicy;
import org.uniongrid.access.Passwords;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Posts;

/** What whoever holds a link may do with it: choose a password, once. A password refused leaves the link open. */
@Service
@Transactional
class InvitationDesk {

    private final Invitations invitations;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final Posts posts;
    private final AuditTrail trail;

    InvitationDesk(
            Invitations invitations,
            Accounts accounts,
            PasswordPolicy policy,
            Passwords passwords,
            Posts posts,
            AuditTrail trail) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.policy = policy;
        this.passwords = passwords;
        this.posts = posts;
        this.trail = trail;
    }

    Optional<Account> find(String token) {
        return invitations.accountOf(token).flatMap(accounts::byId);
    }

    void accept(String token, String next, String again) {
        var account = find(token).orElseThrow(() -> new RuleBroken(INVITATION_IS_OPEN));
        INVITATION_IS_OPEN.require(invitations.use(token));
        policy.check(next, account);
        PASSWORD_TWICE_THE_SAME.require(next.equals(again));
        accounts.changePassword(account, passwords.hash(next), false, null);
        var held = posts.heldBy(account.personId());
        var owner = new Actor(account.personId(), account.personName(), held, held.isEmpty() ? null : held.getFirst());
        trail.add(
                owner,
                Deed.of("access.account.accept", "access.account", account.publicId(), account.login())
                        .about(account.personId()));
    }
}

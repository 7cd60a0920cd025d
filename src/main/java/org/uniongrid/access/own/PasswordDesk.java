package org.uniongrid.access.own;

import static org.uniongrid.access.AccessRule.PASSWORD_TWICE_THE_SAME;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.AccountNotices;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.Client;
import org.uniongrid.access.OwnPassword;
import org.uniongrid.access.PasswordPolicy;
import org.uniongrid.access.Passwords;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;

/** Where somebody changes their own password. A wrong one counts as it does at sign-in: the tries are kept. */
@Service
@Transactional(noRollbackFor = RuleBroken.class)
class PasswordDesk {

    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnPassword own;
    private final PasswordPolicy policy;
    private final AuditTrail trail;
    private final AccountNotices notices;

    PasswordDesk(
            Accounts accounts,
            Passwords passwords,
            OwnPassword own,
            PasswordPolicy policy,
            AuditTrail trail,
            AccountNotices notices) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.own = own;
        this.policy = policy;
        this.trail = trail;
        this.notices = notices;
    }

    /** Goes on in this session; all others of the account end. */
    void change(Actor actor, Account account, Client client, String session, String now, String next, String again) {
        own.require(account, client, now);
        policy.check(next, account);
        PASSWORD_TWICE_THE_SAME.require(next.equals(again));
        accounts.changePassword(account, passwords.hash(next), false, session);
        trail.add(
                actor,
                Deed.of("access.account.change-password", "access.account", account.publicId(), account.login())
                        .about(account.personId()));
        notices.passwordChanged(account);
    }
}

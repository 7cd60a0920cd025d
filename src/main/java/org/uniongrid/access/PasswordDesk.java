package org.uniongrid.access;

import static org.uniongrid.access.AccessRule.PASSWORD_IS_NEW;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_THE_LOGIN;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_TRIED_TOO_OFTEN;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOW_RIGHT;
import static org.uniongrid.access.AccessRule.PASSWORD_LENGTH;
import static org.uniongrid.access.AccessRule.PASSWORD_TWICE_THE_SAME;

import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.RuleBroken;

/** Where somebody changes their own password. A wrong one counts as it does at sign-in: the tries are kept. */
@Service
@Transactional(noRollbackFor = RuleBroken.class)
class PasswordDesk {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;

    PasswordDesk(Accounts accounts, Passwords passwords, LockOut lockOut) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
    }

    /** Goes on in this session; all others of the account end. */
    void change(Account account, String session, String now, String next, String again) {
        PASSWORD_IS_NOT_TRIED_TOO_OFTEN.require(lockOut.mayTry(account.login()));
        PASSWORD_IS_NOW_RIGHT.require(passwords.matches(now, account.passwordHash()));
        lockOut.open(account.login());
        PASSWORD_LENGTH.require(next.length() >= Passwords.SHORTEST && next.length() <= Passwords.LONGEST);
        PASSWORD_IS_NEW.require(!next.equals(now));
        PASSWORD_IS_NOT_THE_LOGIN.require(!next.toLowerCase(Locale.ROOT).contains(account.login()));
        PASSWORD_TWICE_THE_SAME.require(next.equals(again));
        accounts.changePassword(account, passwords.hash(next), false, session);
    }
}

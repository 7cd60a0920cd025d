package org.uniongrid.access;

import static org.uniongrid.access.AccessRule.PASSWORD_IS_NEW;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_ONE_OF_THE_LAST_FIVE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** The profile of this cell, asked about one account. */
@Component
@Unscoped("asked about an account that its owner or its keeper has in hand")
public class PasswordPolicy {

    private final PasswordProfile profile;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    PasswordPolicy(
            @Value("${uniongrid.password-profile:dengbao}") String profile,
            Accounts accounts,
            Passwords passwords,
            Clock clock) {
        this.profile = PasswordProfile.valueOf(profile.strip().toUpperCase(Locale.ROOT));
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Says by the rule broken why this cannot be the next password of the account. */
    public void check(String next, Account account) {
        profile.check(next, account.login(), account.personName());
        PASSWORD_IS_NEW.require(!passwords.matches(next, account.passwordHash()));
        PASSWORD_IS_NOT_ONE_OF_THE_LAST_FIVE.require(accounts.passwordsBefore(account, profile.notAgain() - 1).stream()
                .noneMatch(before -> passwords.matches(next, before)));
    }

    /** Whether its owner must choose another before anything else. */
    public boolean mustChange(Account account) {
        return account.mustChange() || isTooOld(account);
    }

    /** Whether it must be changed for its age alone. */
    public boolean isTooOld(Account account) {
        var age = profile.age();
        return age != null && account.changedAt().plus(age).isBefore(OffsetDateTime.now(clock));
    }

    Duration idle() {
        return profile.idle();
    }

    /** Message key of what is asked of a password. */
    public String hint() {
        return "password.hint." + profile.name().toLowerCase(Locale.ROOT);
    }
}

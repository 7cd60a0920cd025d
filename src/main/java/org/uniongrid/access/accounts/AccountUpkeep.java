package org.uniongrid.access.accounts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.access.AccountLife;

/** Shuts the accounts that have come to their end, and warns before it. Any number of processes may do it at once. */
@Component
class AccountUpkeep {

    private static final int MINUTE = 60_000;

    private final AccountLife life;

    AccountUpkeep(AccountLife life) {
        this.life = life;
    }

    @Scheduled(initialDelay = MINUTE, fixedDelay = 30 * MINUTE)
    void endAccounts() {
        life.endWithPosts();
        life.endAsleep();
        life.warnBeforeSleep();
    }
}

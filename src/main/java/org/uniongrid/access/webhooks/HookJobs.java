package org.uniongrid.access.webhooks;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends in the background, and forgets what is old. Any number of processes may do it at once. */
@Component
class HookJobs {

    private static final int SECOND = 1_000;
    private static final int MOST_ROUNDS = 200;

    private final HookQueue queue;
    private final HookCourier courier;

    HookJobs(JdbcClient db, HookSender sender, HookSecrets secrets, HookNotices notices, Clock clock) {
        this.queue = new HookQueue(db, clock);
        this.courier = new HookCourier(queue, sender, secrets, notices, clock);
    }

    @Scheduled(initialDelay = 5 * SECOND, fixedDelay = 3 * SECOND)
    void send() {
        for (int round = 0; round < MOST_ROUNDS && courier.carry() > 0; round++)
            if (Thread.currentThread().isInterrupted()) return;
    }

    @Scheduled(initialDelay = 120 * SECOND, fixedDelay = 3600 * SECOND)
    void forget() {
        queue.forget();
    }
}

package org.uniongrid.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.notice.Doorbell;
import org.uniongrid.notice.NoticeKinds;
import org.uniongrid.notice.NoticeSecrets;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Wire;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends in the background, a thread for each wire, so that a slow one holds up no other. Any number of processes may do
 * it at once.
 */
@Component
class Sending implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(6);
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final AtomicBoolean running = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Courier> couriers;
    private final Queue queue;
    private final Doorbell doorbell;

    Sending(
            List<Wire> wires,
            Letters letters,
            Recipients recipients,
            NoticeKinds kinds,
            NoticeSecrets secrets,
            JsonMapper json,
            QuietHours usual,
            JdbcClient db,
            Doorbell doorbell,
            Clock clock) {
        this.queue = new Queue(db, clock);
        this.doorbell = doorbell;
        this.couriers = wires.stream()
                .map(wire -> new Courier(wire, queue, letters, recipients, kinds, secrets, json, usual, clock))
                .toList();
    }

    /** What a crash left behind, and secrets whose time is over. */
    @Scheduled(fixedDelay = 30_000)
    void tidy() {
        if (queue.recover() > 0) doorbell.ring();
        queue.forget();
    }

    @Override
    public void start() {
        running.set(true);
        couriers.forEach(courier -> courier.stop(false));
        couriers.forEach(
                courier -> threads.add(Thread.ofVirtual().name("notice-sending").start(() -> work(courier))));
    }

    private void work(Courier courier) {
        while (running.get()) {
            try {
                var heard = doorbell.rings();
                if (courier.carry() < Courier.MOST) doorbell.await(heard, LOOK);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                if (!running.get()) return;
                LOG.error("Sending was interrupted", failure);
                rest();
            }
        }
    }

    private void rest() {
        try {
            doorbell.await(doorbell.rings(), LOOK);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running.set(false);
        couriers.forEach(courier -> courier.stop(true));
        doorbell.ring();
        try {
            for (var thread : threads) thread.join(STOP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}

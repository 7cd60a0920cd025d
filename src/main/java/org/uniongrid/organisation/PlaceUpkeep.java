package org.uniongrid.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets what begins or ends on a day take effect: at the start and when a new day has come. */
@Component
class PlaceUpkeep {

    private final TreeWriter tree;
    private final Clock clock;
    private final AtomicReference<LocalDate> done = new AtomicReference<>(LocalDate.MIN);

    PlaceUpkeep(TreeWriter tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    /** Any number of processes may do it at once: one waits for the other and finds nothing left to do. */
    @Scheduled(fixedDelay = 60_000)
    void catchUp() {
        var today = LocalDate.now(clock);
        if (today.equals(done.get())) return;
        tree.catchUp();
        done.set(today);
    }
}

package org.uniongrid.structure.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.organisation.TreeWriter;

/** Lets planned changes count as done when their day has come, and tells other modules of them. */
@Component
class ChangeUpkeep {

    private final Changes changes;
    private final Leftovers leftovers;
    private final TreeWriter writer;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<LocalDate> done = new AtomicReference<>(LocalDate.MIN);

    ChangeUpkeep(
            Changes changes,
            Leftovers leftovers,
            TreeWriter writer,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.leftovers = leftovers;
        this.writer = writer;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Any number of processes may do it at once: each change is taken by one of them. */
    @Scheduled(fixedDelay = 60_000)
    void catchUp() {
        var today = LocalDate.now(clock);
        if (today.equals(done.get())) return;
        letTakeEffect(today);
        done.set(today);
    }

    /** All that is due on this day. What came to a unit after it was planned to end goes with the rest of it. */
    void letTakeEffect(LocalDate today) {
        writer.catchUp();
        transaction.executeWithoutResult(status -> {
            writer.lock();
            for (var due : changes.due(today)) {
                var trace = new ArrayList<>(due.trace());
                trace.addAll(leftovers.settle(due));
                changes.done(due, List.copyOf(trace));
                due.planned().events().forEach(events::publishEvent);
            }
        });
    }
}

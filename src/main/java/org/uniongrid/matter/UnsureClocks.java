package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.WorkCalendars;

/** Winds clocks again that run in a year whose holidays were not known when they began, once they are. */
@Component
@Unscoped("a job that acts for nobody")
class UnsureClocks {

    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final TaskClocks clocks;
    private final WorkCalendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<Set<Integer>> done = new AtomicReference<>(Set.of());

    UnsureClocks(
            JdbcClient db, TaskClocks clocks, WorkCalendars calendars, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.clocks = clocks;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Unsure(long id, long matterId) {}

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void catchUp() {
        var known = calendars.from(LocalDate.now(clock).minusYears(1)).years();
        if (known.equals(done.get())) return;
        windAgain();
        done.set(known);
    }

    void windAgain() {
        for (var batch = after(0);
                !batch.isEmpty();
                batch = after(batch.getLast().id()))
            for (var one : batch) transaction.executeWithoutResult(status -> windAgain(one));
    }

    private List<Unsure> after(long last) {
        return db.sql("""
                        select id, matter_id from matter.task
                        where state = 'OPEN' and not clock_sure and id > ? order by id limit ?
                        """).params(last, AT_ONCE).query(Unsure.class).list();
    }

    private void windAgain(Unsure one) {
        db.sql("select id from matter.matter where id = ? for no key update")
                .param(one.matterId())
                .query(Long.class)
                .single();
        clocks.windAgain(one.id());
    }
}

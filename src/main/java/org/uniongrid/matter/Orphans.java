package org.uniongrid.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.organisation.PeopleLeft;

/**
 * Steps in a unit where nobody may do them any more go to the pool of the nearest unit above that has somebody; of a unit
 * that was merged, to the one that took over. At once where people leave or units end today, and every quarter of an hour
 * for what ends by itself. Any number of processes may do it at once.
 */
@Component
class Orphans {

    static final String TOLD = "matter.moved-up";
    private static final int AT_ONCE = 500;
    private static final long QUARTER = 900_000;
    private static final Actor JOB = Actor.system("matter-orphans");
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final OrphanBook book;
    private final AuditTrail trail;
    private final Notices notices;
    private final TransactionTemplate alone;

    Orphans(OrphanBook book, AuditTrail trail, Notices notices, PlatformTransactionManager transactions) {
        this.book = book;
        this.trail = trail;
        this.notices = notices;
        // who leaves is told after the commit, while the transaction that is over still counts as the present one
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A step that has gone from one unit to another. */
    record Moved(long matterId, long toId, String fromName, String toName) {}

    @Scheduled(initialDelay = QUARTER, fixedDelay = QUARTER)
    void sweep() {
        while (sweep(null)) {}
    }

    /** After the change is kept. Where that is more than a batch, the next round moves the rest. */
    @TransactionalEventListener
    void peopleLeft(PeopleLeft event) {
        sweep(event.units());
    }

    /**
     * @param units those to look at; null for all
     * @return whether there may be more
     */
    boolean sweep(@Nullable List<Long> units) {
        try {
            return Boolean.TRUE.equals(alone.execute(status -> sweepSome(units)));
        } catch (RuntimeException e) {
            LOG.warn("Steps in nobody's hands could not be moved", e);
            return false;
        }
    }

    private boolean sweepSome(@Nullable List<Long> units) {
        var locked = book.lock(units, AT_ONCE);
        if (locked.isEmpty()) return false;
        var moved = book.move(locked);
        if (moved.isEmpty()) return false;
        book.count(locked);
        record(moved);
        tell(moved);
        return locked.size() == AT_ONCE;
    }

    private void record(List<Moved> moved) {
        Map<String, Integer> ways = new LinkedHashMap<>();
        for (var one : moved) ways.merge(one.fromName() + " → " + one.toName(), 1, Integer::sum);
        ways.forEach((way, count) -> trail.add(
                JOB,
                Deed.of("matter.move-up", Tidings.SUBJECT, null, way)
                        .with("steps-moved", null, String.valueOf(count))));
    }

    private void tell(List<Moved> moved) {
        var round = UUID.randomUUID();
        for (var person : book.people(moved.stream().map(Moved::toId).distinct().toList()))
            notices.tell(
                    Notice.of(TOLD + ":" + round + ":" + person, TOLD, person).at("/matters?box=pool"));
    }
}

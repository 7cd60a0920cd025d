package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Unscoped;

/**
 * Lets the clocks of steps ring: nearly due, late, told to the unit above. What rang while the platform stood still is
 * caught up with. Any number of processes may do it at once: each alarm is raised by one of them.
 */
@Component
@Unscoped("a job that acts for nobody")
class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Clocks clocks;
    private final AlarmNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Alarms(JdbcClient db, Clocks clocks, AlarmNotices notices, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.clocks = clocks;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(long id, long matterId, OffsetDateTime alarmAt) {

        static final Due NONE = new Due(0, 0, OffsetDateTime.parse("1970-01-01T00:00:00Z"));
    }

    /** A step whose clock rings, its matter locked. */
    record Ringing(long id, long matterId, long unitId, OffsetDateTime dueAt, AlarmLevel alarmLevel) {}

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void ring() {
        var now = now();
        var batch = after(Due.NONE, now);
        while (!batch.isEmpty()) {
            for (var due : batch) raiseAlone(due);
            batch = after(batch.getLast(), now);
        }
    }

    /** Read without locks: whoever holds one of them is waited for when its turn comes. */
    private List<Due> after(Due last, OffsetDateTime now) {
        return db.sql("""
                        select id, matter_id, alarm_at from matter.task
                        where state = 'OPEN' and alarm_at <= :now and (alarm_at, id) > (:at, :id)
                        order by alarm_at, id limit :most
                        """)
                .param("now", now)
                .param("at", last.alarmAt())
                .param("id", last.id())
                .param("most", AT_ONCE)
                .query(Due.class)
                .list();
    }

    /** One that fails keeps no other from being raised; it is tried again the next time. */
    private void raiseAlone(Due due) {
        try {
            transaction.executeWithoutResult(status -> raise(due));
        } catch (RuntimeException e) {
            LOG.warn("The alarm of step {} could not be raised", due.id(), e);
        }
    }

    private void raise(Due due) {
        db.sql("select id from matter.matter where id = ? for no key update")
                .param(due.matterId())
                .query(Long.class)
                .single();
        db.sql("""
                        select id, matter_id, unit_id, due_at, alarm_level from matter.task
                        where id = ? and state = 'OPEN' and alarm_at <= ?
                        """).params(due.id(), now()).query(Ringing.class).optional().ifPresent(this::raise);
    }

    private void raise(Ringing step) {
        var now = clock.instant();
        var dueAt = step.dueAt().toInstant();
        if (dueAt.isAfter(now)) {
            notices.dueSoon(step);
            rang(step, AlarmLevel.AMBER, dueAt);
            return;
        }
        var escalation = clocks.rules(step.unitId(), dueAt).escalation(dueAt);
        if (step.alarmLevel().compareTo(AlarmLevel.RED) < 0) notices.overdue(step);
        else escalation = now;
        if (escalation == null || escalation.isAfter(now)) rang(step, AlarmLevel.RED, escalation);
        else rang(step, notices.escalate(step) ? AlarmLevel.ESCALATED : AlarmLevel.RED, null);
    }

    private void rang(Ringing step, AlarmLevel level, @Nullable Instant next) {
        db.sql("update matter.task set alarm_level = :level, alarm_at = :next where id = :task")
                .param("level", level.name())
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("task", step.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

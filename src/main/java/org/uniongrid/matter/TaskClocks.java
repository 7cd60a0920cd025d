package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Measure;

/** The clocks of the steps that wait. */
@Repository
@Unscoped("of matters that were found for their reader, or that a job has locked")
public class TaskClocks {

    private static final String CLOCK = """
            select t.id, t.public_id, t.unit_id, t.clock_unit, t.clock_amount, t.clock_pack, t.clock_value, t.article,
                   t.clock_sure, t.used, coalesce(t.resumed_at, t.started_at) as runs_since, t.paused_since, t.due_at, t.alarm_level
            from matter.task t where t.clock_unit is not null and t.state <> 'DONE' and\s""";

    private final JdbcClient db;
    private final Clocks clocks;
    private final Clock clock;

    TaskClocks(JdbcClient db, Clocks clocks, Clock clock) {
        this.db = db;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * A clock and how it stands.
     *
     * @param task public id of its step
     * @param pack version of the rule pack that sets it
     * @param value key of the value in it
     * @param sure whether the holidays of all years that it runs in are known
     * @param used minutes of a clock in minutes or working hours, else days, before it ran last
     * @param runsSince when it began, or went on after it had stood still
     */
    public record TaskClock(
            long id,
            UUID task,
            long unitId,
            Measure unit,
            int amount,
            UUID pack,
            String value,
            String article,
            boolean sure,
            int used,
            Instant runsSince,
            @Nullable Instant pausedSince,
            Instant dueAt,
            AlarmLevel level) {

        int left() {
            return Math.max(0, ClockRules.span(unit, amount) - used);
        }
    }

    /** By the public id of the step. */
    public Map<UUID, TaskClock> of(Matter matter) {
        var found = new HashMap<UUID, TaskClock>();
        db.sql(CLOCK + "t.matter_id = ?")
                .param(matter.id())
                .query((row, number) -> clock(row))
                .list()
                .forEach(one -> found.put(one.task(), one));
        return found;
    }

    /** Lets the clock of a step stand still; its matter is locked. Months run on. */
    void pause(long task) {
        var running = find(task);
        if (running.pausedSince() != null) return;
        MatterRule.MONTHS_RUN_ON.require(running.unit() != Measure.MONTHS);
        var now = clock.instant();
        var rules = clocks.rules(running.unitId(), running.runsSince());
        db.sql("update matter.task set paused_since = ?, used = ?, alarm_at = null where id = ?")
                .params(now(), running.used() + rules.used(running.unit(), running.runsSince(), now), task)
                .update();
    }

    /** Lets it go on: what was left is counted from now. What was late already stays late. */
    void resume(long task) {
        var paused = find(task);
        if (paused.pausedSince() == null) return;
        var now = clock.instant();
        var rules = clocks.rules(paused.unitId(), now);
        if (!paused.dueAt().isAfter(paused.pausedSince())) {
            var alarm = paused.level() == AlarmLevel.RED ? rules.escalation(now) : now;
            goOn(paused, null, paused.level() == AlarmLevel.ESCALATED ? null : alarm, paused.sure());
            return;
        }
        var due = rules.due(paused.unit(), paused.left(), now);
        var span = ClockRules.span(paused.unit(), paused.amount());
        var alarm = paused.level() == AlarmLevel.NONE
                ? rules.firstAlarm(paused.unit(), span, paused.used(), now, due)
                : due;
        goOn(paused, due, alarm, rules.isSure(paused.unit(), now, due));
    }

    /** Winds a clock again that ran without a list of holidays, where that is known now; its matter is locked. */
    void windAgain(long task) {
        var unsure = find(task);
        var now = clock.instant();
        var rules = clocks.rules(unsure.unitId(), unsure.runsSince());
        var due = rules.due(unsure.unit(), unsure.left(), unsure.runsSince());
        if (unsure.sure() || unsure.pausedSince() != null || !rules.isSure(unsure.unit(), unsure.runsSince(), due))
            return;
        var span = ClockRules.span(unsure.unit(), unsure.amount());
        var first = rules.firstAlarm(unsure.unit(), span, unsure.used(), unsure.runsSince(), due);
        db.sql("""
                        update matter.task set clock_sure = true, due_at = :due,
                            alarm_level = case when :late or alarm_level = 'NONE' then alarm_level else 'AMBER' end,
                            alarm_at = case when alarm_level = 'NONE' then :first
                                when :late and alarm_level in ('RED', 'ESCALATED') then alarm_at else :due end
                        where id = :task
                        """)
                .param("due", at(due))
                .param("first", at(first))
                .param("late", !due.isAfter(now))
                .param("task", task)
                .update();
    }

    private void goOn(TaskClock paused, @Nullable Instant due, @Nullable Instant alarm, boolean sure) {
        db.sql("""
                        update matter.task set paused_since = null, resumed_at = :now, due_at = coalesce(:due, due_at),
                            alarm_at = :alarm, clock_sure = :sure
                        where id = :task
                        """)
                .param("now", now())
                .param("due", at(due))
                .param("alarm", at(alarm))
                .param("sure", sure)
                .param("task", paused.id())
                .update();
    }

    private TaskClock find(long task) {
        return db.sql(CLOCK + "t.id = ?")
                .param(task)
                .query((row, number) -> clock(row))
                .single();
    }

    private static TaskClock clock(ResultSet row) throws SQLException {
        var paused = row.getObject("paused_since", OffsetDateTime.class);
        return new TaskClock(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getLong("unit_id"),
                Measure.valueOf(row.getString("clock_unit")),
                row.getInt("clock_amount"),
                row.getObject("clock_pack", UUID.class),
                row.getString("clock_value"),
                row.getString("article"),
                row.getBoolean("clock_sure"),
                row.getInt("used"),
                row.getObject("runs_since", OffsetDateTime.class).toInstant(),
                paused == null ? null : paused.toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                AlarmLevel.valueOf(row.getString("alarm_level")));
    }

    private @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atZone(clock.getZone()).toOffsetDateTime();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

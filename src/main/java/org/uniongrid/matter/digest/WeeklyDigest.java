package org.uniongrid.matter.digest;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;

/**
 * On Mondays from nine o'clock those for whom steps wait since before that day, and who did not sign in for a week, are
 * told how many; no titles. Once a week, whatever number of processes does it.
 */
@Component
public class WeeklyDigest {

    static final String KIND = "matter.week";
    private static final int HOUR = 9;
    private static final int QUARTER = 15 * 60_000;

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    WeeklyDigest(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    record Burden(long personId, int waiting, int late) {}

    @Scheduled(initialDelay = QUARTER, fixedDelay = QUARTER)
    @Transactional
    public void onMondays() {
        var now = OffsetDateTime.now(clock);
        if (isTime(now)) tell(now);
    }

    static boolean isTime(OffsetDateTime now) {
        return now.getDayOfWeek() == DayOfWeek.MONDAY && now.getHour() >= HOUR;
    }

    void tell(OffsetDateTime now) {
        for (var one : burdens(now))
            notices.tell(Notice.of(key(one.personId(), now.toLocalDate()), KIND, one.personId())
                    .with("waiting", String.valueOf(one.waiting()))
                    .with("late", String.valueOf(one.late()))
                    .at("/matters"));
    }

    private static String key(long person, LocalDate day) {
        return "%s:%d:%d-%d"
                .formatted(
                        KIND, person, day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Steps in the hands of a post count for its holder, those in a pool for all who may handle matters there. */
    @Unscoped("each is told of their own steps only")
    List<Burden> burdens(OffsetDateTime now) {
        return db.sql("""
                        with waiting as (
                            select * from matter.task where state = 'OPEN' and started_at < :day),
                        hands as (
                            select t.holder_id as post_id, t.due_at from waiting t where t.holder_kind = 'POST'
                            union all
                            select o.id, t.due_at from waiting t join organisation.post o on o.unit_id = t.unit_id
                            join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                            where t.holder_kind = 'POOL')
                        select n.person_id, count(*)::int as waiting, count(*) filter (where h.due_at < :now)::int as late
                        from hands h join organisation.tenure n on n.post_id = h.post_id and n.during @> :today
                        where not exists (
                            select from access.account a where a.person_id = n.person_id and a.last_sign_in >= :since)
                        group by n.person_id
                        """)
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("day", now.toLocalDate().atStartOfDay(now.getOffset()).toOffsetDateTime())
                .param("since", now.minusWeeks(1))
                .query(Burden.class)
                .list();
    }
}

package org.uniongrid.membership.doubts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.RulePacks;

/** Looks at all rolls each night, some hundred unions at a time, and passes up what was not put right in time. */
@Component
@Unscoped("a job; what it finds is shown to who reaches the union")
class DoubtJob {

    private static final int BATCH = 200;

    private final JdbcClient db;
    private final RulePacks packs;
    private final RollLook look;
    private final DoubtKeeping keeping;
    private final DoubtNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DoubtJob(
            JdbcClient db,
            RulePacks packs,
            RollLook look,
            DoubtKeeping keeping,
            DoubtNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.db = db;
        this.packs = packs;
        this.look = look;
        this.keeping = keeping;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One process does it; another that comes finds it taken. */
    @Scheduled(cron = "0 40 2 * * *")
    void nightly() {
        long last = 0;
        for (var units = after(last); !units.isEmpty(); units = after(last)) {
            var batch = units;
            transaction.executeWithoutResult(_ -> lookAt(batch));
            last = units.getLast();
        }
        transaction.executeWithoutResult(_ -> notices.remind());
        transaction.executeWithoutResult(_ -> passUp());
    }

    /** A union that was dissolved is looked at once more: what was found of it ends. */
    private List<Long> after(long last) {
        return db.sql("""
                        select u.id from organisation.unit u
                        where u.id > ? and (u.scope is not null and exists (select from membership.stay s where s.unit_id = u.id)
                            or exists (select from membership.doubt d where d.unit_id = u.id and d.ended_at is null))
                        order by u.id limit ?
                        """).params(last, BATCH).query(Long.class).list();
    }

    /** In the caller's transaction: two that look at the same unions wait for one another. */
    void lookAt(List<Long> units) {
        db.sql("select pg_advisory_xact_lock(hashtext('membership.doubt'))").query(row -> {});
        var limits = limits(units);
        if (limits.isEmpty()) return;
        var began = keeping.now();
        for (var finding : look.look(limits)) {
            var limit = limits.get(finding.unit());
            if (limit == null) continue;
            var fresh = keeping.keep(finding, limit.mend());
            if (fresh > 0) notices.seen(fresh);
        }
        keeping.mended(List.copyOf(limits.keySet()), began);
    }

    private Map<Long, Thresholds> limits(List<Long> units) {
        var today = LocalDate.now(clock);
        var byDivision = new HashMap<String, Thresholds>();
        var divisions = packs.divisionsOf(units);
        var limits = new HashMap<Long, Thresholds>();
        for (var unit : units) {
            var division = divisions.getOrDefault(unit, "");
            var limit = byDivision.get(division);
            if (limit == null) {
                var pack = packs.find(Thresholds.SUBJECT, division, today).orElse(null);
                if (pack == null) continue;
                limit = Thresholds.of(pack);
                byDivision.put(division, limit);
            }
            limits.put(unit, limit);
        }
        return limits;
    }

    Thresholds limit(long unit) {
        return limits(List.of(unit)).values().iterator().next();
    }

    /** Also what was explained: the unions above say whether it is enough. */
    void passUp() {
        var passed = db.sql("""
                        with due as (
                            update membership.doubt set passed_at = coalesce(passed_at, :now),
                                state = case state when 'SENT_BACK' then 'OPEN' else state end, due_on = 'infinity'
                            where ended_at is null and due_on <= :today returning id),
                        noted as (
                            insert into membership.doubt_event (doubt_id, at, what) select id, :now, 'PASSED' from due)
                        select id from due
                        """)
                .param("now", keeping.now())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
        passed.forEach(notices::passed);
    }
}

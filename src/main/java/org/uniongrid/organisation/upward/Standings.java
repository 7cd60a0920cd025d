package org.uniongrid.organisation.upward;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Span;
import org.uniongrid.foundation.Unscoped;

/** Derives where unions stand: from the batches they were in, and from what their row would be now. */
@Component
@Unscoped("gives out nothing of what it reads")
class Standings {

    private static final int AT_ONCE = 1_000;
    private static final long TEN_MINUTES = 600_000;

    /** A batch that was taken out later than the last one handed in waits to be handed in itself. */
    private static final String DERIVED = """
            with reported as (
                select distinct on (r.unit_id) r.unit_id, r.batch_id, r.hash, r.result, coalesce(r.receipt, b.receipt) as receipt,
                       r.reason, b.reported_on
                from organisation.report_row r join organisation.report_batch b on b.id = r.batch_id
                where r.unit_id = any (:units) and b.state in ('REPORTED', 'ANSWERED')
                order by r.unit_id, b.reported_on desc, b.id desc),
            exported as (
                select distinct on (r.unit_id) r.unit_id, r.batch_id
                from organisation.report_row r join organisation.report_batch b on b.id = r.batch_id
                where r.unit_id = any (:units) and b.state = 'EXPORTED' order by r.unit_id, b.id desc),
            present as (
            """ + Layout.rows("u.id = any (:units)") + """
            )
            select n.unit_id,
                   case when e.batch_id > coalesce(l.batch_id, 0) then 'EXPORTED' when l.hash <> n.hash then 'CHANGED'
                        when l.result = 'REJECTED' then 'REJECTED' else 'REPORTED' end as state,
                   case when e.batch_id > coalesce(l.batch_id, 0) then e.batch_id else l.batch_id end as batch_id,
                   l.reported_on, l.receipt, l.reason
            from present n left join reported l on l.unit_id = n.unit_id left join exported e on e.unit_id = n.unit_id
            where l.batch_id is not null or e.batch_id is not null
            """;

    private final JdbcClient db;
    private final Clock clock;

    Standings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What has changed in the register since it was reported is seen within ten minutes; or at once, where somebody asks. */
    @Scheduled(fixedDelay = TEN_MINUTES, initialDelay = TEN_MINUTES)
    void deriveAll() {
        var after = 0L;
        for (var units = next(after); !units.isEmpty(); units = next(after)) {
            derive(units);
            after = units.getLast();
        }
    }

    /** Those of a subtree that were exported before. */
    void deriveIn(Span span) {
        inParts(db.sql("""
                        select s.unit_id from organisation.report_standing s
                        join organisation.unit u on u.id = s.unit_id and u.scope >= :from and u.scope < :to order by s.unit_id
                        """)
                .param("from", span.from())
                .param("to", span.to())
                .query(Long.class)
                .list());
    }

    /** The unions of a batch. */
    void deriveOf(long batch) {
        inParts(db.sql("select unit_id from organisation.report_row where batch_id = ? order by unit_id")
                .param(batch)
                .query(Long.class)
                .list());
    }

    private void inParts(List<Long> units) {
        for (int i = 0; i < units.size(); i += AT_ONCE) derive(units.subList(i, Math.min(units.size(), i + AT_ONCE)));
    }

    private List<Long> next(long after) {
        return db.sql("select unit_id from organisation.report_standing where unit_id > ? order by unit_id limit ?")
                .params(after, AT_ONCE)
                .query(Long.class)
                .list();
    }

    private void derive(List<Long> units) {
        var ids = units.toArray(Long[]::new);
        db.sql("""
                        insert into organisation.report_standing as s (unit_id, state, batch_id, reported_on, receipt, reason)
                        """ + DERIVED + """
                        on conflict (unit_id) do update
                        set (state, batch_id, reported_on, receipt, reason)
                            = (excluded.state, excluded.batch_id, excluded.reported_on, excluded.receipt, excluded.reason)
                        where (s.state, s.batch_id, s.reported_on, s.receipt, s.reason) is distinct from
                              (excluded.state, excluded.batch_id, excluded.reported_on, excluded.receipt, excluded.reason)
                        """)
                .param("units", ids)
                .param("today", LocalDate.now(clock))
                .update();
        db.sql("""
                        delete from organisation.report_standing s where s.unit_id = any (:units) and not exists (
                            select from organisation.report_row r join organisation.report_batch b on b.id = r.batch_id
                            where r.unit_id = s.unit_id and b.state in ('EXPORTED', 'REPORTED', 'ANSWERED'))
                        """).param("units", ids).update();
    }
}

package org.uniongrid.membership.doubts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Writes what was found: new doubts begin, known ones are seen again, and those that no longer hold end as mended. */
@Repository
@Unscoped("a job, or a desk that has found the doubt within reach")
class DoubtKeeping {

    /** An explanation that was accepted holds for a year, unless it comes to more members. */
    private static final Period ACCEPTED = Period.ofYears(1);

    private final JdbcClient db;
    private final Clock clock;

    DoubtKeeping(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return id of the doubt where it is new, else 0 */
    long keep(Finding finding, int days) {
        var known = db.sql("""
                        update membership.doubt set members = :members, measure = :measure, last_seen = :now
                        where unit_id = :unit and rule = :rule and ended_at is null returning id
                        """)
                .param("members", finding.members())
                .param("measure", finding.measure())
                .param("now", now())
                .param("unit", finding.unit())
                .param("rule", finding.rule().name())
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            about(known.get(), finding.stays());
            return 0;
        }
        if (isAccepted(finding)) return 0;
        var id = db.sql("""
                        insert into membership.doubt (unit_id, rule, members, measure, first_seen, last_seen, due_on)
                        values (:unit, :rule, :members, :measure, :now, :now, :due) returning id
                        """)
                .param("unit", finding.unit())
                .param("rule", finding.rule().name())
                .param("members", finding.members())
                .param("measure", finding.measure())
                .param("now", now())
                .param("due", LocalDate.now(clock).plusDays(days))
                .query(Long.class)
                .single();
        about(id, finding.stays());
        note(id, "SEEN");
        return id;
    }

    private boolean isAccepted(Finding finding) {
        return db.sql("""
                        select exists (select from membership.doubt where unit_id = :unit and rule = :rule
                            and state = 'ACCEPTED' and ended_at > :since and members >= :members)
                        """)
                .param("unit", finding.unit())
                .param("rule", finding.rule().name())
                .param("since", now().minus(ACCEPTED))
                .param("members", finding.members())
                .query(Boolean.class)
                .single();
    }

    private void about(long doubt, List<Long> stays) {
        db.sql("delete from membership.doubt_stay where doubt_id = ?")
                .param(doubt)
                .update();
        db.sql(
                        "insert into membership.doubt_stay (doubt_id, stay_id) select :doubt, id from unnest(:stays::bigint[]) id")
                .param("doubt", doubt)
                .param("stays", stays.toArray(Long[]::new))
                .update();
    }

    /** Those of the unions just looked at that were not seen this time. */
    int mended(List<Long> units, OffsetDateTime since) {
        return db.sql("""
                        with gone as (
                            update membership.doubt set state = 'MENDED', ended_at = :now
                            where unit_id = any (:units) and ended_at is null and last_seen < :since returning id)
                        insert into membership.doubt_event (doubt_id, at, what) select id, :now, 'MENDED' from gone
                        """)
                .param("now", now())
                .param("units", units.toArray(Long[]::new))
                .param("since", since)
                .update();
    }

    private void note(long doubt, String what) {
        db.sql("insert into membership.doubt_event (doubt_id, at, what) values (?, ?, ?)")
                .params(doubt, now(), what)
                .update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

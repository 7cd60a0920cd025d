package org.uniongrid.membership;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/**
 * How many members counted on a day in a union and all below it: those at work, of whom each is in one union. Kept as sums
 * by day, so that no figure reads the roll; exact at any moment.
 */
@Repository
public class Counts {

    private final JdbcClient db;

    Counts(JdbcClient db) {
        this.db = db;
    }

    /**
     * How many of one class.
     *
     * @param workerClass key of a class; empty where none is known
     */
    public record OfClass(String workerClass, long members) {}

    /** By class, most first. The unit was found within this reach, which sees all below it. */
    public List<OfClass> onDay(Reach reach, long unit, Scope scope, LocalDate day) {
        if (!reach.seesBelow(scope)) return own(unit, day);
        return db.sql(
                        "select worker_class, members from membership.on_day(?, ?, ?) order by members desc, worker_class")
                .params(unit, scope.path(), day)
                .query(OfClass.class)
                .list();
    }

    private List<OfClass> own(long unit, LocalDate day) {
        return db.sql("""
                        select worker_class, sum(change) as members from (
                            select worker_class, change from membership.unit_day where unit_id = :unit and day <= :day
                            union all select worker_class, change from membership.count_delta where unit_id = :unit and day <= :day) c
                        group by 1 having sum(change) <> 0 order by members desc, worker_class
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(OfClass.class)
                .list();
    }

    /** Any number of processes may do it at once: one folds, the others go on. */
    @Scheduled(fixedDelay = 5_000)
    @Unscoped("gives out nothing of what it reads")
    void fold() {
        db.sql("select membership.fold_counts(false)").query(row -> {});
    }
}

package org.uniongrid.organisation.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much there is below a unit, from the sums kept along the tree. Takes what {@link Units} finds within reach only. */
@Component
class SubtreeTotals {

    private final JdbcClient db;

    SubtreeTotals(JdbcClient db) {
        this.db = db;
    }

    Totals of(Unit unit) {
        return db.sql(
                        unit.isSeenAlone()
                                ? "select count(*) as employers, 1 as units from organisation.employer where scope = :path and :unit > 0"
                                : "select employers, unions as units from organisation.totals(:unit, :path)")
                .param("unit", unit.id())
                .param("path", unit.scope().path())
                .query(Totals.class)
                .single();
    }
}

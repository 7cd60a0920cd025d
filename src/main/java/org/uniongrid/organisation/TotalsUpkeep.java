package org.uniongrid.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Folds what was added to the sums of units since the last time, so that pages have little left to add up. */
@Component
class TotalsUpkeep {

    private final JdbcClient db;

    TotalsUpkeep(JdbcClient db) {
        this.db = db;
    }

    /** Any number of processes may do it at once: one folds, the others go on. */
    @Scheduled(fixedDelay = 5_000)
    @Unscoped("gives out nothing of what it reads")
    void fold() {
        db.sql("select organisation.fold_totals(false)").query(row -> {});
    }
}

package org.uniongrid.organisation.api;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/**
 * Up to when all that changed is there to be read. A change is dated by the start of its transaction, so what is still
 * open began before now: the oldest of those counts. A minute more is for clocks that are set back.
 */
@Component
class Horizon {

    private final JdbcClient db;

    Horizon(JdbcClient db) {
        this.db = db;
    }

    @Unscoped("gives out a time and nothing else")
    OffsetDateTime now() {
        return db.sql("""
                        select coalesce(min(xact_start), clock_timestamp()) - interval '1 minute'
                        from pg_stat_activity where datname = current_database()
                        """).query(OffsetDateTime.class).single();
    }
}

package org.uniongrid.organisation.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/**
 * How a list of what changed is read. A few changed rows are found by when they changed and put in order; where many
 * changed, the list is read in its order and what did not change is left out.
 */
@Component
class Recent {

    private static final int FEW = 2_000;

    private final JdbcClient db;

    Recent(JdbcClient db) {
        this.db = db;
    }

    /** What stands before and in the {@code from} of a query; {@code :since} is its value. */
    record Source(String with, String table) {}

    @Unscoped("gives out nothing but how to read")
    Source of(String table, String alias, @Nullable OffsetDateTime since) {
        if (since == null || !areFew(table, since)) return new Source("", table + " " + alias);
        return new Source(
                "with recent as materialized (select * from " + table
                        + " where changed_at >= :since order by changed_at limit " + (FEW + 1) + ") ",
                "recent " + alias);
    }

    private boolean areFew(String table, OffsetDateTime since) {
        return db.sql("select count(*) from (select from " + table + " where changed_at >= ? order by changed_at limit "
                                + (FEW + 1) + ") found")
                        .param(since)
                        .query(Long.class)
                        .single()
                <= FEW;
    }
}

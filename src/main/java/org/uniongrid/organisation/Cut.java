package org.uniongrid.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends dated rows on a day: what began before it ends there, what would begin on it or later is taken back. */
final class Cut {

    private Cut() {}

    static void at(String table, String which, long unit, LocalDate day, JdbcClient db) {
        at(table, which, unit, new Long[0], day, db);
    }

    static void at(String table, String which, long unit, Long[] employers, LocalDate day, JdbcClient db) {
        for (var sql : new String[] {
            "delete from organisation." + table + " where " + which + " and lower(during) >= :day",
            "update organisation." + table + " set during = daterange(lower(during), :day) where " + which
                    + " and during @> :day"
        })
            db.sql(sql)
                    .param("unit", unit)
                    .param("employers", employers)
                    .param("day", day)
                    .update();
    }
}

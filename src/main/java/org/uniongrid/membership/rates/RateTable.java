package org.uniongrid.membership.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** The rates of the unions below one. */
@Repository
class RateTable {

    /** More unions than these stand below none that anybody reads as a table. */
    static final int MOST = 200;

    private final JdbcClient db;

    RateTable(JdbcClient db) {
        this.db = db;
    }

    record Row(UUID unit, String name, Rate rate) {}

    /** In the order of the tree; none where the reader does not see below. */
    List<Row> below(Reach reach, long unit, Scope scope, LocalDate day) {
        if (!reach.seesBelow(scope)) return List.of();
        return db.sql("""
                        select u.public_id, u.name, t.staff,
                               coalesce((select sum(c.members) from membership.on_day(u.id, u.scope, :day) c), 0) as members
                        from organisation.place p join organisation.unit u on u.id = p.unit_id and u.scope is not null
                        cross join lateral organisation.totals(u.id, u.scope) t
                        where p.parent_id = :unit and p.line_id = 1 and p.path is not null order by u.scope limit :most
                        """)
                .param("unit", unit)
                .param("day", day)
                .param("most", MOST)
                .query((row, number) -> row(row))
                .list();
    }

    /** Of employers in the subtree, or at the union alone. */
    long staff(Reach reach, long unit, Scope scope) {
        return db.sql(
                        reach.seesBelow(scope)
                                ? "select staff from organisation.totals(:unit, :path)"
                                : "select coalesce(sum(staff), 0) from organisation.employer where scope = :path and :unit > 0")
                .param("unit", unit)
                .param("path", scope.path())
                .query(Long.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                new Rate(row.getLong("members"), row.getLong("staff")));
    }
}

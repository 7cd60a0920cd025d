package org.uniongrid.organisation.lines;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Where a union stands today. */
@Component
public class UnitLines {

    private static final int SHOWN = 12;

    private final JdbcClient db;

    UnitLines(JdbcClient db) {
        this.db = db;
    }

    /** Something with a page of its own. */
    public record Child(UUID id, String name) {}

    /** The first few unions that stand right below it; the list has them all. */
    List<Child> below(UUID unit, Reach reach) {
        return db.sql("""
                        select u.public_id as id, u.name from organisation.unit top
                        join organisation.place p on p.parent_id = top.id and p.line_id = 1 and p.path is not null
                        join organisation.unit u on u.id = p.unit_id
                        where top.public_id = :unit and u.id in (select unit_id from organisation.within(:reach))
                        order by u.scope limit :shown
                        """)
                .param("unit", unit)
                .param("reach", reach.asArray())
                .param("shown", SHOWN)
                .query(Child.class)
                .list();
    }
}

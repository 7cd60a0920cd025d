package org.uniongrid.organisation.lines;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * A line it stands in besides its affiliation.
     *
     * @param way from the head of the line down to it, as names
     * @param open whether the line's page is within reach
     */
    public record Stand(
            UUID line,
            String lineName,
            String kind,
            String way,
            boolean open,
            LocalDate since,
            @Nullable LocalDate until) {}

    List<Stand> besides(UUID unit, Reach reach) {
        return db.sql("""
                        select l.public_id as line, l.name as line_name, l.kind, lower(p.during) as since, upper(p.during) as until,
                               l.kind = 'INDUSTRY' and organisation.sees(:reach, head.scope) as open,
                               (select string_agg(s.name, ' › ' order by step.number)
                                from unnest(string_to_array(trim('/' from p.path), '/')) with ordinality as step(hex, number)
                                join organisation.unit s on s.id = ('x' || lpad(step.hex, 16, '0'))::bit(64)::bigint) as way
                        from organisation.unit u
                        join organisation.place p on p.unit_id = u.id and p.line_id <> 1 and p.path is not null
                        join organisation.line l on l.id = p.line_id
                        join organisation.unit head
                            on head.id = ('x' || lpad(split_part(trim('/' from p.path), '/', 1), 16, '0'))::bit(64)::bigint
                        where u.public_id = :unit and u.id in (select unit_id from organisation.within(:reach))
                        order by l.kind, l.name
                        """)
                .param("unit", unit)
                .param("reach", reach.asArray())
                .query(Stand.class)
                .list();
    }

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

package org.uniongrid.organisation.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Lines of industries whose head is within somebody's reach, and who stands in them. */
@Component
public class Lines {

    static final int SIZE = 50;

    /** Among so many a parent is chosen. */
    private static final int PARENTS = 200;

    private static final Keyset BY_NAME = Keyset.ascending("organisation.line", "l", "name", "id");
    private static final Keyset BY_TREE = Keyset.ascending("organisation.unit", "u", "scope", "id");

    private static final String LINE = """
            select l.id, l.public_id, l.name, h.id as head_id, h.public_id as head, h.name as head_name, lower(t.during) as since,
                   upper(t.during) as until,
                   (select count(*) from organisation.place p where p.line_id = l.id and p.path is not null) as units
            from organisation.line l
            join organisation.place t on t.line_id = l.id and t.parent_id is null
            join organisation.unit h on h.id = t.unit_id
            where l.kind = 'INDUSTRY' and organisation.sees(:reach, h.scope)
            """;

    private final JdbcClient db;
    private final Clock clock;

    Lines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A union that stands in a line today or will. */
    public record Stand(
            UUID publicId,
            String name,
            @Nullable String parent,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** A union below which others may stand in a line. */
    public record Parent(UUID publicId, String name) {}

    Page<Line> page(Reach reach, Cursor cursor) {
        return BY_NAME.page(
                cursor,
                SIZE,
                Line::publicId,
                tail -> db.sql(LINE + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Line.class)
                        .list());
    }

    Line find(UUID id, Reach reach) {
        return db.sql(LINE + " and l.public_id = :id")
                .param("reach", reach.asArray())
                .param("id", id)
                .query(Line.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No line " + id));
    }

    /** Those within reach, in the order of the tree. */
    Page<Stand> standing(Line line, Reach reach, Cursor cursor) {
        return BY_TREE.page(
                cursor,
                SIZE,
                Stand::publicId,
                tail -> db.sql("""
                        select u.public_id, u.name, above.name as parent, lower(p.during) as since, upper(p.during) as until
                        from organisation.place p
                        join organisation.unit u on u.id = p.unit_id
                        left join organisation.unit above on above.id = p.parent_id
                        where p.line_id = :line and (upper_inf(p.during) or upper(p.during) > :today)
                          and organisation.sees(:reach, u.scope)
                        """ + tail.sql())
                        .params(values(line, reach))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Stand.class)
                        .list());
    }

    /** Federations that stand in the line today and within reach, its head first. */
    List<Parent> parents(Line line, Reach reach) {
        return db.sql("""
                        select u.public_id, u.name from organisation.place p join organisation.unit u on u.id = p.unit_id
                        where p.line_id = :line and p.path is not null and organisation.sees(:reach, u.scope)
                          and u.category in ('FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN')
                        order by p.path limit :parents
                        """)
                .params(values(line, reach))
                .param("parents", PARENTS)
                .query(Parent.class)
                .list();
    }

    private Map<String, Object> values(Line line, Reach reach) {
        var values = new HashMap<String, Object>();
        values.put("line", line.id());
        values.put("reach", reach.asArray());
        values.put("today", LocalDate.now(clock));
        return values;
    }
}

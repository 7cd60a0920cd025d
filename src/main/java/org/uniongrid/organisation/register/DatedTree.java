package org.uniongrid.organisation.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;

/**
 * The tree of another day: what stood, or by plan will stand, below the tops of the reader's reach, with the names of that
 * day. Open along the way to one unit, each branch read when it is asked for.
 */
@Component
class DatedTree {

    private final JdbcClient db;
    private final Units units;

    DatedTree(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    private record Row(
            long id,
            UUID publicId,
            String name,
            Category category,
            boolean suspended,
            boolean seen,
            boolean branches) {}

    /**
     * The tops of the reach on that day, opened down to the asked unit.
     *
     * @throws NoSuchElementException where it stood below none of them on that day
     */
    List<DatedNode> on(LocalDate day, Optional<UUID> asked, Reach reach) {
        var tops = units.tops(reach);
        var ids = new ArrayList<>(tops.stream().map(Unit::id).toList());
        if (reach instanceof Reach.Cell) ids.addAll(rootsOn(day));
        var alone = tops.stream().filter(Unit::isSeenAlone).map(Unit::id).toList();
        var way = asked.isEmpty() ? ids : wayTo(asked.get(), ids, alone, day);
        return shown(rows("u.id", ids, way, day, reach), way)
                .map(top -> opened(top, way, alone, day, reach))
                .toList();
    }

    private List<Long> rootsOn(LocalDate day) {
        return db.sql("""
                        select unit_id from organisation.place where line_id = 1 and parent_id is null and during @> ?
                        """).param(day).query(Long.class).list();
    }

    /** From the unit up to one of the tops. */
    private List<Long> wayTo(UUID unit, List<Long> tops, List<Long> alone, LocalDate day) {
        var up = db.sql("""
                        with recursive up (unit_id, step) as (
                            select p.unit_id, 0 from organisation.place p join organisation.unit u on u.id = p.unit_id
                            where u.public_id = :unit and p.line_id = 1 and p.during @> :day
                            union all
                            select p.parent_id, up.step + 1 from up join organisation.place p
                                on p.unit_id = up.unit_id and p.line_id = 1 and p.during @> :day
                            where p.parent_id is not null and up.step < 50)
                        select unit_id from up order by step
                        """)
                .param("unit", unit)
                .param("day", day)
                .query(Long.class)
                .list();
        for (int i = 0; i < up.size(); i++)
            if (tops.contains(up.get(i)) && (i == 0 || !alone.contains(up.get(i)))) return up.subList(0, i + 1);
        throw new NoSuchElementException("No unit " + unit + " on " + day);
    }

    private DatedNode opened(Row row, List<Long> way, List<Long> alone, LocalDate day, Reach reach) {
        var mayOpen = row.branches() && !alone.contains(row.id());
        var open = mayOpen && way.contains(row.id());
        var children = open ? rows("p.parent_id", List.of(row.id()), way, day, reach) : List.<Row>of();
        return new DatedNode(
                row.publicId(),
                row.name(),
                row.category(),
                row.suspended(),
                row.seen(),
                mayOpen,
                open,
                shown(children, way)
                        .map(child -> opened(child, way, alone, day, reach))
                        .toList(),
                children.size() > Tree.BRANCH);
    }

    /** As many as a branch shows; the one on the way is among them. */
    private static Stream<Row> shown(List<Row> rows, List<Long> way) {
        return Tree.shown(rows, row -> way.contains(row.id()));
    }

    /**
     * One more than a branch shows, those on the way first of all, in the order of the tree. The days are compared by
     * their ends: asked with {@code @>}, PostgreSQL would go through all places of the day for each unit.
     */
    private List<Row> rows(String which, List<Long> ids, List<Long> way, LocalDate day, Reach reach) {
        return db.sql("""
                        select * from (select u.id, u.public_id, coalesce(n.name, u.name) as name, u.category,
                               organisation.state_on(u.id, :day) = 'SUSPENDED' as suspended,
                               coalesce(organisation.sees(:reach, u.scope), false) as seen,
                               (select count(*) from organisation.place c
                                where c.parent_id = u.id and c.line_id = 1 and lower(c.during) <= :day
                                  and coalesce(upper(c.during) > :day, true)) > 0 as branches
                        from organisation.place p join organisation.unit u on u.id = p.unit_id
                        left join organisation.unit_name n on n.unit_id = u.id and n.during @> :day
                        where p.line_id = 1 and lower(p.during) <= :day and coalesce(upper(p.during) > :day, true) and """ + " " + which + """
                         = any (:ids) order by u.id <> all (:way), u.id limit :limit) shown order by id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("way", way.toArray(Long[]::new))
                .param("day", day)
                .param("reach", reach.asArray())
                .param("limit", Tree.BRANCH + 1)
                .query(Row.class)
                .list();
    }
}

package org.uniongrid.structure.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** Units as those who restructure find them: within reach, with all that stands below. */
@Component
class Nodes {

    static final int NEARBY = 30;

    private static final String NODE =
            "select u.id, u.public_id, u.name, u.category, u.tier, u.state, u.scope from organisation.unit u ";
    private static final String WITHIN = " u.id in (select unit_id from organisation.within(:reach)) ";

    private final JdbcClient db;

    Nodes(JdbcClient db) {
        this.db = db;
    }

    /** An employer that a unit covers. */
    public record Employer(long id, UUID publicId, String name) {}

    /**
     * What a unit stands under on some day.
     *
     * @param name null at the top of the tree
     * @param node the unit above, where it is within reach
     */
    record Above(@Nullable String name, @Nullable Node node) {}

    Node find(UUID id, Reach reach) {
        return seen(id, reach).orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    Optional<Node> seen(UUID id, Reach reach) {
        return db.sql(NODE + "where u.public_id = :id and" + WITHIN)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Nodes::node)
                .optional()
                .filter(node -> reach.seesBelow(node.scope()));
    }

    /** Those of these that are within reach, in their order. */
    List<Node> seen(List<UUID> ids, Reach reach) {
        return db
                .sql(NODE + "where u.public_id = any (:ids) and" + WITHIN
                        + "order by array_position(:ids, u.public_id)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("reach", reach.asArray())
                .query(Nodes::node)
                .list()
                .stream()
                .filter(node -> reach.seesBelow(node.scope()))
                .toList();
    }

    /** What the unit stands under on that day; its name is told also out of reach, since it stands above one's own. */
    Above above(Node unit, LocalDate day, Reach reach) {
        return db.sql("""
                        select a.public_id, a.name from organisation.place p join organisation.unit a on a.id = p.parent_id
                        where p.unit_id = :unit and p.line_id = 1 and p.during @> :day
                        """)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, number) -> new Above(
                        row.getString("name"),
                        seen(row.getObject("public_id", UUID.class), reach).orElse(null)))
                .optional()
                .orElse(new Above(null, null));
    }

    List<Below> below(Node unit, LocalDate day) {
        return db.sql("""
                        select u.id, u.public_id, coalesce(n.name, u.name) as name, u.category, u.tier, u.scope
                        from organisation.place p join organisation.unit u on u.id = p.unit_id
                        left join organisation.unit_name n on n.unit_id = u.id and n.during @> :day
                        where p.parent_id = :unit and p.line_id = 1 and p.during @> :day order by u.id
                        """)
                .param("unit", unit.id())
                .param("day", day)
                .query(Below.class)
                .list();
    }

    List<Employer> covered(Node unit, LocalDate day) {
        return db.sql("""
                        select e.id, e.public_id, e.name from organisation.cover c
                        join organisation.employer e on e.id = c.employer_id
                        where c.unit_id = :unit and c.during @> :day order by e.id
                        """)
                .param("unit", unit.id())
                .param("day", day)
                .query(Employer.class)
                .list();
    }

    /** Units close by: beside this one, and beside the one above it. */
    List<Node> nearby(Node unit, Reach reach) {
        return db
                .sql("""
                        with up as (
                            select p.parent_id, g.parent_id as above from organisation.place p
                            left join organisation.place g on g.unit_id = p.parent_id and g.line_id = 1 and g.path is not null
                            where p.unit_id = :unit and p.line_id = 1 and p.path is not null),
                        near as (
                            select c.unit_id from up join organisation.place c on c.parent_id = up.parent_id
                            where c.line_id = 1 and c.path is not null
                            union select above from up where above is not null
                            union select c.unit_id from up join organisation.place c on c.parent_id = up.above
                            where c.line_id = 1 and c.path is not null)
                        """ + NODE + "join near on near.unit_id = u.id where u.id <> :unit and" + WITHIN + """
                        order by array_position(array['FEDERATION', 'REGIONAL', 'INDUSTRIAL', 'CHAIN', 'JOINT'], u.category), u.id
                        limit :limit
                        """)
                .param("unit", unit.id())
                .param("reach", reach.asArray())
                .param("limit", NEARBY)
                .query(Nodes::node)
                .list()
                .stream()
                .filter(node -> reach.seesBelow(node.scope()))
                .toList();
    }

    private static Node node(ResultSet row, int number) throws SQLException {
        var tier = row.getString("tier");
        return new Node(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                tier == null ? null : Tier.valueOf(tier),
                row.getString("state"),
                new Scope(row.getString("scope")));
    }
}

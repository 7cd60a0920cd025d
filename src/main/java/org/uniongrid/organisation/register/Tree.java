package org.uniongrid.organisation.register;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;

/**
 * The tree beside the lists: open along the way to the chosen unit, each branch read when it is asked for. Base unions
 * without branches of their own are left to the list.
 */
@Component
class Tree {

    /** A branch shows no more than this; the rest is in the list. */
    static final int BRANCH = 200;

    private final JdbcClient db;
    private final Units units;

    Tree(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** The tops of the reach, opened down to the chosen unit. */
    List<TreeNode> openTo(@Nullable Unit chosen, Reach reach) {
        if (chosen == null) return List.of();
        var way = new ArrayList<>(units.above(chosen, reach));
        way.add(chosen);
        var tops = units.tops(reach);
        var alone = tops.stream().filter(Unit::isSeenAlone).map(Unit::id).toArray(Long[]::new);
        return nodes("u.id = any (:ids)", true, tops.stream().map(Unit::id).toArray(Long[]::new), alone).stream()
                .map(top -> opened(top, way, chosen))
                .toList();
    }

    private TreeNode opened(Row row, List<Unit> way, Unit chosen) {
        var isOnWay = way.stream().anyMatch(unit -> unit.id() == row.id());
        var children = isOnWay && !row.alone()
                ? nodes("p.parent_id = any (:ids)", false, new Long[] {row.id()}, new Long[0]).stream()
                        .map(child -> opened(child, way, chosen))
                        .toList()
                : List.<TreeNode>of();
        return new TreeNode(
                row.publicId(),
                row.name(),
                row.category(),
                row.employers(),
                row.branches(),
                isOnWay,
                row.id() == chosen.id(),
                children.stream().limit(BRANCH).toList(),
                children.size() > BRANCH);
    }

    private record Row(
            long id, UUID publicId, String name, Category category, long employers, boolean branches, boolean alone) {}

    private List<Row> nodes(String which, boolean evenLeaves, Long[] ids, Long[] alone) {
        return db.sql("""
                        select * from (
                            select u.id, u.public_id, u.name, u.category, u.scope, u.id = any (:alone) as alone,
                            case when u.id = any (:alone)
                                then (select count(*) from organisation.employer e where e.scope = u.scope)
                                else (select t.employers from organisation.totals(u.id, u.scope) t) end as employers,
                            u.id <> all (:alone) and exists (
                                select from organisation.place c join organisation.unit k on k.id = c.unit_id
                                where c.parent_id = u.id and c.line_id = 1 and c.path is not null
                                  and (k.category <> all (:base) or exists (
                                      select from organisation.place g where g.parent_id = k.id and g.line_id = 1 and g.path is not null))) as branches
                            from organisation.place p join organisation.unit u on u.id = p.unit_id
                            where p.line_id = 1 and p.path is not null and """ + " " + which + """
                             ) n
                        where :evenLeaves or n.category <> all (:base) or exists (
                            select from organisation.place c where c.parent_id = n.id and c.line_id = 1 and c.path is not null)
                        order by n.scope limit :limit
                        """)
                .param("base", Category.BASE_NAMES.toArray(String[]::new))
                .param("ids", ids)
                .param("alone", alone)
                .param("evenLeaves", evenLeaves)
                .param("limit", BRANCH + 1)
                .query(Row.class)
                .list();
    }
}

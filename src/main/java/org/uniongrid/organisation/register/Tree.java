package org.uniongrid.organisation.register;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        var tops = units.tops(reach);
        var way = new ArrayList<Unit>();
        if (tops.stream().noneMatch(top -> top.id() == chosen.id() && !top.isSeenAlone()))
            way.addAll(units.above(chosen, reach));
        way.add(chosen);
        var alone = tops.stream().filter(Unit::isSeenAlone).map(Unit::id).toArray(Long[]::new);
        var rows = nodes("u.id = any (:ids)", true, tops.stream().map(Unit::id).toArray(Long[]::new), alone, way);
        return shown(rows, way).map(top -> opened(top, way, chosen)).toList();
    }

    private static Stream<Row> shown(List<Row> rows, List<Unit> way) {
        return shown(rows, row -> isOn(way, row));
    }

    /** As many as a branch shows of one more than that; whatever is on the way is among them. */
    static <T> Stream<T> shown(List<T> rows, Predicate<T> isOnWay) {
        if (rows.size() <= BRANCH) return rows.stream();
        var beyond = rows.reversed().stream().filter(isOnWay.negate()).findFirst();
        return rows.stream().filter(row -> beyond.isEmpty() || row != beyond.get());
    }

    private static boolean isOn(List<Unit> way, Row row) {
        return way.stream().anyMatch(unit -> unit.id() == row.id());
    }

    private TreeNode opened(Row row, List<Unit> way, Unit chosen) {
        var isOnWay = isOn(way, row);
        var children = isOnWay && !row.alone()
                ? nodes("p.parent_id = any (:ids)", false, new Long[] {row.id()}, new Long[0], way)
                : List.<Row>of();
        return new TreeNode(
                row.publicId(),
                row.name(),
                row.category(),
                row.employers(),
                row.branches(),
                isOnWay,
                row.id() == chosen.id(),
                shown(children, way).map(child -> opened(child, way, chosen)).toList(),
                children.size() > BRANCH);
    }

    private record Row(
            long id, UUID publicId, String name, Category category, long employers, boolean branches, boolean alone) {}

    /** One more than a branch shows, those on the way first of all, in the order of the tree. */
    private List<Row> nodes(String which, boolean evenLeaves, Long[] ids, Long[] alone, List<Unit> way) {
        return db.sql("""
                        select * from (select * from (
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
                        order by n.id <> all (:way), n.scope limit :limit) shown order by scope
                        """)
                .param("base", Category.BASE_NAMES.toArray(String[]::new))
                .param("ids", ids)
                .param("alone", alone)
                .param("evenLeaves", evenLeaves)
                .param("way", way.stream().map(Unit::id).toArray(Long[]::new))
                .param("limit", BRANCH + 1)
                .query(Row.class)
                .list();
    }
}

package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** The database sees what Java sees, over trees grown by chance. */
@ModuleTest
class ReachInSqlTests {

    private final Union union;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ReachInSqlTests(Union union, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.db = db;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void reachesAlike(long seed) {
        var chance = new Random(seed);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var tree = grow(chance);
            for (int i = 0; i < 40; i++) {
                var reach = reach(chance, tree);
                var expected = tree.entrySet().stream()
                        .filter(unit -> reach.sees(unit.getValue()))
                        .map(unit -> unit.getKey())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(within(reach, tree.keySet())).as("%s", reach).isEqualTo(expected);
                for (var unit : tree.values()) {
                    assertThat(sees(reach, unit)).as("%s, %s", reach, unit).isEqualTo(reach.sees(unit));
                    if (reach.sees(unit))
                        assertThat(tree.values().stream()
                                        .filter(other -> other.path()
                                                                .compareTo(reach.under(unit)
                                                                        .from())
                                                        >= 0
                                                && other.path()
                                                                .compareTo(reach.under(unit)
                                                                        .to())
                                                        < 0))
                                .allMatch(reach::sees);
                }
            }
        });
    }

    @Test
    void thePlannerSeesThroughWithin() {
        var reach = new Reach.Units(
                List.of(union.city().scope()), List.of(union.unit("云州市总工会").scope()));
        var plan = String.join(
                "\n",
                db.sql(
                                "explain select public_id from organisation.unit where id in (select unit_id from organisation.within(:reach))")
                        .param("reach", reach.asArray())
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Index Cond: ((scope >= ").doesNotContain("Function Scan on within");
    }

    @Test
    void thePlannerSeesThroughSees() {
        var plan = String.join(
                "\n",
                db.sql("explain select from organisation.unit where organisation.sees(:reach, scope)")
                        .param("reach", new Reach.Units(List.of(union.city().scope()), List.of()).asArray())
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Filter").doesNotContain("sees(");
    }

    private TreeMap<Long, Scope> grow(Random chance) {
        var ids = new ArrayList<Long>();
        ids.add(union.city().id());
        for (int i = 0; i < 30; i++) {
            var parent = ids.get(chance.nextInt(ids.size()));
            var id = db.sql("""
                            insert into organisation.unit (category, name, search) values ('GROUP', '组' || gen_random_uuid(), '')
                            returning id
                            """).query(Long.class).single();
            db.sql(
                            "insert into organisation.place (unit_id, line_id, parent_id, during) values (?, 1, ?, daterange(current_date, null))")
                    .params(id, parent)
                    .update();
            ids.add(id);
        }
        var tree = new TreeMap<Long, Scope>();
        db.sql("select id, scope from organisation.unit where id = any (?)")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    tree.put(row.getLong("id"), new Scope(row.getString("scope")));
                });
        return tree;
    }

    private static Reach reach(Random chance, TreeMap<Long, Scope> tree) {
        return switch (chance.nextInt(10)) {
            case 0 -> new Reach.Self(1);
            case 1 -> new Reach.Matters(1, Set.of(new UUID(1, 1)));
            case 2 -> new Reach.Receipt(new UUID(1, 1));
            case 3 -> new Reach.Cell();
            default -> new Reach.Units(some(chance, tree), some(chance, tree));
        };
    }

    private static List<Scope> some(Random chance, TreeMap<Long, Scope> tree) {
        return tree.values().stream().filter(unit -> chance.nextInt(12) == 0).toList();
    }

    private TreeSet<Long> within(Reach reach, Set<Long> ids) {
        return new TreeSet<>(db.sql("select unit_id from organisation.within(:reach) where unit_id = any (:ids)")
                .param("reach", reach.asArray())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    private boolean sees(Reach reach, Scope scope) {
        return db.sql("select organisation.sees(:reach, :scope)")
                .param("reach", reach.asArray())
                .param("scope", scope.path())
                .query(Boolean.class)
                .single();
    }
}

package org.uniongrid.structure.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.DatedFacts;
import org.uniongrid.organisation.NewUnion;
import org.uniongrid.structure.Kept;

/** One random history: changes, undoing, days that pass; compared with the model after each. */
final class TreeHistory {

    private static final List<String> NAMES = List.of("甲联合会", "乙联合会", "丙联合会", "丁联合会", "戊联合会", "己联合会");

    private final Stage stage;
    private final Tally tally;
    private final Random random;
    private final String tag;
    private final Map<UUID, Long> ids = new LinkedHashMap<>();
    private final List<Past> past = new ArrayList<>();
    private TreeModel model;
    private int passed;

    /** A change that was done, and what stood before. */
    private record Past(UUID id, TreeModel before, List<Long> touched, Map<DatedFacts.Row, String> facts) {}

    TreeHistory(Stage stage, int seed, Tally tally) {
        this.stage = stage;
        this.tally = tally;
        random = new Random(seed);
        tag = "history %d, step ".formatted(seed);
        model = new TreeModel(stage.city().publicId());
        ids.put(model.root, stage.city().id());
    }

    void play(int steps) {
        for (int i = 0; i < 3; i++) change(tag + "beginning", create(0), 0);
        for (var employer : stage.employers()) {
            var by = any(model.standing(0));
            if (by != null) cover(employer, by);
        }
        for (int step = 0; step < steps; step++) {
            int dice = random.nextInt(10);
            if (dice == 0) pass();
            else if (dice <= 2 && !past.isEmpty()) undo(tag + step);
            else {
                var change = random();
                if (change != null)
                    change(tag + step, change, random.nextBoolean() ? 0 : random.nextInt(TreeModel.DAYS - 1));
            }
            compare(tag + step);
        }
    }

    private void cover(UUID employer, UUID by) {
        stage.db().sql("""
                        insert into organisation.cover (employer_id, unit_id, mode, during)
                        select e.id, u.id, 'COVERED', daterange(current_date, null)
                        from organisation.employer e, organisation.unit u where e.public_id = ? and u.public_id = ?
                        """).params(employer, by).update();
        var always = new UUID[TreeModel.DAYS];
        Arrays.fill(always, by);
        model.covers.put(employer, always);
    }

    private @Nullable Change random() {
        var unit = any(model.standing(0));
        if (unit == null) return create(0);
        return switch (random.nextInt(9)) {
            case 0, 1 -> create(1);
            case 2 -> new Change.Rename(unit, name());
            case 3, 4 -> new Change.Move(unit, other());
            case 5 -> new Change.Merge(unit, List.of(other()));
            case 6 ->
                new Change.Split(
                        unit, List.of(new Change.Part(name(), some(model.below(unit, 0)), some(stage.employers()))));
            case 7 -> random.nextInt(3) > 0 ? new Change.Suspend(unit) : new Change.Resume(unit);
            default ->
                new Change.Dissolve(
                        unit, random.nextInt(4) == 0 ? null : other(), random.nextBoolean() ? null : other());
        };
    }

    private Change create(int deeper) {
        var parent = random.nextInt(2) < deeper ? other() : model.root;
        return new Change.Create(parent, new NewUnion(name(), Category.REGIONAL, null, null, null, null, null, null));
    }

    private UUID other() {
        var all = new ArrayList<>(model.standing(0));
        all.add(model.root);
        return all.get(random.nextInt(all.size()));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private <T> @Nullable T any(List<T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(List<T> all) {
        return all.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private void change(String when, Change change, int later) {
        var order = new Order(change, today().plusDays(later), "随机", null);
        var before = model.copy();
        var rows = rows();
        try {
            var touched = stage.planner()
                    .plan(order, stage.actor().reach(ChangeDesk.PERMISSION))
                    .touched();
            var facts = stage.facts().of(touched);
            if (stage.desk().confirm(stage.actor(), order, basis(when, order, rows), UUID.randomUUID(), null)
                    instanceof ChangeDesk.Confirmed done) {
                model.apply(change, later, fresh(change));
                tally.done++;
                tally.kinds.merge(change.kind(), 1, Integer::sum);
                past.add(new Past(done.change(), before, touched, facts));
                assertThat(model.fault()).as("%s: %s was done", when, order).isEmpty();
                return;
            }
        } catch (RuleBroken | NoSuchElementException refused) {
            assertThat(refused).isNotNull();
        }
        tally.refused++;
        assertThat(rows()).as("%s: %s was refused", when, order).isEqualTo(rows);
    }

    /** By a rehearsal, which leaves nothing, or by a confirmation of nothing, which is refused and does not either. */
    private Basis basis(String when, Order order, List<String> rows) {
        if (random.nextInt(3) > 0)
            return stage.desk().confirm(stage.actor(), order, Basis.read(""), UUID.randomUUID(), null)
                            instanceof ChangeDesk.Refused refused
                    ? refused.anew().basis()
                    : Basis.read("");
        var rehearsed = stage.desk().rehearse(stage.actor(), order);
        assertThat(rows()).as("%s: a rehearsal leaves nothing", when).isEqualTo(rows);
        assertThat(rehearsed.problems())
                .as("%s: %s is refused by a rule and not by the database", when, order)
                .noneMatch(problem -> problem.rule() == StructureRule.THE_DATABASE_AGREES);
        return rehearsed.basis();
    }

    private List<UUID> fresh(Change change) {
        int count = change instanceof Change.Create
                ? 1
                : change instanceof Change.Split split ? split.parts().size() : 0;
        var fresh = new ArrayList<UUID>();
        stage.db()
                .sql("select id, public_id from organisation.unit order by id desc limit ?")
                .param(count)
                .query(row -> {
                    var id = row.getObject("public_id", UUID.class);
                    fresh.addFirst(id);
                    ids.put(id, row.getLong("id"));
                });
        return fresh;
    }

    private void undo(String when) {
        var one = past.get(random.nextInt(past.size()));
        var rows = rows();
        stage.db().sql("savepoint undo").update();
        try {
            stage.undo().takeBack(stage.actor(), one.id(), "搞错了");
        } catch (RuleBroken refused) {
            stage.db().sql("rollback to savepoint undo").update();
            tally.stood++;
            return;
        }
        assertThat(rows()).isNotEqualTo(rows);
        tally.undone++;
        past.remove(one);
        assertThat(stage.facts().of(one.touched())).as("%s: undone", when).isEqualTo(one.facts());
        var undone = one.before();
        var touched = new ArrayList<>(one.touched());
        ids.forEach((unit, id) -> {
            if (touched.contains(id) || !undone.units.containsKey(unit)) restore(unit, undone, touched.contains(id));
        });
        model.covers.replaceAll((employer, by) -> coveredNow(employer));
    }

    /** A unit that the change founded is in no earlier model and has no row any more. */
    private void restore(UUID unit, TreeModel undone, boolean touched) {
        var life = undone.units.get(unit);
        if (life != null && touched) model.units.put(unit, life);
        if (life == null && !isThere(unit)) model.units.remove(unit);
    }

    private boolean isThere(UUID unit) {
        return stage.db()
                .sql("select exists (select from organisation.unit where public_id = ?)")
                .param(unit)
                .query(Boolean.class)
                .single();
    }

    private UUID[] coveredNow(UUID employer) {
        var by = new UUID[TreeModel.DAYS];
        stage.db()
                .sql("""
                        select d, u.public_id from generate_series(0, :days - 1) as d
                        join organisation.employer e on e.public_id = :employer
                        join organisation.cover c on c.employer_id = e.id and c.during @> current_date + d
                        join organisation.unit u on u.id = c.unit_id
                        """)
                .param("days", TreeModel.DAYS)
                .param("employer", employer)
                .query(row -> {
                    by[row.getInt(1)] = row.getObject(2, UUID.class);
                });
        return by;
    }

    private void pass() {
        int days = 1 + random.nextInt(3);
        passed += days;
        past.clear();
        model.pass(days);
        stage.days().pass(days, passed, ids, model);
    }

    private LocalDate today() {
        return stage.db().sql("select current_date").query(LocalDate.class).single();
    }

    private List<String> rows() {
        return Kept.of(stage.db(), ids.values());
    }

    private void compare(String when) {
        assertThat(kept()).as(when).isEqualTo(model.lines());
        var paths = model.paths(stage.city().scope().path(), ids);
        stage.db()
                .sql("select public_id, coalesce(scope, '') as scope from organisation.unit where id = any (?)")
                .param(ids.values().toArray(Long[]::new))
                .query(row -> {
                    var unit = row.getObject("public_id", UUID.class);
                    if (!unit.equals(model.root))
                        assertThat(row.getString("scope"))
                                .as("%s: path of %s", when, unit)
                                .isEqualTo(paths.getOrDefault(unit, ""));
                });
        for (var employer : stage.employers()) {
            var by = model.covers.containsKey(employer) ? model.covers.get(employer)[0] : null;
            assertThat(stage.db()
                            .sql("select scope from organisation.employer where public_id = ?")
                            .param(employer)
                            .query(String.class)
                            .single())
                    .as("%s: scope of an employer", when)
                    .isEqualTo(by == null ? stage.city().scope().path() : paths.get(by));
        }
    }

    private Set<String> kept() {
        var lines = new TreeSet<String>();
        stage.db()
                .sql("""
                        select concat_ws(' ', u.public_id, d, n.name, a.public_id, organisation.state_on(u.id, current_date + d)) as line
                        from generate_series(0, :days - 1) as d
                        join organisation.place p on p.unit_id = any (:units) and p.line_id = 1 and p.during @> current_date + d and p.parent_id is not null
                        join organisation.unit u on u.id = p.unit_id join organisation.unit a on a.id = p.parent_id
                        join organisation.unit_name n on n.unit_id = u.id and n.during @> current_date + d
                        union all
                        select concat_ws(' ', e.public_id, d, u.public_id) from generate_series(0, :days - 1) as d
                        join organisation.cover c on c.unit_id = any (:units) and c.during @> current_date + d
                        join organisation.employer e on e.id = c.employer_id join organisation.unit u on u.id = c.unit_id
                        """)
                .param("days", TreeModel.DAYS)
                .param("units", ids.values().toArray(Long[]::new))
                .query(String.class)
                .list()
                .forEach(line -> assertThat(lines.add(line)).as(line).isTrue());
        return lines;
    }
}

package org.uniongrid.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.databind.json.JsonMapper;

/** Tells what stands of units over time, row by row, and puts rows back as they were. */
@Component
@Unscoped("whoever compares or restores rows was let in before; nothing of them is shown")
public class DatedFacts {

    private final JdbcClient db;
    private final UnitNames names;
    private final JsonMapper json;

    DatedFacts(JdbcClient db, UnitNames names, JsonMapper json) {
        this.db = db;
        this.names = names;
        this.json = json;
    }

    /** A row of a table, by its id there. */
    public record Row(String table, long id) {}

    /** A row that was written: how it was, or null where it was new, and how it became, or null where it went. */
    public record Written(
            String table,
            long id,
            @Nullable String before,
            @Nullable String after) {}

    /** What stands of these units. */
    public SequencedMap<Row, String> of(Collection<Long> units) {
        var facts = new LinkedHashMap<Row, String>();
        for (var table : DatedTable.values())
            db.sql(table.ofUnits() + " order by r.id")
                    .param("units", units.toArray(Long[]::new))
                    .query(row -> {
                        facts.put(new Row(row.getString("kind"), row.getLong("id")), row.getString("row"));
                    });
        return facts;
    }

    /** What became of the rows between two looks at them. */
    public static List<Written> between(Map<Row, String> before, Map<Row, String> after) {
        var all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(row -> !Objects.equals(before.get(row), after.get(row)))
                .map(row -> new Written(row.table(), row.id(), before.get(row), after.get(row)))
                .toList();
    }

    /** Rows that are not any more as they became then. */
    public List<Written> changedSince(List<Written> trace) {
        var now = new LinkedHashMap<Row, String>();
        for (var table : DatedTable.values())
            db.sql(table.ofIds()).param("ids", ids(trace, table)).query(row -> {
                now.put(new Row(row.getString("kind"), row.getLong("id")), row.getString("row"));
            });
        return trace.stream()
                .filter(one -> !Objects.equals(now.get(new Row(one.table(), one.id())), one.after()))
                .toList();
    }

    /** Puts back what stood there: what was new goes, what went comes back under its own number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putBack(List<Written> trace) {
        var tables = DatedTable.values();
        for (int i = tables.length - 1; i > 0; i--) delete(trace, tables[i]);
        for (var table : tables)
            for (var one : inOrder(trace, table))
                db.sql(one.after() == null ? table.insert() : table.update())
                        .param("row", one.before())
                        .param("id", one.id())
                        .update();
        delete(trace, DatedTable.UNIT);
        names.refresh(unitsNamed(trace));
    }

    private void delete(List<Written> trace, DatedTable table) {
        var fresh = ids(trace.stream().filter(one -> one.before() == null).toList(), table);
        if (fresh.length > 0) db.sql(table.delete()).param("ids", fresh).update();
    }

    private static Long[] ids(List<Written> trace, DatedTable table) {
        return trace.stream()
                .filter(one -> one.table().equals(table.name()))
                .map(Written::id)
                .toArray(Long[]::new);
    }

    /** Rows to be put back; a place after that of its parent, since paths are derived from above. */
    private List<Written> inOrder(List<Written> trace, DatedTable table) {
        var rows = trace.stream()
                .filter(one -> one.table().equals(table.name()) && one.before() != null)
                .toList();
        if (table != DatedTable.PLACE) return rows;
        var byUnit = new LinkedHashMap<Long, List<Written>>();
        for (var row : rows)
            byUnit.computeIfAbsent(number(row, "unit_id"), _ -> new ArrayList<>())
                    .add(row);
        var sorted = new LinkedHashSet<Written>();
        for (var row : rows) add(row, byUnit, sorted, new LinkedHashSet<>());
        return List.copyOf(sorted);
    }

    private void add(Written row, Map<Long, List<Written>> byUnit, Set<Written> sorted, Set<Written> way) {
        if (!way.add(row) || sorted.contains(row)) return;
        for (var above : byUnit.getOrDefault(number(row, "parent_id"), List.of())) add(above, byUnit, sorted, way);
        sorted.add(row);
    }

    private long number(Written row, String column) {
        return json.readTree(Objects.requireNonNull(row.before())).path(column).asLong(0);
    }

    private List<Long> unitsNamed(List<Written> trace) {
        return trace.stream()
                .filter(one -> one.table().equals(DatedTable.NAME.name()) && one.before() != null)
                .map(one -> number(one, "unit_id"))
                .distinct()
                .toList();
    }
}

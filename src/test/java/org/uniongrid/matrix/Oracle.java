package org.uniongrid.matrix;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows who stands below whom by walking from parent to parent; nothing here uses paths, nor any function under test. */
final class Oracle {

    private static final long AFFILIATION = 1;

    private final Map<Long, Long> parents = new HashMap<>();

    /** Where those that were dissolved are looked for. */
    private final Map<Long, Long> rests = new HashMap<>();

    private final Map<UUID, Long> unitOf = new HashMap<>();
    private final Map<UUID, Long> employers = new HashMap<>();
    private final Set<UUID> covered = new HashSet<>();
    private final Map<Long, UUID> units = new HashMap<>();

    Oracle(JdbcClient db, LocalDate today) {
        db.sql("""
                        select u.id, u.public_id, u.rest_id, p.parent_id from organisation.unit u
                        left join organisation.place p on p.unit_id = u.id and p.line_id = ? and p.during @> ?
                        """).params(AFFILIATION, today).query(row -> {
            units.put(row.getLong("id"), row.getObject("public_id", UUID.class));
            unitOf.put(row.getObject("public_id", UUID.class), row.getLong("id"));
            if (row.getLong("rest_id") > 0) rests.put(row.getLong("id"), row.getLong("rest_id"));
            var parent = row.getLong("parent_id");
            if (!row.wasNull()) parents.put(row.getLong("id"), parent);
        });
        readEmployers(db, today);
    }

    private void readEmployers(JdbcClient db, LocalDate today) {
        var doors = new HashMap<String, Long>();
        db.sql("select division, min(id) as id from organisation.unit where category = 'FEDERATION' group by division")
                .query(row -> {
                    if (row.getString("division") != null) doors.put(row.getString("division"), row.getLong("id"));
                });
        db.sql("""
                        select e.public_id, e.division, c.unit_id from organisation.employer e
                        left join organisation.cover c on c.employer_id = e.id and c.during @> ?
                        order by c.id desc
                        """).param(today).query(row -> {
            var id = row.getObject("public_id", UUID.class);
            var union = row.getLong("unit_id");
            if (!row.wasNull()) covered.add(id);
            var door =
                    covered.contains(id) && union != 0 ? Long.valueOf(union) : door(doors, row.getString("division"));
            if (door != null) employers.put(id, door);
        });
    }

    private static @Nullable Long door(Map<String, Long> doors, @Nullable String division) {
        for (var code = division == null ? "" : division; !code.isEmpty(); code = code.substring(0, code.length() - 1))
            if (doors.containsKey(code)) return doors.get(code);
        return null;
    }

    boolean isWithin(long unit, long top) {
        var steps = 0;
        for (Long at = unit; at != null && steps++ < 100; at = parents.get(at)) if (at == top) return true;
        return false;
    }

    boolean isParent(long unit, long child) {
        return parents.getOrDefault(child, -1L) == unit;
    }

    UUID publicId(long unit) {
        return units.getOrDefault(unit, new UUID(0, 0));
    }

    Long unit(UUID publicId) {
        return unitOf.getOrDefault(publicId, -1L);
    }

    /** Public ids of units and employers that stand below none of what is seen. */
    Set<UUID> beyond(LongPredicate seen) {
        var beyond = unitOf.entrySet().stream()
                .filter(unit -> !seen.test(rests.getOrDefault(unit.getValue(), unit.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        employers.forEach((employer, door) -> {
            if (!seen.test(door)) beyond.add(employer);
        });
        return beyond;
    }

    /** How many there are below a unit, itself among them: {@code units}, {@code employers} or {@code covered}. */
    long count(String what, long top, boolean alone) {
        LongPredicate counts = unit -> alone ? unit == top : isWithin(unit, top);
        return switch (what) {
            case "units" ->
                parents.keySet().stream()
                                .filter(unit -> unit != top && counts.test(unit))
                                .count()
                        + 1;
            case "employers" -> employers.values().stream().filter(counts::test).count();
            case "covered" ->
                employers.entrySet().stream()
                        .filter(each -> covered.contains(each.getKey()) && counts.test(each.getValue()))
                        .count();
            default -> throw new IllegalArgumentException(what);
        };
    }
}

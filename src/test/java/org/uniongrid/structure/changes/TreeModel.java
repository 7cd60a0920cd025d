package org.uniongrid.structure.changes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A tree as plain as can be: for every day what each unit is called, where it stands and how it is. Knows nothing of rows. */
final class TreeModel {

    /** Days that are looked at, today among them; the last stands for all that come after. */
    static final int DAYS = 9;

    final UUID root;
    final Map<UUID, Life> units = new LinkedHashMap<>();
    final Map<UUID, UUID[]> covers = new LinkedHashMap<>();

    /** A unit by day; where it has no parent it is not there. */
    static final class Life {
        final String[] name;
        final UUID[] parent;
        final String[] state;

        private Life(String[] name, UUID[] parent, String[] state) {
            this.name = name;
            this.parent = parent;
            this.state = state;
        }

        private Life copy() {
            return new Life(name.clone(), parent.clone(), state.clone());
        }
    }

    TreeModel(UUID root) {
        this.root = root;
    }

    TreeModel copy() {
        var copy = new TreeModel(root);
        units.forEach((id, life) -> copy.units.put(id, life.copy()));
        covers.forEach((id, by) -> copy.covers.put(id, by.clone()));
        return copy;
    }

    @Nullable
    UUID parent(UUID unit, int day) {
        var life = units.get(unit);
        return life == null ? null : life.parent[day];
    }

    boolean stands(UUID unit, int day) {
        return unit.equals(root) || parent(unit, day) != null;
    }

    List<UUID> standing(int day) {
        return units.keySet().stream().filter(unit -> stands(unit, day)).toList();
    }

    List<UUID> below(UUID unit, int day) {
        return units.keySet().stream()
                .filter(one -> unit.equals(parent(one, day)))
                .toList();
    }

    /** Does a change from a day on; new units come under these ids. */
    void apply(Change change, int day, List<UUID> fresh) {
        switch (change) {
            case Change.Create it -> found(fresh.getFirst(), it.union().name(), it.unit(), day);
            case Change.Rename it -> from(day, t -> life(it.unit()).name[t] = it.name());
            case Change.Move it -> from(day, t -> life(it.unit()).parent[t] = it.parent());
            case Change.Merge it -> {
                for (var other : it.others())
                    for (var child : below(other, day))
                        if (!it.others().contains(child)) from(day, t -> life(child).parent[t] = it.unit());
                for (var other : it.others()) end(other, it.unit(), day);
            }
            case Change.Split it -> {
                var parent = parent(it.unit(), day);
                for (int i = 0; i < it.parts().size(); i++) {
                    var part = it.parts().get(i);
                    var made = fresh.get(i);
                    found(made, part.name(), parent, day);
                    for (var child : part.below())
                        if (it.unit().equals(parent(child, day))) from(day, t -> life(child).parent[t] = made);
                    for (var employer : part.employers())
                        if (it.unit().equals(by(employer)[day])) from(day, t -> by(employer)[t] = made);
                }
            }
            case Change.Suspend it -> from(day, t -> life(it.unit()).state[t] = "SUSPENDED");
            case Change.Resume it -> from(day, t -> life(it.unit()).state[t] = "ACTIVE");
            case Change.Dissolve it -> {
                for (var child : below(it.unit(), day)) from(day, t -> life(child).parent[t] = it.heir());
                end(it.unit(), it.cover(), day);
            }
        }
    }

    private void found(UUID id, String name, @Nullable UUID parent, int day) {
        var life = new Life(new String[DAYS], new UUID[DAYS], new String[DAYS]);
        Arrays.fill(life.state, "ACTIVE");
        from(day, t -> {
            life.name[t] = name;
            life.parent[t] = parent;
        });
        units.put(id, life);
    }

    private void end(UUID unit, @Nullable UUID cover, int day) {
        covers.values().forEach(by -> {
            if (unit.equals(by[day])) from(day, t -> by[t] = cover);
        });
        from(day, t -> {
            life(unit).parent[t] = null;
            life(unit).state[t] = "DISSOLVED";
        });
    }

    private Life life(UUID unit) {
        return Objects.requireNonNull(units.get(unit));
    }

    private UUID[] by(UUID employer) {
        return Objects.requireNonNull(covers.get(employer));
    }

    private static void from(int day, IntConsumer what) {
        IntStream.range(day, DAYS).forEach(what);
    }

    /** What is wrong with it on any day; empty where it is a tree. */
    String fault() {
        for (int day = 0; day < DAYS; day++) {
            var names = new HashSet<String>();
            for (var unit : standing(day)) {
                var parent = parent(unit, day);
                if (parent == null || !stands(parent, day)) return unit + " is an orphan on day " + day;
                if (!names.add(parent + life(unit).name[day])) return unit + " is a namesake on day " + day;
                var up = new HashSet<UUID>();
                for (var at = unit; !at.equals(root); at = Objects.requireNonNull(parent(at, day)))
                    if (!up.add(at)) return unit + " stands in a circle on day " + day;
            }
            for (var by : covers.values())
                if (by[day] != null && !stands(by[day], day)) return by[day] + " covers and is gone on day " + day;
        }
        return "";
    }

    /** As lines to be compared: unit, day, name, parent, state; employer, day, union. */
    Set<String> lines() {
        var lines = new TreeSet<String>();
        for (int day = 0; day < DAYS; day++) {
            for (var unit : standing(day)) {
                var life = life(unit);
                lines.add("%s %d %s %s %s".formatted(unit, day, life.name[day], life.parent[day], life.state[day]));
            }
            for (var cover : covers.entrySet())
                if (cover.getValue()[day] != null)
                    lines.add("%s %d %s".formatted(cover.getKey(), day, cover.getValue()[day]));
        }
        return lines;
    }

    /** Today's path of every unit, from the root's and the ids. */
    Map<UUID, String> paths(String rootPath, Map<UUID, Long> ids) {
        var paths = new TreeMap<UUID, String>(Map.of(root, rootPath));
        for (var unit : standing(0)) {
            var path = new StringBuilder();
            for (var at = unit; !at.equals(root); at = Objects.requireNonNull(parent(at, 0)))
                path.insert(0, "%06x/".formatted(ids.get(at)));
            paths.put(unit, rootPath + path);
        }
        return paths;
    }

    /** Some days pass: what was later comes nearer. */
    void pass(int days) {
        units.values().forEach(life -> {
            shift(life.name, days);
            shift(life.parent, days);
            shift(life.state, days);
        });
        covers.values().forEach(by -> shift(by, days));
    }

    private static <T> void shift(T[] row, int days) {
        for (int t = 0; t < DAYS; t++) row[t] = row[Math.min(t + days, DAYS - 1)];
    }

    /** Units from the root down, as they stand today. */
    List<UUID> downwards() {
        var depth = new HashMap<UUID, Integer>();
        for (var unit : standing(0)) {
            int steps = 0;
            for (var at = unit; !at.equals(root); at = Objects.requireNonNull(parent(at, 0))) steps++;
            depth.put(unit, steps);
        }
        return depth.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}

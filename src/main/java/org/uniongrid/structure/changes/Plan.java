package org.uniongrid.structure.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.TreeStep;

/**
 * A change thought through: what is to be written, and which units it is about.
 *
 * @param subject the unit on whose page it began
 * @param above what the subject stands under on that day, or null at the top
 * @param steps in the order of writing
 * @param units all that a step names, as they are on that day before the change, by id; also those to be founded
 * @param involved units in whose subtrees something comes or goes, found within reach
 */
record Plan(
        Order order,
        Node subject,
        @Nullable Node above,
        List<TreeStep> steps,
        Map<Long, Below> units,
        List<Node> involved) {

    /** Units whose own rows are written. */
    List<Long> touched() {
        var all = new TreeSet<Long>();
        for (var step : steps) {
            all.add(step.unit());
            if (step instanceof TreeStep.Cover cover && cover.to() != null) all.add(cover.to());
        }
        return List.copyOf(all);
    }

    <T extends TreeStep> List<T> only(Class<T> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean isFounded(long unit) {
        return only(TreeStep.Found.class).stream().anyMatch(found -> found.unit() == unit);
    }

    String name(long unit) {
        var known = units.get(unit);
        return known == null ? "" : known.name();
    }

    UUID publicId(long unit) {
        return Objects.requireNonNull(units.get(unit)).publicId();
    }

    /** From where to where something goes; units to be founded stand for the one they come to stand under. */
    List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (var step : steps) {
            if (step instanceof TreeStep.Place place) ways.add(new Way(place.from(), standing(place.parent())));
            if (step instanceof TreeStep.Cover cover && !cover.employers().isEmpty())
                ways.add(new Way(cover.unit(), cover.to() == null ? 0 : standing(cover.to())));
        }
        return ways.stream().distinct().toList();
    }

    /**
     * From one unit to another.
     *
     * @param to 0 where something goes to none
     */
    record Way(long from, long to) {}

    private long standing(long unit) {
        return only(TreeStep.Found.class).stream()
                .filter(found -> found.unit() == unit)
                .map(TreeStep.Found::parent)
                .findFirst()
                .orElse(unit);
    }
}

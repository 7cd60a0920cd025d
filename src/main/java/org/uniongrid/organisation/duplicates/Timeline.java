package org.uniongrid.organisation.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Joins what two entries have in one union or one chain, so that no day is lost and none is held twice. */
final class Timeline {

    private Timeline() {}

    /**
     * A stretch of days with one word for all of them.
     *
     * @param of the union or the chain
     * @param word the way of cover or the position
     * @param until the first day it holds no longer, or null
     */
    record Stretch(
            long of, String word, LocalDate from, @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** Those of one union or chain; on days that several hold, the first in this order is the one that counts. */
    static List<Stretch> joined(List<Stretch> of, Comparator<Stretch> order) {
        var days = new TreeSet<LocalDate>();
        for (var each : of) {
            days.add(each.from());
            if (each.until() != null) days.add(each.until());
        }
        var joined = new ArrayList<Stretch>();
        for (var day : days) {
            var next = days.higher(day);
            of.stream().filter(each -> each.holds(day)).min(order).ifPresent(each -> append(joined, each, day, next));
        }
        return joined;
    }

    /** Goes on with the last one where it is the same, and begins a new one where it is not. */
    private static void append(List<Stretch> joined, Stretch one, LocalDate from, @Nullable LocalDate until) {
        var since = from;
        if (!joined.isEmpty()) {
            var last = joined.getLast();
            if (from.equals(last.until()) && last.word().equals(one.word()))
                since = joined.removeLast().from();
        }
        joined.add(new Stretch(one.of(), one.word(), since, until));
    }
}

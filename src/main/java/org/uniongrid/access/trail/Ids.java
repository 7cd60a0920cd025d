package org.uniongrid.access.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of entry ids, as ranges in ascending order, written as PostgreSQL writes an {@code int8multirange}. */
record Ids(List<Range> ranges) {

    private static final Pattern WHOLE = Pattern.compile("\\{(?:\\[\\d{1,18},\\d{1,18}\\)(?:,(?!}))?)*}");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    static final Ids NONE = new Ids(List.of());

    Ids {
        ranges = List.copyOf(ranges);
    }

    /** From the first id to the one before the last. */
    record Range(long from, long below) {}

    /** From ids in ascending order. */
    static Ids of(List<Long> ascending) {
        var ranges = new ArrayList<Range>();
        for (long id : ascending) {
            if (!ranges.isEmpty() && ranges.getLast().below() == id)
                ranges.add(new Range(ranges.removeLast().from(), id + 1));
            else ranges.add(new Range(id, id + 1));
        }
        return new Ids(ranges);
    }

    static Ids parse(String text) {
        if (!WHOLE.matcher(text).matches()) throw new IllegalArgumentException("no set of ids: " + text);
        return new Ids(RANGE.matcher(text)
                .results()
                .map(found -> new Range(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
                .toList());
    }

    long size() {
        return ranges.stream().mapToLong(range -> range.below() - range.from()).sum();
    }

    long last() {
        return ranges.isEmpty() ? 0 : ranges.getLast().below() - 1;
    }

    @Override
    public String toString() {
        return ranges.stream()
                .map(range -> "[" + range.from() + "," + range.below() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

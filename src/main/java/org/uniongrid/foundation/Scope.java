package org.uniongrid.foundation;

import java.util.regex.Pattern;

/**
 * Today's place of a unit in the affiliation line: the path from the root, {@code /000001/00002f/}. All that stands
 * below a unit has a path that begins with the unit's own, so a subtree is one range of an index in "C" order.
 */
public record Scope(String path) {

    private static final Pattern SHAPE = Pattern.compile("/([0-9a-f]{6,}/)*");

    /** Above every unit. */
    static final Scope CELL = new Scope("/");

    public Scope {
        if (!SHAPE.matcher(path).matches()) throw new IllegalArgumentException("Not a path of units: " + path);
    }

    /** The unit with all that stands below it. */
    public Span subtree() {
        return new Span(path, path.substring(0, path.length() - 1) + (char) ('/' + 1));
    }

    /** The unit without what stands below it: any longer path goes on with a hexadecimal digit. */
    public Span alone() {
        return new Span(path, path + '0');
    }

    public boolean isWithin(Scope other) {
        return path.startsWith(other.path);
    }
}

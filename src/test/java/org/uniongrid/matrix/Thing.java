package org.uniongrid.matrix;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the fixture.
 *
 * @param unit the unit it stands in
 * @param person whose it is, or 0 where it is nobody's
 * @param words texts that stand nowhere but in this record
 */
record Thing(
        String kind,
        Scoped scoped,
        Position position,
        @Nullable Long unit,
        long person,
        String id,
        List<String> words) {

    Thing {
        words = List.copyOf(words);
    }

    /** The same, but with an id that no record has. */
    Thing madeUp() {
        return new Thing(kind, scoped, position, unit, person, new UUID(4, 2).toString(), List.of());
    }
}

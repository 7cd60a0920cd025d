package org.uniongrid.foundation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param before the row that the previous page ends before, or null on the first page
 * @param after the row that the next page begins after, or null on the last page
 */
public record Page<T>(
        List<T> rows, @Nullable UUID before, @Nullable UUID after) {

    /** From rows read in the cursor's direction, one more than a page holds where there are more. */
    public static <T> Page<T> of(List<T> read, int size, Cursor cursor, Function<T, UUID> id) {
        var more = read.size() > size;
        var rows = more ? read.subList(0, size) : read;
        if (cursor.backwards()) rows = rows.reversed();
        if (rows.isEmpty()) return new Page<>(List.of(), null, null);
        var earlier = cursor.backwards() ? more : cursor.row() != null;
        var later = cursor.backwards() || more;
        return new Page<>(
                List.copyOf(rows), earlier ? id.apply(rows.getFirst()) : null, later ? id.apply(rows.getLast()) : null);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}

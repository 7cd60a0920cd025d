package org.uniongrid.foundation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: after or before a row, named by its public id. A row that is gone sends the reader to
 * the first page.
 */
public record Cursor(@Nullable UUID row, boolean backwards) {

    public static final Cursor START = new Cursor(null, false);

    public static Cursor of(@Nullable UUID after, @Nullable UUID before) {
        if (before != null) return new Cursor(before, true);
        return after == null ? START : new Cursor(after, false);
    }
}

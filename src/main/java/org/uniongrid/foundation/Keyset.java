package org.uniongrid.foundation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and the SQL of its pages: each begins where the last ended, by the key of a row, never by
 * counting rows. The key's columns are not null and an index has them in this order.
 *
 * @param table with its schema; it has a {@code public_id}
 * @param alias what the query calls it
 * @param columns the key, the last of them unique
 * @param descending whether the list begins at the end of the index, as one with the latest first
 */
public record Keyset(String table, String alias, List<String> columns, boolean descending) {

    public static Keyset ascending(String table, String alias, String... columns) {
        return new Keyset(table, alias, List.of(columns), false);
    }

    public static Keyset descending(String table, String alias, String... columns) {
        return new Keyset(table, alias, List.of(columns), true);
    }

    /**
     * What ends the query of a page.
     *
     * @param sql follows the conditions of the query; wants the parameters {@code :row} and {@code :limit}
     * @param order the order alone, for a query around that one
     */
    public record Tail(String sql, String order, @Nullable UUID row, int limit) {}

    /** One page; the first one where the row is gone that the cursor names. */
    public <T> Page<T> page(Cursor cursor, int size, Function<T, UUID> id, Function<Tail, List<T>> read) {
        var rows = read.apply(tail(cursor, size));
        if (rows.isEmpty() && cursor.row() != null) return page(Cursor.START, size, id, read);
        return Page.of(rows, size, cursor, id);
    }

    private Tail tail(Cursor cursor, int size) {
        var down = descending != cursor.backwards();
        var key = columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
        var start = " and (%s) %s (select %s from %s where public_id = :row)"
                .formatted(key, down ? "<" : ">", String.join(", ", columns), table);
        var order = columns.stream()
                .map(column -> alias + "." + column + (down ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return new Tail(
                (cursor.row() == null ? "" : start) + " order by " + order + " limit :limit",
                " order by " + order,
                cursor.row(),
                size + 1);
    }
}

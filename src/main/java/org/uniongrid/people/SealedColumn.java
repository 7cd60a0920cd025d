package org.uniongrid.people;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of sealed values outside this module. Its owner declares it as a bean, so that key rotation re-seals it and a
 * start without its keys is refused. It wants an index on {@code (split_part(column, '|', 3), row)}.
 *
 * @param table with its schema
 * @param row its column with the public id
 * @param column the sealed text; null where there is none
 * @param index the column with the blind index of the same value, or null
 */
public record SealedColumn(
        String table, String row, String column, @Nullable String index) {

    private static final Pattern NAME = Pattern.compile("[a-z_]+(\\.[a-z_]+)?");

    public SealedColumn {
        check(table);
        check(row);
        check(column);
        if (index != null) check(index);
    }

    public static SealedColumn of(String table, String row, String column) {
        return new SealedColumn(table, row, column, null);
    }

    /** With a blind index beside it, made by {@code vault.index("table.column", value)}. */
    public SealedColumn indexedBy(String other) {
        return new SealedColumn(table, row, column, other);
    }

    public Place at(UUID id) {
        return new Place(table, id, column);
    }

    /** What the blind index of this column is made under. */
    public String indexName() {
        return table + "." + column;
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("Not a name of a column: " + name);
    }
}

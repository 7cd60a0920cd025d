package org.uniongrid.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.uniongrid.foundation.Masks;

/**
 * A row of a file, by column key; cells that are empty or not kept are absent.
 *
 * @param number its number in the file, as Excel shows it
 * @param cells what may be kept as it is
 * @param secrets cells of secret columns, which stand in a table only sealed, and in a message only masked
 */
public record ImportRow(int number, Map<String, String> cells, Map<String, String> secrets) {

    public ImportRow {
        cells = Map.copyOf(cells);
        secrets = Map.copyOf(secrets);
    }

    public ImportRow(int number, Map<String, String> cells) {
        this(number, cells, Map.of());
    }

    /** With the cells of secret columns put apart. */
    public static ImportRow of(int number, Map<String, String> cells, Collection<Column> columns) {
        var open = new HashMap<>(cells);
        var secrets = new HashMap<String, String>();
        for (var column : columns) {
            var content = column.isSecret() ? open.remove(column.key()) : null;
            if (content != null) secrets.put(column.key(), content);
        }
        return new ImportRow(number, open, secrets);
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The content of a secret column, for nobody but the vault. */
    public String secret(String column) {
        return secrets.getOrDefault(column, "");
    }

    /** What may be shown of any cell. */
    public String shown(String column) {
        var secret = secrets.get(column);
        return secret == null ? cell(column) : Masks.number(secret);
    }

    public boolean has(String column) {
        return cells.containsKey(column) || secrets.containsKey(column);
    }

    @Override
    public String toString() {
        return "row " + number;
    }
}

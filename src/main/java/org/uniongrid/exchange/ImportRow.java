package org.uniongrid.exchange;

import java.util.Map;

/**
 * A row of a file, by column key; cells that are empty or not kept are absent.
 *
 * @param number its number in the file, as Excel shows it
 */
public record ImportRow(int number, Map<String, String> cells) {

    public ImportRow {
        cells = Map.copyOf(cells);
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return cells.containsKey(column);
    }
}

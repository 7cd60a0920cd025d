package org.uniongrid.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file brought, ready to be looked at as a whole.
 *
 * @param columns keys of the columns that the file has, even where all their cells are empty
 * @param choices the answers given on the upload form
 */
public record Sheet(List<ImportRow> rows, Set<String> columns, Map<String, Boolean> choices) {

    public Sheet {
        rows = List.copyOf(rows);
        columns = Set.copyOf(columns);
        choices = Map.copyOf(choices);
    }

    public boolean has(String column) {
        return columns.contains(column);
    }

    public boolean chose(String choice) {
        return choices.getOrDefault(choice, false);
    }
}

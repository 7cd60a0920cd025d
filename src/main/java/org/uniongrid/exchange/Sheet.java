package org.uniongrid.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a file brought, in batches, so that a list of a hundred thousand rows is never in memory as a whole. */
public final class Sheet {

    private static final int BATCH = 1_000;

    private final Source source;
    private final Set<String> columns;
    private final Map<String, Boolean> choices;

    /** Where the rows stand. */
    @FunctionalInterface
    public interface Source {

        /** Gives all rows in the order of the file, some at a time; as often as it is asked. */
        void each(Consumer<List<ImportRow>> batch);
    }

    /**
     * Over rows that stand somewhere else.
     *
     * @param columns keys of the columns that the file has, even where all their cells are empty
     * @param choices the answers given on the upload form
     */
    public Sheet(Source source, Set<String> columns, Map<String, Boolean> choices) {
        this.source = source;
        this.columns = Set.copyOf(columns);
        this.choices = Map.copyOf(choices);
    }

    /** Over a few rows at hand. */
    public Sheet(List<ImportRow> rows, Set<String> columns, Map<String, Boolean> choices) {
        this(batches(List.copyOf(rows)), columns, choices);
    }

    private static Source batches(List<ImportRow> rows) {
        return batch -> {
            for (int from = 0; from < rows.size(); from += BATCH)
                batch.accept(rows.subList(from, Math.min(from + BATCH, rows.size())));
        };
    }

    /** All rows in the order of the file, some at a time. What is kept of them has to be small. */
    public void inBatches(Consumer<List<ImportRow>> batch) {
        source.each(batch);
    }

    public void each(Consumer<ImportRow> row) {
        source.each(batch -> batch.forEach(row));
    }

    /** All rows at once, for lists that stay short. */
    public List<ImportRow> rows() {
        var rows = new ArrayList<ImportRow>();
        each(rows::add);
        return rows;
    }

    public boolean has(String column) {
        return columns.contains(column);
    }

    public boolean chose(String choice) {
        return choices.getOrDefault(choice, false);
    }
}

package org.uniongrid.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY. */
final class Rows {

    private static final int CHUNK = 2_000;

    private final String table;
    private final List<String> rows = new ArrayList<>();

    /** {@code table} names its columns too: {@code organisation.unit (id, name)}. */
    Rows(String table) {
        this.table = table;
    }

    void add(@Nullable Object... values) {
        var row = new StringBuilder();
        for (var value : values) {
            if (!row.isEmpty()) row.append('\t');
            row.append(value == null ? "\\N" : value.toString());
        }
        rows.add(row.append('\n').toString());
    }

    int size() {
        return rows.size();
    }

    void copyTo(Connection connection) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try {
            for (int from = 0; from < rows.size(); from += CHUNK) {
                var chunk = String.join("", rows.subList(from, Math.min(rows.size(), from + CHUNK)));
                copy.copyIn("copy " + table + " from stdin", new StringReader(chunk));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

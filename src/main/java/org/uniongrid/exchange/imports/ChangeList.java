package org.uniongrid.exchange.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Unscoped;

/** What the good rows of a checked file would change, in the order of the file. Reads only. */
@Component
@Unscoped("asked with the id of a run that was found for its person")
public class ChangeList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.ascending("exchange.import_change", "c", "number", "id");

    private final JdbcClient db;

    ChangeList(JdbcClient db) {
        this.db = db;
    }

    /**
     * One cell that says something else than what is known.
     *
     * @param name what the row is about, by the file's own words
     */
    public record Row(UUID publicId, int number, @Nullable String name, String column, String before, String after) {}

    Page<Row> page(ImportRun run, String nameColumn, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                                select c.public_id, c.number, r.cells ->> :name as name, c.column_key as "column", c.before, c.after
                                from exchange.import_change c
                                left join exchange.import_row r on r.run_id = c.run_id and r.number = c.number
                                where c.run_id = :run""" + tail.sql())
                        .param("run", run.id())
                        .param("name", nameColumn)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }
}

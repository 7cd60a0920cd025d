package org.uniongrid.exchange.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong in a file, in the order of its rows. Reads only. */
@Component
@Unscoped("asked with the id of a run that was found for its person")
public class ProblemList {

    static final int SIZE = 50;

    private static final Keyset ORDER = Keyset.ascending("exchange.import_problem", "p", "number", "id");

    private final JdbcClient db;
    private final JsonMapper json;

    ProblemList(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One cell with a problem. */
    public record Row(UUID publicId, int number, String column, String content, String key, List<String> args) {

        public Object[] values() {
            return args.toArray();
        }
    }

    /** How many problems a column has. */
    public record Count(String column, int problems) {}

    Page<Row> page(ImportRun run, @Nullable String column, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("select public_id, number, column_key, content, key, args from exchange.import_problem p"
                                + " where run_id = :run" + (column == null ? "" : " and column_key = :column")
                                + tail.sql())
                        .param("run", run.id())
                        .param("column", column)
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query((row, number) -> new Row(
                                row.getObject("public_id", UUID.class),
                                row.getInt("number"),
                                row.getString("column_key"),
                                row.getString("content"),
                                row.getString("key"),
                                json.readValue(row.getString("args"), new TypeReference<List<String>>() {})))
                        .list());
    }

    List<Count> counts(ImportRun run) {
        return db.sql("""
                select column_key as "column", count(*) as problems from exchange.import_problem
                where run_id = :run group by column_key order by problems desc, column_key""").param("run", run.id()).query(Count.class).list();
    }
}

package org.uniongrid.organisation.upward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;

/** Batches of unions within reach, and the rows in them. */
@Component
class Batches {

    private static final int SIZE = 50;
    private static final int REJECTED = 200;
    private static final Keyset ORDER = Keyset.descending("organisation.report_batch", "b", "id");

    private static final String BATCH = """
            select b.*, u.public_id as unit, u.name as unit_name
            from organisation.report_batch b join organisation.unit u on u.id = b.unit_id
            where (select organisation.sees(:reach, k.scope) from organisation.unit k where k.id = b.unit_id)
            """;

    private final JdbcClient db;

    Batches(JdbcClient db) {
        this.db = db;
    }

    /** The latest first. */
    Page<Batch> page(Reach reach, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Batch::publicId,
                tail -> db.sql(BATCH + tail.sql())
                        .param("reach", reach.asArray())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Batches::batch)
                        .list());
    }

    Batch find(UUID id, Reach reach) {
        return db.sql(BATCH + " and b.public_id = :id")
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Batches::batch)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No batch " + id));
    }

    /** A union that was sent back, and why. */
    record Rejected(UUID publicId, String name, String reason) {}

    /** The first of those that were sent back. */
    List<Rejected> rejected(Batch batch) {
        return db.sql("""
                        select u.public_id, u.name, r.reason from organisation.report_row r
                        join organisation.unit u on u.id = r.unit_id
                        where r.batch_id = :batch and r.result = 'REJECTED' order by r.number limit :most
                        """)
                .param("batch", batch.id())
                .param("most", REJECTED)
                .query(Rejected.class)
                .list();
    }

    /** Its rows in order, as they were; to be read once and closed. */
    Stream<List<String>> rows(Batch batch) {
        return db
                .sql("select cells from organisation.report_row where batch_id = ? order by number")
                .param(batch.id())
                .query((row, number) -> List.of((String[]) row.getArray("cells").getArray()))
                .stream();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        var exported = row.getObject("exported_at", OffsetDateTime.class);
        return new Batch(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("number"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getBoolean("needed_only"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getString("content_hash"),
                row.getInt("row_count"),
                Batch.State.valueOf(row.getString("state")),
                exported == null ? null : exported.toInstant(),
                row.getObject("reported_on", LocalDate.class),
                row.getString("receipt"),
                row.getLong("accepted"),
                row.getLong("rejected"));
    }
}

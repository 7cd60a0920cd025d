package org.uniongrid.access.trail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the trail with all that is sealed of it. */
record Entry(
        long xid,
        long id,
        UUID publicId,
        Instant at,
        @Nullable Long actorId,
        String actorName,
        @Nullable String post,
        @Nullable String unit,
        @Nullable String address,
        @Nullable String request,
        String action,
        boolean done,
        String subject,
        @Nullable UUID subjectId,
        String label,
        @Nullable Long personId,
        @Nullable String reason,
        String changes) {

    static final String COLUMNS = """
            e.xid::text as xid, e.id, e.public_id, e.at, e.actor_id, e.actor_name, e.post, e.unit, e.address, e.request,
            e.action, e.done, e.subject, e.subject_id, e.label, e.person_id, e.reason, e.changes::text as changes
            """;

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                Long.parseLong(row.getString("xid")),
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", Long.class),
                row.getString("actor_name"),
                text(row, "post"),
                text(row, "unit"),
                text(row, "address"),
                text(row, "request"),
                row.getString("action"),
                row.getBoolean("done"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getString("label"),
                row.getObject("person_id", Long.class),
                text(row, "reason"),
                row.getString("changes"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** What is digested: every value on a line of its own, after its length in bytes; a hyphen where there is none. */
    byte[] canonical() {
        var text = new StringBuilder();
        for (var value : Arrays.asList(
                xid, id, publicId, at, actorId, actorName, post, unit, address, request, action, done, subject,
                subjectId, label, personId, reason, changes)) {
            var words = Objects.toString(value, null);
            if (words == null) text.append("-\n");
            else
                text.append(words.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(words)
                        .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Entry withId(long other) {
        return new Entry(
                xid, other, publicId, at, actorId, actorName, post, unit, address, request, action, done, subject,
                subjectId, label, personId, reason, changes);
    }

    Entry withTime(Instant other) {
        return new Entry(
                xid, id, publicId, other, actorId, actorName, post, unit, address, request, action, done, subject,
                subjectId, label, personId, reason, changes);
    }
}

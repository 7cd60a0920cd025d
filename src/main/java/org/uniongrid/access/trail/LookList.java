package org.uniongrid.access.trail;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;

/** What others did with somebody's own data, latest first. */
@Component
public class LookList {

    static final int SIZE = 50;

    private static final Keyset LATEST = Keyset.descending("access.audit_entry", "e", "at", "id");

    private final JdbcClient db;

    LookList(JdbcClient db) {
        this.db = db;
    }

    /** One deed that concerned the reader's data. Without address and request: those are the other person's. */
    public record Row(
            UUID publicId,
            OffsetDateTime at,
            String actor,
            boolean job,
            @Nullable String post,
            @Nullable String unit,
            String action,
            boolean done,
            String subject,
            @Nullable String reason) {}

    Page<Row> at(Actor reader, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> db.sql("""
                        select e.public_id, e.at, e.actor_name as actor, e.actor_id is null as job, e.post, e.unit,
                               e.action, e.done, e.subject, e.reason
                        from access.audit_entry e
                        where e.person_id = :person and e.actor_id is distinct from :person
                        """ + tail.sql())
                        .param("person", reader.personId())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }
}

package org.uniongrid.access.trail;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail, latest first, for whoever reaches the whole cell. Reads only. */
@Component
public class TrailList {

    static final int SIZE = 50;
    static final int MOST_EXPORTED = 5_000;

    private static final Keyset LATEST = Keyset.descending("access.audit_entry", "e", "at", "id");

    private static final String COLUMNS = """
            e.public_id, e.id, e.at, e.actor_name as actor, e.actor_id is null as job, e.post, e.unit, e.address,
            e.request, e.action, e.done, e.subject, e.label, p.name as person, e.reason, e.changes::text as changes
            """;

    private static final String FROM =
            " from access.audit_entry e left join people.person p on p.id = e.person_id where true";

    private final JdbcClient db;
    private final JsonMapper json;
    private final ZoneId zone;

    TrailList(JdbcClient db, JsonMapper json, ZoneId zone) {
        this.db = db;
        this.json = json;
        this.zone = zone;
    }

    /** One entry as it is shown; {@code person} is whose data it was. */
    public record Row(
            UUID publicId,
            long id,
            OffsetDateTime at,
            String actor,
            boolean job,
            @Nullable String post,
            @Nullable String unit,
            @Nullable String address,
            @Nullable String request,
            String action,
            boolean done,
            String subject,
            String label,
            @Nullable String person,
            @Nullable String reason,
            String changes) {}

    Page<Row> page(Reach reach, TrailFilter filter, Cursor cursor) {
        if (!(reach instanceof Reach.Cell)) return new Page<>(List.of(), null, null);
        return LATEST.page(
                cursor,
                SIZE,
                Row::publicId,
                tail -> narrowed(filter, tail.sql())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** The latest of them, as many as a file takes and one more. */
    List<Row> latest(Reach reach, TrailFilter filter) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return narrowed(filter, " order by e.at desc, e.id desc limit :limit")
                .param("limit", MOST_EXPORTED + 1)
                .query(Row.class)
                .list();
    }

    private JdbcClient.StatementSpec narrowed(TrailFilter filter, String tail) {
        var sql = new StringBuilder("select ").append(COLUMNS).append(FROM).append(" and e.at >= :from");
        if (filter.to() != null) sql.append(" and e.at < :to");
        if (filter.who() != null) sql.append(" and e.actor_name = :who");
        if (filter.action() != null) sql.append(" and e.action = :action");
        if (filter.subject() != null) sql.append(" and e.subject = :subject");
        if (filter.outcome() != null) sql.append(" and e.done = :done");
        if (filter.q() != null) sql.append(" and position(lower(:q) in lower(e.label)) > 0");
        return db.sql(sql + tail)
                .param("from", filter.start(zone))
                .param("to", filter.end(zone))
                .param("who", filter.who())
                .param("action", filter.action())
                .param("subject", filter.subject())
                .param("done", filter.outcome() == TrailFilter.Outcome.DONE)
                .param("q", filter.q());
    }

    Row find(Reach reach, UUID id) {
        if (!(reach instanceof Reach.Cell)) throw new NoSuchElementException("entry");
        return db.sql("select " + COLUMNS + FROM + " and e.public_id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("entry"));
    }

    List<Deed.Change> changes(Row row) {
        return json.readValue(row.changes(), new TypeReference<List<Deed.Change>>() {});
    }

    /** An action that was ever done, and the kind of record it was done to. */
    public record Known(String action, String subject) {}

    /** Jumps through the index from one to the next, however many entries there are. */
    @Unscoped("words of the platform, no data")
    List<Known> known() {
        return db.sql("""
                        with recursive found as (
                            (select action, subject from access.audit_entry order by action limit 1)
                            union all
                            select next.action, next.subject from found cross join lateral (
                                select e.action, e.subject from access.audit_entry e
                                where e.action > found.action order by e.action limit 1) next)
                        select action, subject from found order by action
                        """).query(Known.class).list();
    }
}

package org.uniongrid.exchange.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The exports, each with its state. Every change of state is one statement that names the state before. */
@Repository
@Unscoped("a person sees their own exports only; who decides on others' is asked in Approvals")
class Exports {

    static final int SIZE = 20;

    static final String COLUMNS = """
            e.id, e.public_id, e.kind, e.person_id, e.person_name, e.post_id, e.post_title, e.unit_id, e.unit_name, e.scope,
            e.filter, e.columns, e.words, e.language, e.address, e.asked_at, e.state, e.total, e.done,
            e.decided_by, e.decided_name, e.decided_at, e.reason, e.failure, e.finished_at, e.fetched_at
            """;

    private static final Keyset LATEST = Keyset.descending("exchange.export", "e", "id");

    private final JdbcClient db;
    private final JsonMapper json;

    Exports(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Asked twice while the first is under way, it is begun once. */
    Export begin(ExportOrder order, Export.State state, long total, @Nullable UUID process) {
        var begun = insert(order, state, total, process);
        return begun.orElseGet(() -> underWay(order));
    }

    /** One that was made and sent in the request. */
    Export fetched(ExportOrder order, long rows) {
        return insert(order, Export.State.FETCHED, rows, null).orElseThrow();
    }

    private Optional<Export> insert(ExportOrder order, Export.State state, long total, @Nullable UUID process) {
        var sent = state == Export.State.FETCHED ? order.at().atOffset(ZoneOffset.UTC) : null;
        return db.sql("""
                insert into exchange.export as e
                    (public_id, kind, person_id, person_name, post_id, post_title, unit_id, unit_name, scope, filter,
                     columns, words, language, address, asked_at, state, total, done, process_id, finished_at, fetched_at)
                values (:id, :kind, :person, :name, :post, :title, :unit, :unit_name, :scope, :filter::jsonb,
                        :columns::jsonb, :words, :language, :address, :now, :state, :total, :done, :process, :sent, :sent)
                on conflict do nothing
                returning\s""" + COLUMNS)
                .param("id", order.id())
                .param("kind", order.kind().key())
                .param("person", order.actor().personId())
                .param("name", order.actor().name())
                .param("post", order.post().id())
                .param("title", order.post().title())
                .param("unit", order.unit().id())
                .param("unit_name", order.unit().name())
                .param("scope", order.unit().scope().path())
                .param("filter", json.writeValueAsString(order.asked().filter()))
                .param("columns", json.writeValueAsString(order.asked().columns()))
                .param("words", order.words())
                .param("language", order.say().language())
                .param("address", order.address())
                .param("now", order.at().atOffset(ZoneOffset.UTC))
                .param("state", state.name())
                .param("total", total)
                .param("done", sent == null ? 0 : total)
                .param("process", process)
                .param("sent", sent)
                .query(this::export)
                .optional();
    }

    private Export underWay(ExportOrder order) {
        return db.sql("select " + COLUMNS + """
                        from exchange.export e
                        where person_id = :person and kind = :kind and state in ('WAITING', 'MAKING')
                        and filter = :filter::jsonb and columns = :columns::jsonb""")
                .param("person", order.actor().personId())
                .param("kind", order.kind().key())
                .param("filter", json.writeValueAsString(order.asked().filter()))
                .param("columns", json.writeValueAsString(order.asked().columns()))
                .query(this::export)
                .single();
    }

    Export find(UUID id, Actor actor) {
        return db.sql("select " + COLUMNS + " from exchange.export e where public_id = :id and person_id = :person")
                .param("id", id)
                .param("person", actor.personId())
                .query(this::export)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("export"));
    }

    Page<Export> page(Actor actor, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                Export::publicId,
                tail -> db.sql("select " + COLUMNS + " from exchange.export e where person_id = :person" + tail.sql())
                        .param("person", actor.personId())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(this::export)
                        .list());
    }

    /** Whether the work is still wanted from this process; how far it is gets known. */
    boolean progress(long id, UUID process, int done) {
        return db.sql("""
                        update exchange.export set done = :done
                        where id = :id and state = 'MAKING' and process_id = :process""")
                        .param("done", done)
                        .param("id", id)
                        .param("process", process)
                        .update()
                == 1;
    }

    /** False where it is no longer wanted. */
    boolean ready(long id, UUID process, int rows, Instant now) {
        return db.sql("""
                        update exchange.export set state = 'READY', total = :rows, done = :rows, finished_at = :now
                        where id = :id and state = 'MAKING' and process_id = :process""")
                        .param("rows", rows)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("process", process)
                        .update()
                == 1;
    }

    boolean fail(long id, UUID process, String failure, Instant now) {
        return db.sql("""
                        update exchange.export set state = 'FAILED', failure = :failure, finished_at = :now
                        where id = :id and state = 'MAKING' and process_id = :process""")
                        .param("failure", failure)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("process", process)
                        .update()
                == 1;
    }

    /** Of several downloads at once, one gets it. */
    boolean fetch(long id, Instant now) {
        return db.sql("""
                        update exchange.export set state = 'FETCHED', fetched_at = :now
                        where id = :id and state = 'READY'""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean cancel(long id, Instant now) {
        return db.sql("""
                        update exchange.export set state = 'CANCELLED', finished_at = :now
                        where id = :id and state in ('WAITING', 'MAKING', 'READY')""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    Export export(ResultSet row, int number) throws SQLException {
        return new Export(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("kind"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getObject("post_id", UUID.class),
                row.getString("post_title"),
                Export.unit(row.getObject("unit_id", UUID.class), row.getString("unit_name"), row.getString("scope")),
                Export.asked(
                        json.readValue(row.getString("filter"), new TypeReference<Map<String, String>>() {}),
                        json.readValue(row.getString("columns"), new TypeReference<List<String>>() {})),
                row.getString("words"),
                row.getString("language"),
                row.getString("address"),
                row.getTimestamp("asked_at").toInstant(),
                Export.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                decision(row),
                text(row, "failure"),
                instant(row, "finished_at"),
                instant(row, "fetched_at"));
    }

    private static Export.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = instant(row, "decided_at");
        return at == null
                ? null
                : new Export.Decision(
                        row.getLong("decided_by"), row.getString("decided_name"), at, text(row, "reason"));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }
}

package org.uniongrid.exchange.imports;

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
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports, each with its state. Every change of state is one statement that names the state before. */
@Repository
@Unscoped("a person sees their own imports only")
class ImportRuns {

    static final int SIZE = 20;

    private static final Keyset LATEST = Keyset.descending("exchange.import_run", "r", "id");

    private static final String COLUMNS = """
            id, public_id, kind, file_name, created_at, state, mode, failure, headings, choices,
            total, examples, added, changed, same, faulty,
            coalesce((select p.done from exchange.import_progress p where p.run_id = r.id), 0) as done
            """;

    /** The person's run with the same file, where no change of theirs may have made its check untrue. */
    private static final String TWIN = """
            person_id = :person and mark = :mark and (state in ('READING', 'CHECKING', 'COMMITTING')
            or state = 'CHECKED' and created_at > :since and not exists (
                select from exchange.import_run c
                where c.person_id = :person and c.state = 'COMMITTED' and c.finished_at >= r.created_at))""";

    private final JdbcClient db;
    private final JsonMapper json;

    ImportRuns(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** How many rows a check found new, changed, unchanged and faulty. */
    record Counts(int added, int changed, int same, int faulty) {}

    /** Begins to read; nothing where the person's run with the same file is still open. */
    Optional<ImportRun> begin(
            ImportKind kind,
            String fileName,
            SheetFile.Outline file,
            Map<String, Boolean> choices,
            byte[] mark,
            Actor actor,
            UUID process,
            Instant now) {
        var begun = db.sql("""
                insert into exchange.import_run as r
                    (kind, file_name, person_id, process_id, created_at, state, headings, choices, total, examples, mark)
                values (:kind, :file, :person, :process, :now, 'READING', :headings::jsonb, :choices::jsonb, :total, :examples, :mark)
                on conflict (person_id, mark) where state in ('READING', 'CHECKING', 'CHECKED', 'COMMITTING') do nothing
                returning\s""" + COLUMNS)
                .param("kind", kind.key())
                .param("file", fileName)
                .param("person", actor.personId())
                .param("process", process)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("headings", json.writeValueAsString(file.headings()))
                .param("choices", json.writeValueAsString(choices))
                .param("total", file.rows())
                .param("examples", file.examples())
                .param("mark", mark)
                .query(this::run)
                .optional();
        begun.ifPresent(run -> db.sql("insert into exchange.import_progress (run_id) values (:id)")
                .param("id", run.id())
                .update());
        return begun;
    }

    /** The person's open run with the same file. */
    Optional<ImportRun> open(byte[] mark, Actor actor) {
        return db.sql("select " + COLUMNS + """
                        from exchange.import_run r where person_id = :person and mark = :mark
                        and state in ('READING', 'CHECKING', 'CHECKED', 'COMMITTING')""")
                .param("person", actor.personId())
                .param("mark", mark)
                .query(this::run)
                .optional();
    }

    /** The person's run with the same file, as long as that is worked on, or was checked for a file handed in since. */
    Optional<ImportRun> twin(byte[] mark, Actor actor, Instant since) {
        return db.sql("select " + COLUMNS + " from exchange.import_run r where " + TWIN)
                .param("person", actor.personId())
                .param("mark", mark)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(this::run)
                .optional();
    }

    /** Ends what was checked too long ago to be a twin of a file that is handed in now. */
    Optional<ImportRun> replace(byte[] mark, Actor actor, Instant since, Instant now) {
        return db.sql("update exchange.import_run r set state = 'DISCARDED', finished_at = :now"
                        + " where person_id = :person and mark = :mark and state = 'CHECKED' and not (" + TWIN
                        + ") returning " + COLUMNS)
                .param("person", actor.personId())
                .param("mark", mark)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::run)
                .optional();
    }

    ImportRun find(UUID id, Actor actor) {
        return db.sql("select " + COLUMNS + " from exchange.import_run r where public_id = :id and person_id = :person")
                .param("id", id)
                .param("person", actor.personId())
                .query(this::run)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("import"));
    }

    Page<ImportRun> page(Actor actor, Cursor cursor) {
        return LATEST.page(
                cursor,
                SIZE,
                ImportRun::publicId,
                tail -> db.sql("select " + COLUMNS + " from exchange.import_run r where person_id = :person"
                                + tail.sql())
                        .param("person", actor.personId())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(this::run)
                        .list());
    }

    /** Asks for the commit; of several who ask at once, one gets the run. */
    Optional<ImportRun> claim(UUID id, Actor actor, ImportRun.Mode mode, UUID process) {
        return db.sql("""
                update exchange.import_run r set state = 'COMMITTING', mode = :mode, process_id = :process
                where public_id = :id and person_id = :person and state = 'CHECKED'
                and faulty < total and (:mode = 'GOOD' or faulty = 0)
                returning\s""" + COLUMNS)
                .param("mode", mode.name())
                .param("process", process)
                .param("id", id)
                .param("person", actor.personId())
                .query(this::run)
                .optional();
    }

    /** Holds the run till the end of the transaction; false where it is no longer this process's to commit. */
    boolean lockForCommit(long id, UUID process) {
        return db.sql("""
                select id from exchange.import_run
                where id = :id and state = 'COMMITTING' and process_id = :process for update""")
                .param("id", id)
                .param("process", process)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Plans made for a house that is still empty read whole tables, which a commit fills: after each of its batches what it
     * asks is planned for what is there by now.
     */
    void planAnew() {
        db.sql("discard plans").update();
    }

    void progress(long id, int done) {
        db.sql("update exchange.import_progress set done = :done where run_id = :id and done <> :done")
                .param("done", done)
                .param("id", id)
                .update();
    }

    /** All rows are staged. */
    boolean read(long id, UUID process) {
        return db.sql("""
                        update exchange.import_run set state = 'CHECKING'
                        where id = :id and state = 'READING' and process_id = :process""").param("id", id).param("process", process).update() == 1;
    }

    boolean checked(long id, UUID process, Counts counts) {
        return db.sql("""
                        update exchange.import_run set state = 'CHECKED',
                            added = :added, changed = :changed, same = :same, faulty = :faulty
                        where id = :id and state = 'CHECKING' and process_id = :process""")
                        .param("added", counts.added())
                        .param("changed", counts.changed())
                        .param("same", counts.same())
                        .param("faulty", counts.faulty())
                        .param("id", id)
                        .param("process", process)
                        .update()
                == 1;
    }

    void committed(long id, Instant now) {
        db.sql("update exchange.import_run set state = 'COMMITTED', finished_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    boolean discard(long id, Instant now) {
        return db.sql("""
                        update exchange.import_run set state = 'DISCARDED', finished_at = :now
                        where id = :id and state = 'CHECKED'""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean fail(long id, UUID process, String failure, Instant now) {
        return db.sql("""
                        update exchange.import_run set state = 'FAILED', failure = :failure, finished_at = :now
                        where id = :id and state in ('READING', 'CHECKING', 'COMMITTING') and process_id = :process""")
                        .param("failure", failure)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("process", process)
                        .update()
                == 1;
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        var mode = row.getString("mode");
        return new ImportRun(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("kind"),
                row.getString("file_name"),
                row.getTimestamp("created_at").toInstant(),
                ImportRun.State.valueOf(row.getString("state")),
                mode == null ? null : ImportRun.Mode.valueOf(mode),
                failure(row),
                json.readValue(row.getString("headings"), new TypeReference<List<SheetFile.Heading>>() {}),
                json.readValue(row.getString("choices"), new TypeReference<Map<String, Boolean>>() {}),
                row.getInt("total"),
                row.getInt("examples"),
                row.getInt("done"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("same"),
                row.getInt("faulty"));
    }

    private static @Nullable String failure(ResultSet row) throws SQLException {
        return row.getString("failure");
    }
}

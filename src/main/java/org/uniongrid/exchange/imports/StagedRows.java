package org.uniongrid.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SecretCells;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file between its upload and its end, and what is wrong with them. */
@Repository
@Unscoped("asked with the id of a run that was found for its person")
class StagedRows {

    private static final int BATCH = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final SecretCells secrets;

    StagedRows(JdbcClient db, JsonMapper json, SecretCells secrets) {
        this.db = db;
        this.json = json;
        this.secrets = secrets;
    }

    /** What of a row stands in its table as it is. */
    private record Open(int number, Map<String, String> cells) {}

    private record Sealed(UUID id, int number, String column, String sealed) {}

    private record Judged(int number, String verdict) {}

    void stage(long run, List<ImportRow> rows) {
        inBatches(
                run,
                rows.stream().map(row -> new Open(row.number(), row.cells())).toList(),
                """
                insert into exchange.import_row (run_id, number, cells)
                select :run, (e->>'number')::int, e->'cells' from jsonb_array_elements(:batch::jsonb) e""");
        inBatches(run, rows.stream().flatMap(this::sealed).toList(), """
                insert into exchange.import_secret (public_id, run_id, number, column_key, sealed)
                select (e->>'id')::uuid, :run, (e->>'number')::int, e->>'column', e->>'sealed'
                from jsonb_array_elements(:batch::jsonb) e""");
    }

    private Stream<Sealed> sealed(ImportRow row) {
        return row.secrets().entrySet().stream().map(cell -> {
            var id = UUID.randomUUID();
            return new Sealed(id, row.number(), cell.getKey(), secrets.seal(id, cell.getValue()));
        });
    }

    /** In this order, instead of what was reported before. */
    void report(long run, List<Problem> problems) {
        forgetProblems(run);
        inBatches(run, problems, """
                insert into exchange.import_problem (run_id, number, column_key, content, key, args)
                select :run, (e->>'row')::int, e->>'column', e->>'content', e->>'key', e->'args'
                from jsonb_array_elements(:batch::jsonb) with ordinality as listed(e, place) order by place""");
    }

    void judge(long run, Sheet sheet, Findings findings) {
        var judged = sheet.rows().stream()
                .map(row -> new Judged(
                        row.number(),
                        findings.isGood(row) ? findings.verdict(row).name() : "FAULTY"))
                .toList();
        inBatches(run, judged, """
                update exchange.import_row r set verdict = v.verdict
                from jsonb_to_recordset(:batch::jsonb) as v(number int, verdict text)
                where r.run_id = :run and r.number = v.number""");
    }

    Sheet all(ImportRun run) {
        return sheet(run, "true");
    }

    Sheet good(ImportRun run) {
        return sheet(run, "verdict <> 'FAULTY'");
    }

    Sheet faulty(ImportRun run) {
        return sheet(run, "verdict = 'FAULTY'");
    }

    List<Problem> problems(long run) {
        return db.sql("""
                select number, column_key, content, key, args from exchange.import_problem
                where run_id = :run order by number, id""")
                .param("run", run)
                .query((row, _) -> new Problem(
                        row.getInt("number"),
                        row.getString("column_key"),
                        row.getString("content"),
                        row.getString("key"),
                        json.readValue(row.getString("args"), new TypeReference<List<String>>() {})))
                .list();
    }

    /** Good rows are gone as soon as they are taken in; the faulty ones wait for the error file. */
    void forgetGood(long run) {
        db.sql("delete from exchange.import_row where run_id = :run and verdict <> 'FAULTY'")
                .param("run", run)
                .update();
    }

    void forget(long run) {
        db.sql("delete from exchange.import_row where run_id = :run")
                .param("run", run)
                .update();
        forgetProblems(run);
    }

    private void forgetProblems(long run) {
        db.sql("delete from exchange.import_problem where run_id = :run")
                .param("run", run)
                .update();
    }

    private Sheet sheet(ImportRun run, String condition) {
        var hidden = secrets(run);
        var rows = db.sql("select number, cells from exchange.import_row where run_id = :run and " + condition
                        + " order by number")
                .param("run", run.id())
                .query((row, _) -> new ImportRow(
                        row.getInt("number"),
                        json.readValue(row.getString("cells"), new TypeReference<Map<String, String>>() {}),
                        hidden.getOrDefault(row.getInt("number"), Map.of())))
                .list();
        return new Sheet(rows, run.columns(), run.choices());
    }

    private Map<Integer, Map<String, String>> secrets(ImportRun run) {
        var found = new HashMap<Integer, Map<String, String>>();
        db.sql(
                        "select public_id as id, number, column_key as \"column\", sealed from exchange.import_secret where run_id = ?")
                .param(run.id())
                .query(Sealed.class)
                .list()
                .forEach(cell -> found.computeIfAbsent(cell.number(), _ -> new HashMap<>())
                        .put(cell.column(), secrets.open(cell.id(), cell.sealed())));
        return found;
    }

    private void inBatches(long run, List<?> all, String sql) {
        for (int from = 0; from < all.size(); from += BATCH) {
            var batch = new ArrayList<>(all.subList(from, Math.min(from + BATCH, all.size())));
            db.sql(sql)
                    .param("run", run)
                    .param("batch", json.writeValueAsString(batch))
                    .update();
        }
    }
}

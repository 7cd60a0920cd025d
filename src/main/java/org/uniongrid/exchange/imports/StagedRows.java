package org.uniongrid.exchange.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SecretCells;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file between its upload and its end, never all of them in memory at once. */
@Repository
@Unscoped("asked with the id of a run that was found for its person")
class StagedRows {

    static final int BATCH = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final SecretCells secrets;

    StagedRows(JdbcClient db, JsonMapper json, SecretCells secrets) {
        this.db = db;
        this.json = json;
        this.secrets = secrets;
    }

    /** What of a row stands in its table as it is. */
    private record Open(int number, Map<String, String> cells, boolean good) {}

    private record Sealed(UUID id, int number, String column, String sealed) {}

    private record Judged(int number, String verdict) {}

    /** Keeps a batch; rows that had a problem when they were read are faulty for good. */
    void stage(long run, List<ImportRow> rows, BitSet faulty) {
        write(
                run,
                rows.stream()
                        .map(row -> new Open(row.number(), row.cells(), !faulty.get(row.number())))
                        .toList(),
                """
                insert into exchange.import_row (run_id, number, cells, verdict)
                select :run, (e->>'number')::int, e->'cells', case when not (e->>'good')::boolean then 'FAULTY' end
                from jsonb_array_elements(:batch::jsonb) e""");
        write(run, rows.stream().flatMap(this::sealed).toList(), """
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

    /** Writes what the check found of each row, as the function of its number says. */
    void judge(long run, IntFunction<String> verdict) {
        var numbers = numbers(run);
        for (int from = 0; from < numbers.size(); from += BATCH)
            write(
                    run,
                    numbers.subList(from, Math.min(from + BATCH, numbers.size())).stream()
                            .map(number -> new Judged(number, verdict.apply(number)))
                            .toList(),
                    """
                    update exchange.import_row r set verdict = v.verdict
                    from jsonb_to_recordset(:batch::jsonb) as v(number int, verdict text)
                    where r.run_id = :run and r.number = v.number and r.verdict is distinct from v.verdict""");
    }

    List<Integer> numbers(long run) {
        return numbers(run, "true");
    }

    /** Rows that were found faulty by now. */
    List<Integer> faultyNumbers(long run) {
        return numbers(run, "verdict = 'FAULTY'");
    }

    private List<Integer> numbers(long run, String condition) {
        return db.sql("select number from exchange.import_row where run_id = :run and " + condition
                        + " order by number")
                .param("run", run)
                .query(Integer.class)
                .list();
    }

    Sheet all(ImportRun run) {
        return all(run, _ -> {});
    }

    /**
     * All rows.
     *
     * @param passed hears after each batch how many rows there were by now
     */
    Sheet all(ImportRun run, IntConsumer passed) {
        return sheet(run, "true", passed);
    }

    Sheet good(ImportRun run, IntConsumer passed) {
        return sheet(run, "verdict <> 'FAULTY'", passed);
    }

    Sheet faulty(ImportRun run) {
        return sheet(run, "verdict = 'FAULTY'", _ -> {});
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
    }

    private Sheet sheet(ImportRun run, String condition, IntConsumer passed) {
        return new Sheet(batch -> walk(run, condition, batch, passed), run.columns(), run.choices());
    }

    private void walk(ImportRun run, String condition, Consumer<List<ImportRow>> batch, IntConsumer passed) {
        var last = 0;
        var seen = 0;
        for (var rows = rows(run, condition, last); !rows.isEmpty(); rows = rows(run, condition, last)) {
            batch.accept(rows);
            last = rows.getLast().number();
            seen += rows.size();
            passed.accept(seen);
        }
    }

    private List<ImportRow> rows(ImportRun run, String condition, int after) {
        var found = new ArrayList<Open>();
        db.sql("select number, cells from exchange.import_row where run_id = :run and number > :after and " + condition
                        + " order by number limit " + BATCH)
                .param("run", run.id())
                .param("after", after)
                .query(row -> {
                    found.add(new Open(
                            row.getInt("number"),
                            json.readValue(row.getString("cells"), new TypeReference<Map<String, String>>() {}),
                            true));
                });
        if (found.isEmpty()) return List.of();
        var hidden = secrets(run.id(), after, found.getLast().number());
        return found.stream()
                .map(row -> new ImportRow(row.number(), row.cells(), hidden.getOrDefault(row.number(), Map.of())))
                .toList();
    }

    private Map<Integer, Map<String, String>> secrets(long run, int after, int last) {
        var found = new HashMap<Integer, Map<String, String>>();
        db.sql("""
                        select public_id as id, number, column_key as "column", sealed from exchange.import_secret
                        where run_id = ? and number > ? and number <= ?""")
                .params(run, after, last)
                .query(Sealed.class)
                .list()
                .forEach(cell -> found.computeIfAbsent(cell.number(), _ -> new HashMap<>())
                        .put(cell.column(), secrets.open(cell.id(), cell.sealed())));
        return found;
    }

    private void write(long run, List<?> batch, String sql) {
        if (batch.isEmpty()) return;
        db.sql(sql)
                .param("run", run)
                .param("batch", json.writeValueAsString(batch))
                .update();
    }
}

package org.uniongrid.exchange.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.exchange.Findings.Change;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with the rows of a file, and what its good rows would change, as long as the file waits. */
@Repository
@Unscoped("asked with the id of a run that was found for its person")
class StagedFindings {

    private static final int BATCH = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;

    StagedFindings(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** In this order, after what was reported before. */
    void report(long run, List<Problem> problems) {
        write(run, problems, """
                insert into exchange.import_problem (run_id, number, column_key, content, key, args)
                select :run, (e->>'row')::int, e->>'column', e->>'content', e->>'key', e->'args'
                from jsonb_array_elements(:batch::jsonb) with ordinality as listed(e, place) order by place""");
    }

    /** What is said of a cell twice, as of a union and of its employer, is said once. */
    void change(long run, List<Change> changes) {
        write(
                run,
                changes.stream()
                        .filter(one -> !one.before().equals(one.after()))
                        .toList(),
                """
                insert into exchange.import_change (run_id, number, column_key, before, after)
                select :run, (e->>'row')::int, e->>'column', e->>'before', e->>'after'
                from jsonb_array_elements(:batch::jsonb) with ordinality as listed(e, place) order by place
                on conflict (run_id, number, column_key) do nothing""");
    }

    List<Problem> problems(long run) {
        return problems(run, 0, Integer.MAX_VALUE);
    }

    /** Those of the rows between two numbers, both included. */
    List<Problem> problems(long run, int from, int to) {
        return db.sql("""
                select number, column_key, content, key, args from exchange.import_problem
                where run_id = :run and number between :from and :to order by number, id""")
                .param("run", run)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Problem(
                        row.getInt("number"),
                        row.getString("column_key"),
                        row.getString("content"),
                        row.getString("key"),
                        json.readValue(row.getString("args"), new TypeReference<List<String>>() {})))
                .list();
    }

    void forgetProblems(long run) {
        db.sql("delete from exchange.import_problem where run_id = :run")
                .param("run", run)
                .update();
    }

    void forgetChanges(long run) {
        db.sql("delete from exchange.import_change where run_id = :run")
                .param("run", run)
                .update();
    }

    /** Changes of rows that turned out faulty afterwards are none. */
    void forgetChangesOfFaulty(long run) {
        db.sql("""
                delete from exchange.import_change c using exchange.import_row r
                where c.run_id = :run and r.run_id = :run and r.number = c.number and r.verdict <> 'CHANGED'""").param("run", run).update();
    }

    void forget(long run) {
        forgetProblems(run);
        forgetChanges(run);
    }

    private void write(long run, List<?> all, String sql) {
        for (int from = 0; from < all.size(); from += BATCH)
            db.sql(sql)
                    .param("run", run)
                    .param("batch", json.writeValueAsString(all.subList(from, Math.min(from + BATCH, all.size()))))
                    .update();
    }
}

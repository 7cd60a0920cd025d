package org.uniongrid.exchange.imports;

import static org.awaitility.Awaitility.await;
import static org.uniongrid.exchange.imports.ToyImport.keeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;

/** Imports toys for a test, from an exchange without imports. */
abstract class ImportFixture {

    final ImportDesk desk;
    final ImportRuns runs;
    final StagedRows staged;
    final StagedFindings found;
    final ThisProcess process;
    final ToyImport toys;
    final JdbcClient db;

    ImportFixture(
            ImportDesk desk,
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            ThisProcess process,
            ToyImport toys,
            JdbcClient db) {
        this.desk = desk;
        this.runs = runs;
        this.staged = staged;
        this.found = found;
        this.process = process;
        this.toys = toys;
        this.db = db;
    }

    @BeforeEach
    void clear() {
        db.sql("delete from exchange.import_run").update();
        db.sql("delete from exchange.toy").update();
        toys.commits.set(0);
        process.beat();
    }

    ImportRun checked(String csv) {
        return upload(csv, Map.of(), keeper());
    }

    ImportRun upload(String csv, Map<String, Boolean> choices, Actor actor) {
        return finished(desk.upload(toys, "玩具.csv", csv.getBytes(StandardCharsets.UTF_8), choices, actor));
    }

    ImportRun finished(ImportRun run) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> runs.find(run.publicId(), keeper()), found -> !found.isWorking());
    }

    List<String> toyNames() {
        return db.sql("select name from exchange.toy order by name collate \"C\"")
                .query(String.class)
                .list();
    }

    static String numbered(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> "积木 " + row + "\n").collect(Collectors.joining());
    }
}

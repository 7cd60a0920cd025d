package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.uniongrid.exchange.imports.ToyImport.keeper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.exchange.imports.ImportRun.Mode;
import org.uniongrid.exchange.imports.ImportRun.State;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.NotPermitted;

/** A run belongs to one person and one process: it is not begun twice, ends with its process, and is forgotten in time. */
@ModuleTest
class ImportRunTests extends ImportFixture {

    private final ImportUpkeep upkeep;
    private final TransactionTemplate transaction;

    ImportRunTests(
            ImportDesk desk,
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            ImportUpkeep upkeep,
            ThisProcess process,
            ToyImport toys,
            JdbcClient db,
            TransactionTemplate transaction) {
        super(desk, runs, staged, found, process, toys, db);
        this.upkeep = upkeep;
        this.transaction = transaction;
    }

    @Test
    void theSameFileTwiceIsOneRunAsLongAsThatIsOpen() {
        var run = checked("名称\n积木\n");
        assertThat(checked("名称\n积木\n").publicId()).isEqualTo(run.publicId());
        assertThat(checked("名称\n风车\n").publicId()).isNotEqualTo(run.publicId());
        assertThat(upload("名称\n积木\n", Map.of("loud", true), keeper()).publicId())
                .as("with other answers it is another import")
                .isNotEqualTo(run.publicId());
        desk.discard(run.publicId(), keeper());
        assertThat(checked("名称\n积木\n").publicId()).isNotEqualTo(run.publicId());
    }

    @Test
    void theSameFileSomeTimeLaterIsCheckedAnew() {
        var first = checked("名称\n积木\n");
        age(first, "9 seconds");
        assertThat(checked("名称\n积木\n").publicId()).as("a second click").isEqualTo(first.publicId());
        age(first, "2 seconds");
        db.sql("insert into exchange.toy values ('积木', 1)").update();
        var again = checked("名称\n积木\n");
        assertThat(again.publicId()).isNotEqualTo(first.publicId());
        assertThat(again.same()).as("checked against what is there now").isOne();
        assertThat(runs.find(first.publicId(), keeper()).state()).isEqualTo(State.DISCARDED);
        assertThat(staged.all(first).rows()).isEmpty();
    }

    @Test
    void theSameFileAfterAnotherCameInIsCheckedAnew() {
        var waits = checked("名称\n积木\n");
        var other = checked("名称\n积木\n风车\n");
        desk.commit(other.publicId(), Mode.ALL, keeper());
        finished(other);
        assertThat(checked("名称\n积木\n"))
                .satisfies(again -> assertThat(again.publicId()).isNotEqualTo(waits.publicId()))
                .extracting(ImportRun::same)
                .isEqualTo(1);
    }

    @Test
    void theSameFileManyTimesAtOnceIsOneRun() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<UUID> upload = () -> checked("名称\n" + numbered(300)).publicId();
            var runs =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> upload).toList());
            var ids = new HashSet<UUID>();
            for (var one : runs) ids.add(one.get());
            assertThat(ids).hasSize(1);
        }
        assertThat(db.sql("select count(*) from exchange.import_row")
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    void theSameFileOfAnotherPersonIsAnotherRun() {
        var run = checked("名称\n积木\n");
        var other = ToyImport.actor(8, "exchange.import", "toy.import");
        var theirs = desk.upload(toys, "玩具.csv", "名称\n积木\n".getBytes(StandardCharsets.UTF_8), Map.of(), other);
        assertThat(theirs.publicId()).isNotEqualTo(run.publicId());
        await().until(() -> !runs.find(theirs.publicId(), other).isWorking());
    }

    @Test
    void hidesAnImportFromEverybodyElse() {
        var run = checked("名称\n积木\n");
        var other = ToyImport.actor(8, "exchange.import", "toy.import");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> runs.find(run.publicId(), other));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> desk.commit(run.publicId(), Mode.ALL, other));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> desk.discard(run.publicId(), other));
        assertThat(runs.page(other, Cursor.START).isEmpty()).isTrue();
    }

    @Test
    void asksForThePermissionOfTheKindAgainAtTheCommit() {
        var run = checked("名称\n积木\n");
        var former = ToyImport.actor(7, "exchange.import");
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.commit(run.publicId(), Mode.ALL, former));
    }

    @Test
    void endsTheRunsOfAProcessThatDied() {
        var dead = UUID.randomUUID();
        var checking = ownedBy(dead, "CHECKING");
        var committing = ownedBy(dead, "COMMITTING");
        upkeep.endInterrupted();
        for (var run : List.of(checking, committing)) {
            var ended = runs.find(run.publicId(), keeper());
            assertThat(ended.state()).isEqualTo(State.FAILED);
            assertThat(ended.failure()).isEqualTo("import.failed.interrupted");
            assertThat(staged.all(ended).rows()).isEmpty();
        }
        assertThat(toyNames()).isEmpty();
    }

    @Test
    void leavesTheRunsOfAnotherLivingProcessAlone() {
        var other = UUID.randomUUID();
        db.sql("insert into exchange.process values (:id, now())")
                .param("id", other)
                .update();
        var run = ownedBy(other, "CHECKING");
        upkeep.endInterrupted();
        assertThat(runs.find(run.publicId(), keeper()).state()).isEqualTo(State.CHECKING);
        db.sql("update exchange.process set beat_at = now() - interval '31 seconds' where id = :id")
                .param("id", other)
                .update();
        upkeep.endInterrupted();
        assertThat(runs.find(run.publicId(), keeper()).state()).isEqualTo(State.FAILED);
    }

    @Test
    void doesNotEndACommitThatIsUnderWay() throws Exception {
        var silent = UUID.randomUUID();
        var run = ownedBy(silent, "COMMITTING");
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                assertThat(runs.lockForCommit(run.id(), silent)).isTrue();
                assertThat(elsewhere.submit(upkeep::endInterrupted)).succeedsWithin(Duration.ofSeconds(5));
            });
        }
        assertThat(runs.find(run.publicId(), keeper()).state()).isEqualTo(State.COMMITTING);
    }

    @Test
    void doesNotCommitWhatWasEndedMeanwhile() {
        var run = ownedBy(UUID.randomUUID(), "COMMITTING");
        upkeep.endInterrupted();
        assertThat(runs.lockForCommit(run.id(), process.id())).isFalse();
    }

    @Test
    void forgetsRowsAfterSevenDaysButNotBefore() {
        var old = checked("名称\n积木\nbad\n");
        var young = checked("名称\n积木\nbad young\n");
        age(old, "7 days 1 minute");
        age(young, "6 days 23 hours");
        upkeep.forgetOld();
        assertThat(runs.find(old.publicId(), keeper()).state()).isEqualTo(State.DISCARDED);
        assertThat(staged.all(old).rows()).isEmpty();
        assertThat(found.problems(old.id())).isEmpty();
        assertThat(runs.find(young.publicId(), keeper()).state()).isEqualTo(State.CHECKED);
        assertThat(staged.all(young).rows()).hasSize(2);
    }

    private ImportRun ownedBy(UUID owner, String state) {
        var run = checked("名称\n积木 " + owner + state + "\n");
        db.sql("update exchange.import_run set process_id = :owner, state = :state, mode = 'ALL' where id = :id")
                .param("owner", owner)
                .param("state", state)
                .param("id", run.id())
                .update();
        return run;
    }

    private void age(ImportRun run, String by) {
        db.sql("update exchange.import_run set created_at = created_at - :by::interval where id = :id")
                .param("by", by)
                .param("id", run.id())
                .update();
    }
}

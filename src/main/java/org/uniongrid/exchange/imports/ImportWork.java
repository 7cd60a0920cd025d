package org.uniongrid.exchange.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.RuleBroken;

/** The long part of an import, in the background, a few at a time. */
@Component
class ImportWork {

    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final int AT_ONCE = 2;

    private final ImportRuns runs;
    private final StagedRows staged;
    private final StagedFindings found;
    private final FileReading reading;
    private final RowChecking checking;
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Long, Integer> running = new ConcurrentHashMap<>();

    ImportWork(
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            FileReading reading,
            RowChecking checking,
            ThisProcess process,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.staged = staged;
        this.found = found;
        this.reading = reading;
        this.checking = checking;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads the file into the table of waiting rows and checks them. The file is let go in between. */
    void read(ImportRun run, ImportKind kind, byte[] content, Actor actor, Runnable letGo) {
        executor.execute(() -> {
            if (ended(run, () -> reading.read(run, kind, content, passing(run)), letGo)) check(run, kind, actor);
        });
    }

    private void check(ImportRun run, ImportKind kind, Actor actor) {
        inPlace(run, () -> checking.check(run, kind, actor, passing(run)));
    }

    void commit(ImportRun run, ImportKind kind, Actor actor) {
        executor.execute(() -> inPlace(run, () -> {
            try {
                transaction.executeWithoutResult(_ -> commitNow(run, kind, actor));
            } catch (RuntimeException e) {
                trail.refused(actor, ImportDeeds.commit(run));
                throw e;
            }
        }));
    }

    private void inPlace(ImportRun run, Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        ended(run, work, places::release);
    }

    /** Whether the work came to its end. */
    private boolean ended(ImportRun run, Runnable work, Runnable after) {
        running.put(run.id(), 0);
        try {
            runs.progress(run.id(), 0);
            work.run();
            return true;
        } catch (RuleBroken broken) {
            fail(run, broken.rule().key());
        } catch (RuntimeException e) {
            log.error("Import {} failed", run.publicId(), e);
            fail(run, "import.failed.error");
        } finally {
            running.remove(run.id());
            after.run();
        }
        return false;
    }

    private IntConsumer passing(ImportRun run) {
        return rows -> running.put(run.id(), rows);
    }

    /** The rows and the state of the run become true together or not at all. */
    private void commitNow(ImportRun run, ImportKind kind, Actor actor) {
        if (!runs.lockForCommit(run.id(), process.id())) return;
        kind.commit(staged.good(run, passing(run).andThen(_ -> runs.planAnew())), actor);
        staged.forgetGood(run.id());
        found.forgetChanges(run.id());
        runs.committed(run.id(), clock.instant());
        trail.add(actor, ImportDeeds.commit(run));
    }

    private void fail(ImportRun run, String failure) {
        transaction.executeWithoutResult(_ -> {
            if (!runs.fail(run.id(), process.id(), failure, clock.instant())) return;
            staged.forget(run.id());
            found.forget(run.id());
        });
    }

    @Scheduled(fixedDelay = 1_000)
    void reportProgress() {
        running.forEach(runs::progress);
    }

    /** What does not end in time is rolled back and found by the upkeep. */
    @PreDestroy
    void end() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) executor.shutdownNow();
    }
}

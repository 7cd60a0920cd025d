package org.uniongrid.exchange.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.exchange.SheetFile.Heading;
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
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Long, Findings> running = new ConcurrentHashMap<>();

    ImportWork(
            ImportRuns runs,
            StagedRows staged,
            ThisProcess process,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.staged = staged;
        this.process = process;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    void check(ImportRun run, ImportKind kind, Actor actor) {
        start(run, () -> checkNow(run, kind, actor));
    }

    void commit(ImportRun run, ImportKind kind, Actor actor) {
        start(run, () -> {
            try {
                transaction.executeWithoutResult(_ -> commitNow(run, kind, actor));
            } catch (RuntimeException e) {
                trail.refused(actor, ImportDeeds.commit(run));
                throw e;
            }
        });
    }

    private void start(ImportRun run, Runnable work) {
        executor.execute(() -> {
            try {
                places.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                work.run();
            } catch (RuleBroken broken) {
                fail(run, broken.rule().key());
            } catch (RuntimeException e) {
                log.error("Import {} failed", run.publicId(), e);
                fail(run, "import.failed.error");
            } finally {
                places.release();
            }
        });
    }

    private void checkNow(ImportRun run, ImportKind kind, Actor actor) {
        var findings = new Findings();
        running.put(run.id(), findings);
        try {
            var sheet = reading.execute(_ -> {
                var all = staged.all(run);
                staged.problems(run.id()).forEach(findings::add);
                kind.check(all, actor, findings);
                return all;
            });
            transaction.executeWithoutResult(_ -> keep(run, sheet, findings));
        } finally {
            running.remove(run.id());
        }
    }

    private void keep(ImportRun run, Sheet sheet, Findings findings) {
        if (!runs.checked(run.id(), process.id(), count(sheet, findings))) return;
        var order = new ArrayList<>(run.headings().stream().map(Heading::column).toList());
        var problems = new ArrayList<>(findings.problems());
        problems.sort(
                Comparator.comparingInt(Problem::row).thenComparingInt(problem -> order.indexOf(problem.column())));
        staged.report(run.id(), problems);
        staged.judge(run.id(), sheet, findings);
    }

    private static ImportRuns.Counts count(Sheet sheet, Findings findings) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        var good = sheet.rows().stream().filter(findings::isGood).toList();
        for (var row : good) counts.merge(findings.verdict(row), 1, Integer::sum);
        return new ImportRuns.Counts(
                counts.getOrDefault(Verdict.NEW, 0),
                counts.getOrDefault(Verdict.CHANGED, 0),
                counts.getOrDefault(Verdict.SAME, 0),
                sheet.rows().size() - good.size());
    }

    /** The rows and the state of the run become true together or not at all. */
    private void commitNow(ImportRun run, ImportKind kind, Actor actor) {
        if (!runs.lockForCommit(run.id(), process.id())) return;
        kind.commit(staged.good(run), actor);
        staged.forgetGood(run.id());
        runs.committed(run.id(), clock.instant());
        trail.add(actor, ImportDeeds.commit(run));
    }

    private void fail(ImportRun run, String failure) {
        transaction.executeWithoutResult(_ -> {
            if (runs.fail(run.id(), process.id(), failure, clock.instant())) staged.forget(run.id());
        });
    }

    @Scheduled(fixedDelay = 1_000)
    void reportProgress() {
        running.forEach((run, findings) -> runs.progress(run, findings.judged()));
    }

    /** What does not end in time is rolled back and found by the upkeep. */
    @PreDestroy
    void end() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) executor.shutdownNow();
    }
}

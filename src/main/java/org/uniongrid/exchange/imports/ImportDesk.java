package org.uniongrid.exchange.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;

/** What a person may do with a file: hand it in, have it taken in, throw it away. */
@Service
class ImportDesk {

    private static final int LONGEST_NAME = 200;

    /** Within this time the same file is a second click; later the register may have changed, and it is checked anew. */
    private static final Duration SECOND_CLICK = Duration.ofSeconds(10);

    private final ImportKinds kinds;
    private final ImportRuns runs;
    private final StagedRows staged;
    private final StagedFindings found;
    private final FileMarks marks;
    private final ImportWork work;
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** A file may unfold to hundreds of megabytes while it is read: one at a time for each half gigabyte of memory. */
    private final Semaphore readers =
            new Semaphore(Math.max(1, (int) (Runtime.getRuntime().maxMemory() >> 29)));

    ImportDesk(
            ImportKinds kinds,
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            FileMarks marks,
            ImportWork work,
            ThisProcess process,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = kinds;
        this.runs = runs;
        this.staged = staged;
        this.found = found;
        this.marks = marks;
        this.work = work;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The person's run with this same file and these answers, handed in just now or still being worked on. */
    Optional<ImportRun> twin(ImportKind kind, byte[] content, Map<String, Boolean> choices, Actor actor) {
        return transaction.execute(_ -> runs.twin(marks.of(kind, content, choices), actor, recently()));
    }

    private Instant recently() {
        return clock.instant().minus(SECOND_CLICK);
    }

    /**
     * Reads the file once to see what it is, and begins to take its rows apart and check them. The file itself is not
     * kept. Handed in twice at once, it is one run; handed in again, it is checked anew.
     *
     * @throws org.uniongrid.exchange.FileRefused if it cannot be taken in at all
     */
    ImportRun upload(ImportKind kind, String fileName, byte[] content, Map<String, Boolean> choices, Actor actor) {
        readers.acquireUninterruptibly();
        var begun = Optional.<ImportRun>empty();
        try {
            var outline = SheetFile.outline(content, kind.columns());
            begun = begin(kind, fileName, outline, content, choices, actor);
        } finally {
            if (begun.isEmpty()) readers.release();
        }
        begun.ifPresent(run -> work.read(run, kind, content, actor, readers::release));
        return begun.or(() -> open(kind, content, choices, actor)).orElseThrow();
    }

    private Optional<ImportRun> begin(
            ImportKind kind,
            String fileName,
            SheetFile.Outline outline,
            byte[] content,
            Map<String, Boolean> choices,
            Actor actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            process.beat();
            var mark = marks.of(kind, content, choices);
            runs.replace(mark, actor, recently(), clock.instant()).ifPresent(run -> forget(run, actor));
            var begun = runs.begin(kind, tidy(fileName), outline, choices, mark, actor, process.id(), clock.instant());
            begun.ifPresent(run -> trail.add(actor, ImportDeeds.upload(run)));
            return begun;
        }));
    }

    private Optional<ImportRun> open(ImportKind kind, byte[] content, Map<String, Boolean> choices, Actor actor) {
        return Objects.requireNonNull(transaction.execute(_ -> runs.open(marks.of(kind, content, choices), actor)));
    }

    /** Asked twice, it happens once. */
    void commit(UUID id, ImportRun.Mode mode, Actor actor) {
        var run = runs.find(id, actor);
        var kind = kinds.require(run.kind(), actor);
        process.beat();
        var claimed = Objects.requireNonNull(transaction.execute(_ -> {
            var mine = runs.claim(id, actor, mode, process.id());
            mine.ifPresent(found -> trail.add(actor, ImportDeeds.confirm(found)));
            return mine;
        }));
        if (claimed.isPresent()) work.commit(claimed.get(), kind, actor);
        else explain(runs.find(id, actor), mode);
    }

    private static void explain(ImportRun run, ImportRun.Mode mode) {
        if (run.state() == ImportRun.State.COMMITTING || run.isCommitted()) return;
        ImportRule.IMPORT_STILL_OPEN.require(run.isChecked());
        ImportRule.IMPORT_WITH_A_GOOD_ROW.require(run.good() > 0);
        ImportRule.IMPORT_WITHOUT_FAULT.require(mode == ImportRun.Mode.GOOD || run.faulty() == 0);
    }

    void discard(UUID id, Actor actor) {
        var run = runs.find(id, actor);
        transaction.executeWithoutResult(_ -> {
            if (runs.discard(run.id(), clock.instant())) forget(run, actor);
        });
        var now = runs.find(id, actor);
        ImportRule.IMPORT_STILL_OPEN.require(now.state() == ImportRun.State.DISCARDED);
    }

    private void forget(ImportRun run, Actor actor) {
        staged.forget(run.id());
        found.forget(run.id());
        trail.add(actor, ImportDeeds.discard(run));
    }

    /** Some browsers send the whole path. */
    private static String tidy(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (clean.isEmpty()) return "?";
        if (clean.codePointCount(0, clean.length()) <= LONGEST_NAME) return clean;
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
    }
}

package org.uniongrid.exchange.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.exchange.ThisProcess;

/** Reads a file into the table of waiting rows, each batch in a transaction of its own. */
@Component
class FileReading {

    /** More texts than this help nobody; the rows beyond are still marked as faulty. */
    private static final int MOST_PROBLEMS = 50_000;

    private final ImportRuns runs;
    private final StagedRows staged;
    private final StagedFindings found;
    private final ThisProcess process;
    private final TransactionTemplate transaction;

    FileReading(
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            ThisProcess process,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.staged = staged;
        this.found = found;
        this.process = process;
        this.transaction = transaction;
    }

    void read(ImportRun run, ImportKind kind, byte[] content, IntConsumer passed) {
        var batches = new Batches(run, passed);
        SheetFile.read(content, kind.columns(), batches::add);
        batches.write();
        if (!runs.read(run.id(), process.id())) throw new IllegalStateException("ended while it was read");
    }

    private final class Batches {

        private final ImportRun run;
        private final IntConsumer passed;
        private final List<ImportRow> rows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final BitSet faulty = new BitSet();
        private int read;
        private int reported;

        Batches(ImportRun run, IntConsumer passed) {
            this.run = run;
            this.passed = passed;
        }

        void add(ImportRow row, List<Problem> wrong) {
            rows.add(row);
            if (!wrong.isEmpty()) faulty.set(row.number());
            if (reported + wrong.size() <= MOST_PROBLEMS) {
                problems.addAll(wrong);
                reported += wrong.size();
            }
            if (rows.size() == StagedRows.BATCH) write();
        }

        void write() {
            transaction.executeWithoutResult(_ -> {
                staged.stage(run.id(), rows, faulty);
                found.report(run.id(), problems);
            });
            read += rows.size();
            passed.accept(read);
            rows.clear();
            problems.clear();
        }
    }
}

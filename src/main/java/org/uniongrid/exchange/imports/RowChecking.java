package org.uniongrid.exchange.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.SheetFile.Heading;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;

/** Has the waiting rows of a file judged, and keeps what was found. */
@Component
class RowChecking {

    private final ImportRuns runs;
    private final StagedRows staged;
    private final StagedFindings found;
    private final ThisProcess process;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final TransactionTemplate reading;

    RowChecking(
            ImportRuns runs,
            StagedRows staged,
            StagedFindings found,
            ThisProcess process,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.staged = staged;
        this.found = found;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void check(ImportRun run, ImportKind kind, Actor actor, IntConsumer passed) {
        // while rows are judged nothing is written but what they would change, by another connection
        var findings = new Findings(changes -> apart.executeWithoutResult(_ -> found.change(run.id(), changes)));
        reading.executeWithoutResult(_ -> {
            found.problems(run.id()).forEach(findings::add);
            staged.faultyNumbers(run.id()).forEach(findings::addFaulty);
            kind.check(staged.all(run, passed), actor, findings);
        });
        transaction.executeWithoutResult(_ -> keep(run, findings));
    }

    private void keep(ImportRun run, Findings findings) {
        if (!runs.checked(run.id(), process.id(), count(staged.numbers(run.id()), findings))) return;
        var order = new ArrayList<>(run.headings().stream().map(Heading::column).toList());
        var problems = new ArrayList<>(findings.problems());
        problems.sort(
                Comparator.comparingInt(Problem::row).thenComparingInt(problem -> order.indexOf(problem.column())));
        found.forgetProblems(run.id());
        found.report(run.id(), problems);
        staged.judge(
                run.id(), row -> findings.isGood(row) ? findings.verdict(row).name() : "FAULTY");
        found.change(run.id(), findings.changes());
        found.forgetChangesOfFaulty(run.id());
    }

    private static ImportRuns.Counts count(List<Integer> rows, Findings findings) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        var faulty = 0;
        for (int row : rows) {
            if (findings.isGood(row)) counts.merge(findings.verdict(row), 1, Integer::sum);
            else faulty++;
        }
        return new ImportRuns.Counts(
                counts.getOrDefault(Verdict.NEW, 0),
                counts.getOrDefault(Verdict.CHANGED, 0),
                counts.getOrDefault(Verdict.SAME, 0),
                faulty);
    }
}

package org.uniongrid.start;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells an operator in two lines why UnionGrid did not start and what to do. */
final class PlainFailures implements FailureAnalysisReporter {

    @Override
    @SuppressWarnings("SystemOut")
    public void report(FailureAnalysis failure) {
        System.err.println("UnionGrid did not start: " + failure.getDescription());
        System.err.println(failure.getAction() == null ? "" : failure.getAction());
    }
}

package org.uniongrid.access.trail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it to the operator in two lines. */
final class KeptTooShortAnalyzer extends AbstractFailureAnalyzer<KeptTooShort> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeptTooShort problem) {
        return new FailureAnalysis(
                String.valueOf(problem.getMessage()),
                "Set it to a number of months, 6 or more; left out, it is 36.",
                problem);
    }
}

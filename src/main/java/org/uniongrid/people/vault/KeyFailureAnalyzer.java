package org.uniongrid.people.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines what is wrong with the keys. */
final class KeyFailureAnalyzer extends AbstractFailureAnalyzer<KeyProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.remedy(), problem);
    }
}

package org.uniongrid.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Says plainly that the web port is taken. */
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException taken) {
        return new FailureAnalysis(
                "Port " + taken.getPort() + " is already used by another program, perhaps another UnionGrid",
                "Stop that program, or choose another port with UNIONGRID_PORT.",
                taken);
    }
}

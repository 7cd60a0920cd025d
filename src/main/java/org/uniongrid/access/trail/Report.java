package org.uniongrid.access.trail;

import java.util.ArrayList;
import java.util.List;
import org.uniongrid.access.trail.Finding.Kind;

/** What a check has found so far; bounded, for a trail may be broken from end to end. */
final class Report {

    private static final int MOST = 200;

    private final List<Finding> findings = new ArrayList<>();
    private long more;

    void add(Kind kind, Object... values) {
        if (findings.size() < MOST) findings.add(Finding.of(kind, values));
        else more++;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    long more() {
        return more;
    }
}

package org.uniongrid.structure.changes;

import java.util.List;

/**
 * A change as it was rehearsed.
 *
 * @param problems rules that it would break; it can be confirmed where there are none
 * @param basis what it was judged by, to be compared when it is confirmed
 */
public record Rehearsal(Order order, Effects effects, List<Problem> problems, Basis basis, boolean planned) {

    public boolean isPossible() {
        return problems.isEmpty();
    }
}

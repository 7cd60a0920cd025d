package org.uniongrid.access.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check of the trail ended.
 *
 * @param entries how many sealed entries were looked at
 * @param waiting how many are not sealed yet
 * @param sealedAt when the last seal was set, or null where there is none
 * @param findings what is wrong, the first of it; empty where all is well
 * @param more how many findings there are besides
 */
record Verdict(
        Instant startedAt,
        Instant endedAt,
        long entries,
        long seals,
        long waiting,
        @Nullable Instant sealedAt,
        List<Finding> findings,
        long more) {

    boolean isClean() {
        return findings.isEmpty();
    }
}

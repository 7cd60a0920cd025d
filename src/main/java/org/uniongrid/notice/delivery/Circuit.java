package org.uniongrid.notice.delivery;

import java.time.Duration;
import java.time.Instant;

/** Leaves a wire alone for a while that failed several times running; longer each time. */
final class Circuit {

    static final int PATIENCE = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private int failures;
    private Instant shutUntil = Instant.MIN;

    synchronized boolean isShut(Instant now) {
        return now.isBefore(shutUntil);
    }

    synchronized void worked() {
        failures = 0;
        shutUntil = Instant.MIN;
    }

    synchronized void failed(Instant now) {
        failures++;
        if (failures < PATIENCE) return;
        var pause = SHORTEST.multipliedBy(1L << Math.min(failures - PATIENCE, 5));
        shutUntil = now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}

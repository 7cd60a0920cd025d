package org.uniongrid.access;

import java.time.Duration;

/**
 * How often something may be done by whoever has one key.
 *
 * @param name tells this limit from others, such as {@code sign-in}
 * @param burst how often at once
 * @param per in what time as many come back, evenly
 */
public record Limit(String name, int burst, Duration per) {

    public Limit {
        if (burst < 1 || per.isNegative() || per.isZero()) throw new IllegalArgumentException(name);
    }

    /** Microseconds in which one comes back. */
    long step() {
        return Math.max(1, micros() / burst);
    }

    /** Microseconds in which all come back; a whole number of steps. */
    long whole() {
        return step() * burst;
    }

    private long micros() {
        return per.toNanos() / 1000;
    }
}

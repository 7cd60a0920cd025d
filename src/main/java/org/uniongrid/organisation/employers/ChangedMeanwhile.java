package org.uniongrid.organisation.employers;

import java.util.Map;

/** Somebody else changed the entry after the form was opened; nothing was written. */
final class ChangedMeanwhile extends RuntimeException {

    private final transient Map<String, String> now;

    /** With what the entry says now, by field. */
    ChangedMeanwhile(Map<String, String> now) {
        super("changed meanwhile");
        this.now = Map.copyOf(now);
    }

    Map<String, String> now() {
        return now;
    }
}

package org.uniongrid.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 回访: what the caller said when somebody asked whether it is solved.
 *
 * @param stars 1 very dissatisfied to 5 very satisfied; null where nobody was reached, like what is solved
 */
public record Visit(
        Way way,
        @Nullable Integer stars,
        @Nullable Boolean solved,
        @Nullable String words,
        String personName,
        Instant at) {

    /** How it was asked. */
    public enum Way {
        /** An operator rang. */
        CALL,
        /** The worker said so on the phone. */
        SELF,
        UNREACHED;

        public String key() {
            return "case.visit.way." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isReached() {
        return way != Way.UNREACHED;
    }
}

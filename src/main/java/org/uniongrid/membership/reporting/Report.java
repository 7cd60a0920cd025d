package org.uniongrid.membership.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;

/**
 * Members who are reported at once.
 *
 * @param receipt what the roll above gave for it; null before
 */
record Report(
        long id,
        UUID publicId,
        String number,
        UUID unit,
        String unitName,
        Scope scope,
        State state,
        int size,
        Instant madeAt,
        String madeBy,
        @Nullable LocalDate reportedOn,
        @Nullable String receipt) {

    /** How far it has come. */
    enum State {
        READY("warn", "clock"),
        REPORTED("ok", "circle-check"),
        DISCARDED("mute", "trash");

        private final String tone;
        private final String icon;

        State(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        public String key() {
            return "reporting.state." + name().toLowerCase(Locale.ROOT);
        }

        public String tone() {
            return tone;
        }

        public String icon() {
            return icon;
        }
    }
}

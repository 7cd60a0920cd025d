package org.uniongrid.access.trail;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Something that a check found: a kind and what fills the places of its words. */
public record Finding(Kind kind, List<String> values) {

    static Finding of(Kind kind, Object... values) {
        return new Finding(
                kind, java.util.Arrays.stream(values).map(String::valueOf).toList());
    }

    /** What may be wrong; the words are {@code trail.finding.} and the name in lower case. */
    public enum Kind {
        ENTRY_EDITED,
        ENTRY_GONE,
        ENTRY_INSERTED,
        ENTRY_NUMBERED_BACK,
        ENTRY_DATED_BACK,
        ENTRIES_SWAPPED,
        TIMES_SWAPPED,
        WAITING_GONE,
        SEAL_EDITED,
        SEAL_UNLIKE_FILE,
        SEAL_UNLIKE_ENTRIES,
        SEAL_UNSIGNED,
        SEAL_BY_OTHER_KEY,
        SEAL_UNCHAINED,
        SEALS_GONE,
        SEALS_GONE_BOTH,
        FILE_LACKS,
        FILE_BROKEN,
        DROPPED_EARLY;

        String key() {
            return "trail.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** With times as this zone has them. */
    Object[] places(ZoneId zone) {
        return values.stream().map(value -> Moments.in(zone, value)).toArray();
    }
}

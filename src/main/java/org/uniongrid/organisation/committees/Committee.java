package org.uniongrid.organisation.committees;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committee of a union for one term.
 *
 * @param until the last day of its term; null where it has no end
 * @param endedFor why it ended before its election; null where it did not
 * @param latest whether no later one of its kind was elected
 * @param members how many members the union has, as it reported
 */
public record Committee(
        long id,
        UUID publicId,
        long unitId,
        UUID unit,
        String unitName,
        CommitteeKind kind,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable Integer seats,
        @Nullable String endedFor,
        boolean latest,
        @Nullable Boolean specialContract,
        @Nullable Integer mothersRooms,
        @Nullable LocalDate nextHealthCheck,
        @Nullable Integer members) {

    /** Where it stands on a day. One whose term is over works on until it is elected anew: that is overdue. */
    public enum Standing {
        LATER("info", "clock"),
        RUNNING("ok", "circle-check"),
        OVERDUE("warn", "calendar-exclamation"),
        FORMER("mute", "archive");

        private final String kind;
        private final String icon;

        Standing(String kind, String icon) {
            this.kind = kind;
            this.icon = icon;
        }

        public String kind() {
            return kind;
        }

        public String icon() {
            return icon;
        }

        /** Name of its message. */
        public String key() {
            return "committee.standing." + name().toLowerCase(Locale.ROOT);
        }
    }

    public Standing standing(LocalDate today) {
        if (since.isAfter(today)) return Standing.LATER;
        if (until == null || !until.isBefore(today)) return Standing.RUNNING;
        return latest && endedFor == null ? Standing.OVERDUE : Standing.FORMER;
    }

    /** Whether people may still join and leave it, and it may be elected anew. */
    public boolean isInOffice(LocalDate today) {
        return standing(today) != Standing.FORMER;
    }

    public String label() {
        return unitName + " · " + kind.term();
    }

    public String href() {
        return "/organisation/committees/" + publicId;
    }
}

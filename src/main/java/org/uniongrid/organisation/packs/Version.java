package org.uniongrid.organisation.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule pack as lists show it, without its values.
 *
 * @param regionName what people call the division; empty where it is not in this cell
 * @param madeBy who wrote it, or null where the platform brought it
 * @param aside whether another took its place
 */
public record Version(
        UUID publicId,
        String subject,
        String region,
        String regionName,
        LocalDate since,
        @Nullable LocalDate until,
        String article,
        boolean example,
        boolean unsure,
        @Nullable String note,
        @Nullable String reviewedBy,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable String endReason,
        boolean aside) {

    /** Where a version stands on a day. */
    public enum State {
        ASIDE,
        COMING,
        IN_FORCE,
        OVER
    }

    public State on(LocalDate day) {
        if (aside) return State.ASIDE;
        if (day.isBefore(since)) return State.COMING;
        return until == null || day.isBefore(until) ? State.IN_FORCE : State.OVER;
    }

    /** The last day in force; null where no end is known. */
    public @Nullable LocalDate lastDay() {
        return until == null ? null : until.minusDays(1);
    }
}

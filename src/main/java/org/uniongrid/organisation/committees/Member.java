package org.uniongrid.organisation.committees;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a committee.
 *
 * @param until the first day no longer in it; null where no end is known
 */
public record Member(
        long id,
        UUID publicId,
        long committeeId,
        long personId,
        String name,
        CommitteeDuty duty,
        LocalDate since,
        @Nullable LocalDate until) {

    public boolean isIn(LocalDate today) {
        return until == null || until.isAfter(today);
    }
}

package org.uniongrid.organisation.appointments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a post, held it or will hold it.
 *
 * @param until the first day they no longer do, or null where no end is known
 * @param acting whether they only stand in for its holder
 * @param endedFor why it ended, or null
 */
public record Tenure(
        long id,
        UUID publicId,
        long postId,
        long personId,
        UUID person,
        String name,
        LocalDate since,
        @Nullable LocalDate until,
        boolean acting,
        @Nullable String endedFor) {

    /** When this tenure is, seen from a day. */
    public enum When {
        PAST,
        NOW,
        LATER
    }

    public When when(LocalDate today) {
        if (since.isAfter(today)) return When.LATER;
        return until == null || until.isAfter(today) ? When.NOW : When.PAST;
    }
}

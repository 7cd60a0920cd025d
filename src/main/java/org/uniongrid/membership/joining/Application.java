package org.uniongrid.membership.joining;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to be a member of a union.
 *
 * @param unit public id of the union
 * @param employer as they wrote it, or as the register has it; null where they said nothing
 * @param door where the code hangs that they scanned; null where they scanned none
 * @param leaves when they go over from their former union by themselves; null where they come from none
 */
record Application(
        long id,
        UUID publicId,
        long personId,
        String personName,
        long unitId,
        UUID unit,
        String unitName,
        @Nullable Long doorId,
        @Nullable String door,
        @Nullable Long employerId,
        @Nullable String employer,
        String workerClass,
        State state,
        @Nullable UUID matterId,
        @Nullable UUID leavingId,
        @Nullable Instant leaves,
        Instant at) {

    /** How far it is. */
    enum State {
        ASKED,
        /** Accepted; the former union may object. */
        LEAVING,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }
}

package org.uniongrid.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter that its reader may see.
 *
 * @param unit public id of the unit that asks
 * @param asked public id of the unit that is asked
 * @param year with {@code nr} its number in the unit that is asked
 * @param pack version of the rule pack that it keeps to its end
 * @param route version of the route that it keeps; null for one from before there were any
 * @param endedAt when it was answered, refused or withdrawn
 * @param inside whether the reader stands on the side of the unit that is asked, or above it
 */
public record Matter(
        long id,
        UUID publicId,
        String kind,
        String title,
        String words,
        UUID unit,
        String unitName,
        long personId,
        String personName,
        UUID asked,
        String askedName,
        int year,
        int nr,
        MatterState state,
        UUID pack,
        @Nullable Long route,
        Instant openedAt,
        @Nullable Instant endedAt,
        boolean inside) {

    /** As the audit trail calls it. */
    public String label() {
        return askedName + " " + year + "-" + nr;
    }

    public boolean isOpen() {
        return state == MatterState.OPEN;
    }
}

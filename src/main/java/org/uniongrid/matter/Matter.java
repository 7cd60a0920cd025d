package org.uniongrid.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/**
 * A matter that its reader may see.
 *
 * @param unit public id of the unit that asks; null where a person asks for themselves
 * @param unitName empty where a person asks
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
        @Nullable UUID unit,
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

    /** Whether the actor is who asked: for themselves, or for the unit of the post that they have chosen. */
    public boolean isAskedBy(Actor actor) {
        var chosen = actor.chosen();
        if (unit == null) return actor.isAbout(personId);
        return chosen != null && unit.equals(chosen.unitId());
    }

    public boolean isOpen() {
        return state == MatterState.OPEN;
    }
}

package org.uniongrid.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/**
 * A step that waits in somebody's hands.
 *
 * @param unit public id of the unit that it waits in
 * @param post public id of the post that has it; null in the pool of the unit
 * @param holder who holds that post today, and its title; null in a pool, and where nobody holds it
 */
public record Task(
        long id,
        UUID publicId,
        String step,
        long unitId,
        UUID unit,
        String unitName,
        @Nullable UUID post,
        @Nullable String holder,
        Instant startedAt,
        Instant dueAt) {

    /** Whether it waits for the post that the actor has chosen, by itself or as one of its unit. */
    public boolean isFor(Actor actor) {
        var chosen = actor.chosen();
        return chosen != null && (post == null ? unit.equals(chosen.unitId()) : post.equals(chosen.id()));
    }

    /**
     * Whether this actor may send somebody a link to it. Who has it inside the other union is that union's business; and
     * in the pool of the side that is asked people work every day.
     */
    public boolean maySendLink(Matter matter, Actor actor) {
        var chosen = actor.chosen();
        var isColleague = chosen != null && unit.equals(chosen.unitId());
        return (matter.inside() || isColleague) && (!isPooled() || unit.equals(matter.unit()));
    }

    public boolean isPooled() {
        return post == null;
    }
}

package org.uniongrid.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.web.Say;

/**
 * A step that waits in somebody's hands, a signer's word that is waited for, or a part of the work at another unit.
 *
 * @param waiting for its children: it is in nobody's list meanwhile
 * @param stepName as the unit calls its step; null where it is the platform's
 * @param paused whether its clock stands still
 * @param unit public id of the unit that it waits in
 * @param post public id of the post that has it; null in the pool of the unit, which also has what a post has that nobody holds
 * @param person id of the person who has it for themselves, because they asked; null otherwise
 * @param holder who holds that post today, and its title, or the person; null in a pool
 * @param role key of the role that a pool is for; null where it is for everybody who may handle matters
 * @param parent id of what waits for it; null for a step of the route
 * @param needs how many signers must agree; null unless it waits for some
 * @param returnsTo key of the step that gets the matter again, for one that adds what was missing
 */
public record Task(
        long id,
        UUID publicId,
        Kind kind,
        boolean waiting,
        boolean paused,
        String step,
        @Nullable String stepName,
        long unitId,
        UUID unit,
        String unitName,
        @Nullable UUID post,
        @Nullable Long person,
        @Nullable String holder,
        @Nullable String role,
        @Nullable Long parent,
        @Nullable Integer needs,
        @Nullable String returnsTo,
        Instant startedAt,
        Instant dueAt) {

    /** What it is to the route. */
    public enum Kind {
        STEP,
        /** 会签 */
        SIGN,
        /** 派发 */
        DISPATCH
    }

    /** Whether these hands have it: by themselves, for another post, or as one of its unit's. A signer's word is never pooled. */
    public boolean isFor(Hands hands) {
        if (person != null) return person == hands.person();
        return post == null ? kind != Kind.SIGN && hands.isPooled(unit, role) : hands.holds(post);
    }

    /**
     * Whether this actor may send somebody a link to it. Who has it inside the other union is that union's business; and
     * in the pool of the side that is asked people work every day.
     */
    public boolean maySendLink(Matter matter, Actor actor) {
        if (person != null) return false;
        var chosen = actor.chosen();
        var isColleague = chosen != null && unit.equals(chosen.unitId());
        return (matter.inside() || isColleague) && (!isPooled() || unit.equals(matter.unit()));
    }

    public String title(Say say) {
        if (kind != Kind.STEP) return say.of("matter.part." + kind.name().toLowerCase(java.util.Locale.ROOT));
        return stepName == null ? say.of("matter.step." + step) : stepName;
    }

    public boolean isPooled() {
        return post == null && person == null;
    }
}

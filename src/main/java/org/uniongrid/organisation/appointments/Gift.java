package org.uniongrid.organisation.appointments;

import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Extent;

/** Who may give which role, and take it: no more than they hold themselves, but for whoever makes the roles. */
final class Gift {

    private Gift() {}

    static boolean may(Actor actor, PostRole role, @Nullable PostUnit unit) {
        if (actor.may("organisation.role.edit")) return true;
        return holds(actor, role) && reaches(actor, role, unit);
    }

    /** Whether a post of this role, which is within reach, may be taken from somebody: one of the whole cell never. */
    static boolean mayTake(Actor actor, PostRole role) {
        if (actor.may("organisation.role.edit")) return true;
        return role.reach() != Extent.CELL && holds(actor, role);
    }

    private static boolean holds(Actor actor, PostRole role) {
        var held = actor.chosen();
        return held != null && held.permissions().containsAll(role.permissions());
    }

    private static boolean reaches(Actor actor, PostRole role, @Nullable PostUnit unit) {
        var reach = actor.reach("organisation.post.edit");
        var scope = unit == null ? null : unit.scope();
        if (scope == null) return false;
        return switch (role.reach()) {
            case CELL -> false;
            case BELOW -> reach.seesBelow(scope);
            case OWN, SELF -> reach.sees(scope);
        };
    }
}

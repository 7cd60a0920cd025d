package org.uniongrid.matrix;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/**
 * Somebody who asks, and what follows from the chosen post as the database has it, not as the house under test made it.
 *
 * @param actor null for whoever is not signed in
 * @param account what sign-in leaves on a request beside the actor
 * @param reach of the chosen post's role: {@code CELL}, {@code BELOW}, {@code OWN}, {@code SELF}
 * @param unit the chosen post's unit
 */
record Player(
        String name,
        @Nullable Actor actor,
        @Nullable Object account,
        Set<String> permissions,
        String reach,
        @Nullable Long unit) {

    boolean isWorker() {
        return permissions.contains(Actor.WORKER);
    }

    long person() {
        return actor == null ? -1 : actor.personId();
    }

    boolean sees(Thing thing, Oracle oracle) {
        return sees(thing, thing.scoped(), oracle);
    }

    boolean sees(Thing thing, Scoped scoped, Oracle oracle) {
        return switch (scoped) {
            case ANY -> true;
            case MINE -> thing.person() == person();
            case CELL -> cell();
            case UNIT -> thing.unit() != null && reaches(thing.unit(), oracle);
        };
    }

    boolean reaches(long where, Oracle oracle) {
        return switch (reach) {
            case "CELL" -> true;
            case "BELOW" -> unit != null && oracle.isWithin(where, unit);
            case "OWN" -> unit != null && where == unit;
            default -> false;
        };
    }

    boolean cell() {
        return reach.equals("CELL");
    }

    @Override
    public String toString() {
        return name;
    }
}

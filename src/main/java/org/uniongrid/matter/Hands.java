package org.uniongrid.matter;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/**
 * What somebody has today: the post that they have chosen, and those that have handed it their work for some days.
 *
 * @param person whose hands they are
 * @param delegated public ids of the posts that it acts for
 */
public record Hands(long person, Actor.@Nullable Post chosen, Set<UUID> delegated) {

    public Hands {
        delegated = Set.copyOf(delegated);
    }

    public boolean holds(UUID post) {
        return chosen != null && (post.equals(chosen.id()) || delegated.contains(post));
    }

    /** Whether the pool of a unit is theirs. */
    public boolean isPooled(UUID unit, @Nullable String role) {
        return chosen != null && unit.equals(chosen.unitId()) && (role == null || role.equals(chosen.role()));
    }

    /** Whether they have it for another post. */
    public boolean isForAnother(Task task) {
        return chosen != null && task.post() != null && !task.post().equals(chosen.id());
    }
}

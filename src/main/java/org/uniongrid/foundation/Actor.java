package org.uniongrid.foundation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind this request with the posts in force, and the post they chose to act in. Permission and reach
 * follow from the chosen post; conflicts of interest are checked over all of them.
 */
public record Actor(
        long personId,
        String name,
        List<Post> posts,
        @Nullable Post chosen) {

    public Actor {
        posts = List.copyOf(posts);
    }

    /**
     * A post held today.
     *
     * @param scope where its unit stands, or null for a post of the whole cell
     * @param unitName the unit's full name, or null for a post of the whole cell
     * @param role key of the role, in kebab case
     */
    public record Post(
            UUID id,
            String role,
            String title,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable Scope scope,
            Set<String> permissions) {

        public Post {
            permissions = Set.copyOf(permissions);
        }

        Reach reach() {
            return scope == null ? new Reach.Cell() : new Reach.Units(List.of(scope));
        }
    }

    /** A job that acts for nobody, over the whole cell, with no permission but these. */
    public static Actor system(String job, String... permissions) {
        var post = new Post(new UUID(0, 0), "system", job, null, null, null, Set.of(permissions));
        return new Actor(0, job, List.of(post), post);
    }

    public boolean may(String permission) {
        return chosen != null && chosen.permissions().contains(permission);
    }

    /** How far this permission goes; {@link Reach.Units#NONE} where it is not held. */
    public Reach reach(String permission) {
        return chosen != null && may(permission) ? chosen.reach() : Reach.Units.NONE;
    }
}

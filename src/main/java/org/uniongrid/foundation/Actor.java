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

    /** The one permission of workers: their own affairs. */
    public static final String WORKER = "worker.self";

    public Actor {
        posts = List.copyOf(posts);
    }

    /**
     * A post held today.
     *
     * @param scope where its unit stands; null for a post of the whole cell or of an outside body
     * @param unitName the unit's full name, or null for a post of the whole cell
     * @param role key of the role, in kebab case
     * @param reach how far its role lets it see
     */
    public record Post(
            UUID id,
            String role,
            String title,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable Scope scope,
            Reach reach,
            Set<String> permissions) {

        public Post {
            permissions = Set.copyOf(permissions);
        }

        /** A post that reaches its unit with all below, or the whole cell where it stands in none. */
        public Post(
                UUID id,
                String role,
                String title,
                @Nullable UUID unitId,
                @Nullable String unitName,
                @Nullable Scope scope,
                Set<String> permissions) {
            this(id, role, title, unitId, unitName, scope, reach(unitId, scope), permissions);
        }

        private static Reach reach(@Nullable UUID unitId, @Nullable Scope scope) {
            if (scope != null) return new Reach.Units(List.of(scope));
            return unitId == null ? new Reach.Cell() : Reach.Units.NONE;
        }
    }

    /** A job that acts for nobody, over the whole cell, with no permission but these. */
    public static Actor system(String job, String... permissions) {
        var post = new Post(new UUID(0, 0), "system", job, null, null, null, Set.of(permissions));
        return new Actor(0, job, List.of(post), post);
    }

    /** A worker who signed in by phone: sees what is theirs and acts for nobody, whatever posts they hold at a desk. */
    public static Actor worker(long personId, String name) {
        var self = new Post(new UUID(0, 1), "worker", "", null, null, null, new Reach.Self(personId), Set.of(WORKER));
        return new Actor(personId, name, List.of(), self);
    }

    /** Whether this is a {@linkplain #worker worker} and no cadre. */
    public boolean isWorker() {
        return may(WORKER);
    }

    public boolean may(String permission) {
        return chosen != null && chosen.permissions().contains(permission);
    }

    /** How far this permission goes; {@link Reach.Units#NONE} where it is not held. */
    public Reach reach(String permission) {
        return chosen != null && may(permission) ? chosen.reach() : Reach.Units.NONE;
    }

    /** Whether something about this person is about the actor, in whatever post they act. */
    public boolean isAbout(long person) {
        return person == personId;
    }

    /** Whether any post the actor holds, chosen or not, stands in this unit or below it. */
    public boolean standsIn(Scope unit) {
        return posts.stream().map(Post::scope).anyMatch(scope -> scope != null && scope.isWithin(unit));
    }
}

package org.uniongrid.matter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with a matter.
 *
 * @param task public id of the step it is done at; null for what is done with the matter as a whole
 * @param papers that come with it, and are read by whoever reads what was done
 * @param key of the form it came from
 */
public record Act(
        Action action, @Nullable UUID task, @Nullable String words, Aim aim, List<Papers.Accepted> papers, UUID key) {

    public static Act of(Action action, @Nullable UUID task, @Nullable String words, UUID key) {
        return new Act(action, task, words, Aim.NONE, List.of(), key);
    }

    public Act to(Aim to) {
        return new Act(action, task, words, to, papers, key);
    }

    public Act with(List<Papers.Accepted> more) {
        return new Act(action, task, words, aim, more, key);
    }

    /** Whether what comes with it is not for whoever asked: what is kept from them, and a sheet that a leader wrote on. */
    boolean keepsPapersInside() {
        return action.isInside() || aim.inside() || aim.decidedBy() != null;
    }

    /**
     * Whom it is for, and how.
     *
     * @param posts public ids: the one that gets the step, or the signers
     * @param units public ids of those that get a part of the work, or a copy
     * @param needs how many of the signers must agree
     * @param step key of the step that it is sent back to
     * @param inside whether the unit that asked does not read it
     * @param decidedBy public id of the post whose holder decided on paper; null where the actor decides
     */
    public record Aim(
            List<UUID> posts,
            List<UUID> units,
            int needs,
            @Nullable String step,
            boolean inside,
            @Nullable UUID decidedBy) {

        public static final Aim NONE = new Aim(List.of(), List.of(), 0, null, false, null);

        public Aim {
            posts = posts.stream().distinct().toList();
            units = units.stream().distinct().toList();
        }

        public static Aim post(UUID post) {
            return new Aim(List.of(post), List.of(), 0, null, false, null);
        }

        public static Aim signers(int needs, List<UUID> posts) {
            return new Aim(posts, List.of(), needs, null, false, null);
        }

        public static Aim units(List<UUID> units) {
            return new Aim(List.of(), units, 0, null, false, null);
        }

        public static Aim step(String key) {
            return new Aim(List.of(), List.of(), 0, key, false, null);
        }
    }
}

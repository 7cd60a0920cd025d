package org.uniongrid.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;

/**
 * What posts have in hand, as the module knows that gives it to them. Here it is only asked when somebody leaves a post:
 * nothing may be in nobody's hands.
 */
public interface PostWork {

    /**
     * What a post has today, and who has it from a day on.
     *
     * @param post one that was found within the actor's reach
     * @param leaving public id of the tenure that ends on that day; null where none does
     */
    Load of(UUID post, LocalDate day, @Nullable UUID leaving, Actor actor);

    /**
     * All of it to another post of the unit, from that day on; in the transaction that lets its holder go.
     *
     * @throws org.uniongrid.foundation.RuleBroken where the other post cannot have it
     */
    void handOn(Actor actor, Order order, @Nullable UUID leaving);

    /**
     * What is handed on to which post.
     *
     * @param to null where it shall stay, also what was to be handed on later
     * @param key of the form it came from
     */
    record Order(UUID post, @Nullable UUID to, LocalDate day, UUID key) {}

    /**
     * Work of a post.
     *
     * @param counts by kind
     * @param delegations of its work, or of others' to it, today or later
     * @param receivers posts of the unit that may get it
     * @param moving what is on its way to another post; null where nothing is
     * @param list page of it; null where the actor may not see it
     * @param substitutes page on which another post has it for some days; null where the actor may not say so
     */
    record Load(
            List<Count> counts,
            int delegations,
            Cover cover,
            List<Receiver> receivers,
            @Nullable Moving moving,
            @Nullable String list,
            @Nullable String substitutes) {

        public int open() {
            return counts.stream().mapToInt(Count::open).sum();
        }

        public int late() {
            return counts.stream().mapToInt(Count::late).sum();
        }

        /** Whether there is anything to be said when its holder leaves. */
        public boolean isNothing() {
            return counts.isEmpty() && delegations == 0 && moving == null && cover.way() != Way.ABOVE;
        }
    }

    /** @param label message key of the kind */
    record Count(String label, int open, int late) {}

    record Receiver(UUID post, String label) {}

    /** @param day from which on it goes to {@code to}; {@code moved} has gone already */
    record Moving(String to, LocalDate day, int moved) {}

    /** Who has it from that day on. @param names of people, posts, or the unit */
    record Cover(Way way, List<String> names) {

        public Cover {
            names = List.copyOf(names);
        }
    }

    /** How it is covered. */
    enum Way {
        SUCCESSOR,
        ACTING,
        /** Whoever else handles such work in the unit. */
        POOL,
        /** The nearest unit above with somebody. */
        ABOVE,
        NOBODY;

        public String key() {
            return "post.work.cover." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

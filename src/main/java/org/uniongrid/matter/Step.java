package org.uniongrid.matter;

import java.util.Set;

/**
 * A step of a route: in whose hands a matter lies, for how long, and what they may do with it.
 *
 * @param key in kebab case; {@code matter.step.} before it makes the key of its name
 * @param clock name of the value in the kind's rule pack, whose measure says what is counted
 */
public record Step(String key, Side side, String clock, Set<Action> actions) {

    /** Whose pool it comes to. */
    public enum Side {
        /** The unit that asks. */
        ASKER,
        /** The unit that is asked. */
        ASKED
    }

    public Step {
        actions = Set.copyOf(actions);
    }

    public static Step at(String key, Side side, String clock, Action... actions) {
        return new Step(key, side, clock, Set.of(actions));
    }

    public String name() {
        return "matter.step." + key;
    }
}

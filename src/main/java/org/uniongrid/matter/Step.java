package org.uniongrid.matter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uniongrid.web.Say;

/**
 * A step of a route: in whose hands a matter lies, for how long, and what they may decide. Whoever has a step may always
 * take it, put it back and hand it over.
 *
 * @param key in kebab case; {@code matter.step.} before it makes the key of its name, where it has none of its own
 * @param ownName as a unit has written it; null for a step of the platform
 * @param role key of the role whose posts have it; null for everybody there who may handle matters
 * @param condition for which matters it is there; the first and the last step of a route are there for all
 * @param clock name of the value in the kind's rule pack, whose measure says what is counted
 */
public record Step(
        String key,
        @Nullable String ownName,
        Seat seat,
        @Nullable String role,
        String clock,
        Set<Action> actions,
        StepCondition condition) {

    /** What a step may be made of, in the order of a form. */
    public static final List<Action> DECISIONS = List.of(
            Action.APPROVE,
            Action.ANSWER,
            Action.REFUSE,
            Action.RETURN,
            Action.ASK_SIGNERS,
            Action.DISPATCH,
            Action.PAUSE);

    public Step {
        actions = Set.copyOf(actions);
    }

    public static Step at(String key, Seat seat, String clock, Action... actions) {
        return new Step(key, null, seat, null, clock, Set.of(actions), StepCondition.ALWAYS);
    }

    public boolean isAskers() {
        return seat == Seat.ASKER;
    }

    public String name(Say say) {
        return ownName == null ? say.of("matter.step." + key) : ownName;
    }
}

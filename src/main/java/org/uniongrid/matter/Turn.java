package org.uniongrid.matter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** One action at one matter, which is locked until it is done. */
record Turn(
        Actor actor,
        Hands hands,
        Matter matter,
        Route route,
        @Nullable Task task,
        Act act) {

    Action action() {
        return act.action();
    }

    Task at() {
        return Objects.requireNonNull(task);
    }

    Step step() {
        return route.step(at().step());
    }

    Actor.Post post() {
        return Objects.requireNonNull(actor.chosen());
    }

    RuleBroken refused() {
        return new RuleBroken(MatterRule.STEP_ALLOWS_IT);
    }
}

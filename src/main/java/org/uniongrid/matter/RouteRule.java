package org.uniongrid.matter;

import org.uniongrid.foundation.Rule;

/** Rules of the routes that units write for themselves. */
public enum RouteRule implements Rule {
    /** Values: the most there may be. */
    ROUTE_HAS_STEPS,
    KIND_MAY_BE_REROUTED,
    /** Values: the step. */
    STEP_MAY_DO_SOMETHING,
    /** Values: the step. One that cannot pass it on, before the last. */
    EARLIER_STEPS_GO_ON,
    LAST_STEP_ANSWERS,
    /** Values: the step. */
    STEP_CLOCK_IS_KNOWN,
    /** Values: the step. Nobody with the role could ever have it. */
    STEP_ROLE_HANDLES,
    STEP_NAMES_DIFFER,
    /** A condition on it could leave a matter without a step. */
    FIRST_STEP_IS_FOR_ALL,
    LAST_STEP_IS_FOR_ALL,
    /** Values: the step. The one that it follows is not in the route any more, or another follows it, too. */
    STEP_FOLLOWS_ONE,
    ROUTE_WAS_CHANGED
}

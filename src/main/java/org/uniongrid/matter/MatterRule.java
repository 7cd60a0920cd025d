package org.uniongrid.matter;

import org.uniongrid.foundation.Rule;

/** Rules of the moving of matters. */
public enum MatterRule implements Rule {
    /** Values: who moved it on. */
    STEP_IS_STILL_OPEN,
    MATTER_IS_STILL_OPEN,
    STEP_IS_IN_YOUR_HANDS,
    NOBODY_DECIDES_THEIR_OWN_MATTER,
    STEP_ALLOWS_IT,
    UNITS_ASK_OTHERS,
    UNIT_HAS_SOMEBODY,
    POST_IS_OF_THIS_UNIT,
    WHO_ASKED_WITHDRAWS,
    URGED_ONCE_A_DAY,
    MONTHS_RUN_ON
}

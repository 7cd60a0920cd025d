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
    WRITTEN_DOWN_AT_OWN_UNIT,
    /** Values: the unit. */
    UNIT_HAS_SOMEBODY,
    POST_IS_OF_THIS_UNIT,
    WHO_ASKED_WITHDRAWS,
    URGED_ONCE_A_DAY,
    WHO_HAS_IT_IS_NOT_URGED,
    /** Values: the most there may be. */
    SIGNERS_ARE_CHOSEN,
    /** As many as there are signers, or fewer, and one at least. */
    ENOUGH_SIGNERS,
    ONE_WORD_EACH,
    /** Values: the most there may be. */
    UNITS_ARE_CHOSEN,
    UNIT_IS_WITHIN_REACH,
    WHO_ASKED_DOES_NOT_HANDLE,
    GOES_BACK_TO_AN_EARLIER_STEP,
    LEADER_IS_OF_THIS_UNIT,
    /** 代录: what was decided on paper comes with a scan of it. */
    RECORDED_WITH_ITS_SCAN,
    WHO_ASKED_CLOSES,
    MATTER_IS_ANSWERED,
    WHO_ASKED_REOPENS,
    /** Values: the days. */
    REOPENED_IN_TIME,
    MATTER_HAS_ENDED,
    MONTHS_RUN_ON,
    HANDED_ON_TO_A_COLLEAGUE,
    DRAFT_IS_YOURS,
    /** What a delegation wants. */
    DELEGATED_TO_A_COLLEAGUE,
    DELEGATED_FOR_A_TIME,
    DELEGATED_ONCE,
    NOBODY_DELEGATES_MORE_THAN_THEY_HOLD
}

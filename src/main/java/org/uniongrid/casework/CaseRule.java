package org.uniongrid.casework;

import org.uniongrid.foundation.Rule;

/** Rules of cases. */
public enum CaseRule implements Rule {
    CLAIMANT_NAMED_ONCE,
    /** Whoever has been paid has claimed; that payment would have to be cancelled first. */
    WHO_WAS_PAID_DOES_NOT_LEAVE,
    /** Values: what is agreed or claimed, what is paid. In yuan. */
    PAID_IS_NOT_MORE_THAN_AGREED,
    PAID_BY_TODAY,
    /** What is put right is put right with a reason. */
    CASE_IS_STILL_OPEN,
    CASE_IS_FOLLOWED_UP_NOW,
    /** Somebody was asked whether it is solved, before it ends. */
    FOLLOWED_UP_BEFORE_IT_ENDS,
    KIND_IS_OFFERED,
    KIND_NAMED_ONCE,
    KINDS_ARE_KEPT_AT_THE_TOP,
    /** As many people as have been named, or more. */
    HEADS_ARE_AT_LEAST_THOSE_NAMED,
    RELATED_TO_ANOTHER_CASE,
    /** Values: the number in the system that an order came from. */
    NUMBER_IS_TAKEN_IN_ONCE,
    /** Values: the number. */
    CASE_HAS_THIS_NUMBER
}

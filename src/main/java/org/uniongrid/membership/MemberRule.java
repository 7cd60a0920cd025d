package org.uniongrid.membership;

import org.uniongrid.foundation.Rule;

/** Rules of being a member. */
public enum MemberRule implements Rule {
    /** Federations have unions below them, and outside bodies no members. */
    UNION_TAKES_MEMBERS,
    UNION_IS_AT_WORK,
    DOOR_IS_OPEN,
    /** A person is in one union at a time. */
    NOT_A_MEMBER_HERE_ALREADY,
    GOING_OVER_IS_WANTED,
    ONE_APPLICATION_AT_A_TIME,
    /** Whoever knows somebody else's number does not get at their record by it. */
    NUMBER_IS_NOT_SOMEBODY_ELSES,
    IDENTITY_IS_ASKED_HERE,
    PHONE_IS_PROVEN,
    STILL_A_MEMBER,
    STATE_GOES_TO_THIS_ONE,
    CARD_IS_OF_A_MEMBER,
    REPORT_HAS_MEMBERS,
    REPORT_WAITS,
    /** A union explains its own; the unions above decide once it was passed up. */
    DOUBT_IS_IN_THESE_HANDS,
    /** The second time the union above decides by what was said. */
    DOUBT_GOES_BACK_ONCE,
    /** Of a list, all good rows come in or none. */
    ROLL_IS_AS_CHECKED
}

package org.uniongrid.membership.codes;

/** What a gate says of a code. The name is the key of its words. */
enum Verdict {
    GOOD,
    NO_CODE,
    NOT_OURS,
    OVER,
    AHEAD,
    /** The phone was signed out of the card, or the printed card was replaced. */
    ENDED,
    USED,
    NO_MEMBER
}

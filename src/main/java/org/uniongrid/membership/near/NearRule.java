package org.uniongrid.membership.near;

import org.uniongrid.foundation.Rule;

/** Rules of bringing two records of one person together. */
enum NearRule implements Rule {
    NOBODY_MERGES_THEMSELVES,
    /** A post or a sign-in never changes hands by a merge: whoever has one is the record that stays. */
    HOLDER_OF_A_POST_STAYS,
    ONE_OF_THE_TWO_APPLIES,
    PAIR_IS_AS_IT_WAS_SEEN
}

package org.uniongrid.membership;

import org.uniongrid.foundation.Rule;

/** Rules of welcome gifts. */
public enum GiftRule implements Rule {
    GIFT_IS_GIVEN_NOW,
    GIFT_IS_FOR_THIS_UNION,
    /** Those who joined from its first day on. */
    GIFT_IS_FOR_NEWCOMERS,
    GIFT_ONCE_EACH,
    GIFTS_ARE_LEFT
}

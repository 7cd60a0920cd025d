package org.uniongrid.organisation;

import org.uniongrid.foundation.Rule;

/** What values of rule packs keep to, in files and in forms alike. */
public enum PackRule implements Rule {
    PACK_VALUE_IS_GIVEN,
    PACK_VALUE_IS_KNOWN,
    PACK_NUMBER_IS_WHOLE,
    PACK_MONEY_IS_YUAN,
    PACK_PERCENT_IS_IN_RANGE,
    PACK_ANSWER_IS_YES_OR_NO,
    PACK_TEXT_IS_SHORT,
    PACK_HOURS_ARE_IN_ORDER,
    PACK_TABLE_HAS_ROWS,
    PACK_TABLE_LOW_BEFORE_HIGH,
    PACK_TABLE_GOES_ON
}

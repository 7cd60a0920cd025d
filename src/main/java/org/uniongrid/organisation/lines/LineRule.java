package org.uniongrid.organisation.lines;

import org.uniongrid.foundation.Rule;

/** What lines of an industry keep to. */
enum LineRule implements Rule {
    LINE_NAME_IS_NEW,
    LINE_IS_HEADED_BY_AN_INDUSTRY_FEDERATION,
    LINE_IS_NOT_OVER,
    UNIT_STANDS_IN_THIS_LINE_ONCE,
    UNIT_STANDS_IN_THIS_LINE_NOW,
    UNIT_STANDS_IN_THE_TREE_THEN,
    PARENT_STANDS_IN_THIS_LINE_THEN,
    STAND_IN_A_LINE_ENDS_AFTER_IT_BEGINS,
    NOTHING_STANDS_BELOW_IN_THIS_LINE
}

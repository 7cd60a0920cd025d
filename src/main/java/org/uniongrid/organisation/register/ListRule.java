package org.uniongrid.organisation.register;

import org.uniongrid.foundation.Rule;

/** What is asked of whoever arranges a list for themselves. */
enum ListRule implements Rule {
    FILTER_OF_SOMETHING,
    FILTER_WITH_A_NAME,
    FILTER_NAMED_ONCE,
    FILTERS_NOT_TOO_MANY,
    COLUMNS_NOT_TOO_MANY
}

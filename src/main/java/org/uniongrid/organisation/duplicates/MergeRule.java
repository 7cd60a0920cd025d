package org.uniongrid.organisation.duplicates;

import org.uniongrid.foundation.Rule;

/** What a merge of two entries keeps to. */
enum MergeRule implements Rule {
    ENTRIES_ARE_TWO,
    ENTRY_IS_STILL_THERE,
    ENTRIES_ARE_AS_SEEN
}

package org.uniongrid.organisation.packs;

import org.uniongrid.foundation.Rule;

/** What new versions of rule packs keep to, and ends of old ones. */
enum PackChangeRule implements Rule {
    PACK_REGION_IS_IN_REACH,
    PACK_END_LIES_WITHIN_IT,
    PACK_IS_IN_USE
}

package org.uniongrid.structure.changes;

import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** Which union may stand directly under which. */
final class Fitting {

    private Fitting() {}

    /** A federation stands under one of a higher tier. */
    static boolean fits(Category unit, @Nullable Tier tier, Category parent, @Nullable Tier parentTier) {
        return unit.mayStandUnder(parent)
                && (unit != Category.FEDERATION
                        || tier != null && parentTier != null && parentTier.compareTo(tier) < 0);
    }
}

package org.uniongrid.structure.changes;

import static org.uniongrid.organisation.Category.*;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** Which kind of union may stand directly under which. */
final class Fitting {

    private static final Set<Category> LEADING = EnumSet.of(FEDERATION, REGIONAL, INDUSTRIAL, CHAIN);

    private Fitting() {}

    static boolean fits(Category unit, @Nullable Tier tier, Category parent, @Nullable Tier parentTier) {
        return switch (unit) {
            case FEDERATION ->
                parent == FEDERATION && tier != null && parentTier != null && parentTier.compareTo(tier) < 0;
            case REGIONAL, INDUSTRIAL, CHAIN -> LEADING.contains(parent);
            case JOINT, VILLAGE -> LEADING.contains(parent) || parent == JOINT || parent == VILLAGE;
            case ENTERPRISE -> parent != GROUP && parent != GUEST;
            case GROUP -> parent != GROUP && parent != GUEST;
            case GUEST -> false;
        };
    }
}

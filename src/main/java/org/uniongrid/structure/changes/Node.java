package org.uniongrid.structure.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/**
 * A unit that stands in the tree today, found within reach with all that stands below it.
 *
 * @param state {@code PREPARING}, {@code ACTIVE} or {@code SUSPENDED}
 */
public record Node(
        long id,
        UUID publicId,
        String name,
        Category category,
        @Nullable Tier tier,
        String state,
        Scope scope) {}

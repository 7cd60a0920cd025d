package org.uniongrid.structure.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/**
 * A unit that stands directly below another on some day.
 *
 * @param scope today's path, or null for one that is planned and stands nowhere yet
 */
public record Below(
        long id,
        UUID publicId,
        String name,
        Category category,
        @Nullable Tier tier,
        @Nullable String scope) {}

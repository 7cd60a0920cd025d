package org.uniongrid.organisation.facts;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/**
 * What the register knows of one union.
 *
 * @param values by field, as texts; what is not known is left out
 * @param account its bank account, masked; null where none is kept
 */
public record Registration(
        long id,
        UUID publicId,
        String name,
        Category category,
        @Nullable Tier tier,
        @Nullable String divisionName,
        Map<UnitField, String> values,
        @Nullable String account) {

    public Registration {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    public @Nullable String get(UnitField field) {
        return values.get(field);
    }
}

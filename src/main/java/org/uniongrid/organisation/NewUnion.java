package org.uniongrid.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A union to be entered into the register by itself.
 *
 * @param tier of a federation; null for any other
 * @param division code of its seat, or null
 * @param foundingWay {@code OFFLINE} or {@code ONLINE}, or null where it is not known
 */
public record NewUnion(
        String name,
        Category category,
        @Nullable Tier tier,
        @Nullable String code,
        @Nullable String division,
        @Nullable LocalDate foundedOn,
        @Nullable String foundingWay,
        @Nullable String replyNumber) {}

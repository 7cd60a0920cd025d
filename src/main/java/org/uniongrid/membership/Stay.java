package org.uniongrid.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;

/**
 * Somebody's time in a union.
 *
 * @param unit public id of the union
 * @param scope where the union stands today, or stood last
 * @param since the first day
 * @param until the first day no longer; null while it lasts
 */
public record Stay(
        long id,
        UUID publicId,
        long personId,
        long unitId,
        UUID unit,
        String unitName,
        Scope scope,
        @Nullable Long employerId,
        @Nullable String workerClass,
        MemberState state,
        Origin origin,
        LocalDate since,
        @Nullable LocalDate until) {}

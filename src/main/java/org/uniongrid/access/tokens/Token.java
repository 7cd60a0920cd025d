package org.uniongrid.access.tokens;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Extent;

/**
 * Another system that may read.
 *
 * @param reach {@link Extent#OWN}, {@link Extent#BELOW} or {@link Extent#CELL}
 * @param scope where its unit stands today, or null where it has none or the unit stands nowhere
 * @param addresses networks it may be used from; none means any
 * @param perMinute most requests in a minute
 * @param usedOn day of the last use, or null
 */
record Token(
        long id,
        UUID publicId,
        String name,
        String purpose,
        String contact,
        Extent reach,
        @Nullable UUID unitId,
        @Nullable String unitName,
        @Nullable Scope scope,
        List<String> scopes,
        List<String> addresses,
        int perMinute,
        OffsetDateTime madeAt,
        String madeBy,
        @Nullable OffsetDateTime revokedAt,
        @Nullable String revokedBecause,
        long uses,
        @Nullable LocalDate usedOn,
        @Nullable String usedFrom) {

    String reachKey() {
        return reachKey(reach);
    }

    /** Name of the message that says how far one sees. */
    static String reachKey(Extent reach) {
        return "token.reach." + reach.name().toLowerCase(Locale.ROOT);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Who is behind its requests: nobody, in one post that reaches and may what the token does. */
    Actor actor() {
        var post = new Actor.Post(publicId, "token", name, unitId, unitName, scope, seen(), Set.copyOf(scopes));
        return new Actor(0, name, List.of(post), post);
    }

    private Reach seen() {
        return switch (reach) {
            case CELL -> new Reach.Cell();
            case OWN -> scope == null ? Reach.Units.NONE : new Reach.Units(List.of(), List.of(scope));
            case BELOW -> scope == null ? Reach.Units.NONE : new Reach.Units(List.of(scope));
            case SELF -> Reach.Units.NONE;
        };
    }
}

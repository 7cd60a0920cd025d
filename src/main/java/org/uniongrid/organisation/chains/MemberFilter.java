package org.uniongrid.organisation.chains;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list of a chain's members is narrowed to. Nothing where a part was not given or not understood.
 *
 * @param standing with a union or without
 * @param region code of a division that their seat lies in
 * @param when past ones, or null for today's
 */
public record MemberFilter(
        @Nullable Position position,
        @Nullable Standing standing,
        @Nullable String region,
        @Nullable When when) {

    /** Everybody who stands in the chain today. */
    public static final MemberFilter NONE = new MemberFilter(null, null, null, null);

    /** Whether a union covers it. */
    public enum Standing {
        COVERED,
        NONE
    }

    /** Whose time is asked for instead of today's. */
    public enum When {
        PAST
    }

    public MemberFilter {
        region = Optional.ofNullable(region)
                .filter(code -> code.matches("[0-9]{2,12}"))
                .orElse(null);
    }
}

package org.uniongrid.organisation.chains;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of chains is narrowed to. Nothing where a part was not given.
 *
 * @param state which are shown, or null for those that go on
 * @param keeper public id of the union that keeps them
 */
public record ChainFilter(
        @Nullable String q,
        @Nullable ChainKind kind,
        @Nullable State state,
        @Nullable UUID keeper) {

    /** Which chains are shown instead of those that go on. */
    public enum State {
        ENDED,
        /** With a member that no union covers. */
        UNFINISHED
    }

    public ChainFilter {
        q = Optional.ofNullable(q)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    public boolean isNarrow() {
        return q != null || kind != null || state != null || keeper != null;
    }
}

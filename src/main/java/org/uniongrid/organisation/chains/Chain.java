package org.uniongrid.organisation.chains;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An industry chain, as somebody found it.
 *
 * @param keeper name of the union that keeps it
 * @param keeperId the keeper's public id
 * @param kept whether the reader reaches the keeper, and so sees how many stand elsewhere; others see their own only
 * @param endedOn the first day on which there is no such chain, or null
 */
public record Chain(
        long id,
        UUID publicId,
        String name,
        ChainKind kind,
        @Nullable String about,
        @Nullable LocalDate endedOn,
        UUID keeperId,
        String keeper,
        boolean kept) {

    public boolean isEnded() {
        return endedOn != null;
    }

    public String path() {
        return "/organisation/chains/" + publicId;
    }
}

package org.uniongrid.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;

/**
 * A code that is scanned to join a union 入会码.
 *
 * @param unit public id of the union
 * @param code eight characters that are hard to mistake for one another
 * @param label where it hangs, such as a gate
 * @param endedAt when it was taken back; null while it opens
 */
public record Door(
        long id,
        UUID publicId,
        long unitId,
        UUID unit,
        String unitName,
        Scope scope,
        String code,
        String label,
        Decides decides,
        Instant madeAt,
        @Nullable Instant endedAt) {

    /** The address that the code stands for, behind the name of the server. */
    public String path() {
        return "/j/" + code;
    }

    public boolean isOpen() {
        return endedAt == null;
    }
}

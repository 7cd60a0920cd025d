package org.uniongrid.organisation.appointments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody found within their reach.
 *
 * @param unit where it stands, or null for a post of the whole cell
 */
public record Post(
        long id,
        UUID publicId,
        String title,
        PostRole role,
        @Nullable PostUnit unit,
        @Nullable LocalDate closedOn) {

    public boolean isClosed() {
        return closedOn != null;
    }

    /** Address of the page it is listed on. */
    public String list() {
        return unit == null ? "/organisation/posts" : "/organisation/units/" + unit.publicId() + "/posts";
    }

    /** How the audit trail calls it. */
    String label() {
        return unit == null ? title : unit.name() + " · " + title;
    }
}

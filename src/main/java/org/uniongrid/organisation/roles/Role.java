package org.uniongrid.organisation.roles;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;

/**
 * A named set of permissions and how far it reaches.
 *
 * @param fixed whether only a new version of the platform changes it
 * @param holders how many people hold it today
 */
public record Role(
        long id,
        UUID publicId,
        RoleName name,
        Extent reach,
        boolean fixed,
        @Nullable LocalDate retiredOn,
        Set<String> permissions,
        long holders) {

    /** Whether the platform brought it, so that it has a name in every language and is there for good. */
    public boolean isBuiltIn() {
        return name.name() == null;
    }

    public boolean isRetired() {
        return retiredOn != null;
    }
}

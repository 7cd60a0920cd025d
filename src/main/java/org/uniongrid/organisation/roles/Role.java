package org.uniongrid.organisation.roles;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;
import org.uniongrid.web.Say;

/**
 * A named set of permissions and how far it reaches.
 *
 * @param fixed whether only a new version of the platform changes it
 * @param holders how many posts of it are held today, counted up to {@value #COUNTED} and one
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

    /** Holders are counted up to this and one. */
    static final long COUNTED = 10_000;

    /** Whether the platform brought it, so that it has a name in every language and is there for good. */
    public boolean isBuiltIn() {
        return name.name() == null;
    }

    /** How many people hold it, for a narrow place. */
    public String holdersIn(Say say) {
        return holders > COUNTED ? say.number(COUNTED) + "+" : say.number(holders);
    }

    public boolean isRetired() {
        return retiredOn != null;
    }
}

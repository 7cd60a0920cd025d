package org.uniongrid.membership.near;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.membership.Stay;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;

/**
 * One of two records, with all that would stay or move.
 *
 * @param masked what the vault keeps, masked
 * @param stay the one that lasts, or null
 * @param card its number, or null
 * @param holds whether it has a post today, or an account that opens
 */
public record Side(
        long id,
        UUID publicId,
        String name,
        Map<IdentityField, String> masked,
        Profile profile,
        @Nullable Stay stay,
        @Nullable String card,
        boolean holds,
        Tally tally) {

    public Side {
        masked = Map.copyOf(masked);
    }

    /** How many there are of what names the person. */
    public record Tally(
            int stays, int applications, int openApplications, int consents, int matters, int openMatters) {}
}

package org.uniongrid.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person signs in with.
 *
 * @param secondFactor whether an app with codes is set up for it
 * @param cellWide whether its person holds a post of the whole cell today
 */
public record Account(
        long id,
        UUID publicId,
        long personId,
        String personName,
        String login,
        String passwordHash,
        boolean mustChange,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime disabledAt,
        boolean secondFactor,
        boolean cellWide) {

    static final int LONGEST_LOGIN = 40;

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether the password alone opens no session. Whoever keeps the whole cell is asked for a second factor always. */
    public boolean needsSecondStep() {
        return secondFactor || cellWide;
    }
}

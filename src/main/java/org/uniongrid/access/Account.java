package org.uniongrid.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person signs in with. */
record Account(
        long id,
        UUID publicId,
        long personId,
        String personName,
        String login,
        String passwordHash,
        boolean mustChange,
        @Nullable OffsetDateTime disabledAt) {

    static final int LONGEST_LOGIN = 40;

    boolean isDisabled() {
        return disabledAt != null;
    }
}

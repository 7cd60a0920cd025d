package org.uniongrid.access.tokens;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Extent;

/**
 * A token that is to be issued.
 *
 * @param id made when the form was shown, so that the form sent twice issues once
 * @param unit whose subtree it reaches, or null for the whole cell
 * @param lastDay on which it works
 */
record NewToken(
        UUID id,
        String name,
        String purpose,
        String contact,
        Extent reach,
        @Nullable UUID unit,
        List<String> scopes,
        List<String> addresses,
        int perMinute,
        LocalDate lastDay) {}

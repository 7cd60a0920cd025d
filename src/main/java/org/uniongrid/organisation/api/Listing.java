package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next address of the next page, to be resolved against this one's; missing on the last page
 * @param asOf on the first page: what to ask for by {@code changed-since} the next time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing<T>(
        List<T> items,

        @Schema(description = "api.next", nullable = true) @Nullable
        String next,

        @Schema(description = "api.as-of", nullable = true) @Nullable
        OffsetDateTime asOf) {}

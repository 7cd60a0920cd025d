package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that programs read of one employer. */
@Schema(name = "EmployerDetail")
record EmployerDetail(@JsonUnwrapped EmployerItem employer, List<Cover> covers) {

    /** A union that covers or covered it, where it is within reach. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Cover")
    record Cover(
            UUID unionId,
            @Schema(description = "api.cover-mode") String mode,
            LocalDate since,
            @Schema(description = "api.until") @Nullable LocalDate until) {}
}

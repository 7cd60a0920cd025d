package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employer as programs read it. What is not known is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Employer")
record EmployerItem(
        @JsonIgnore long rowId,
        @JsonIgnore String path,
        UUID id,
        String name,
        @Nullable String uscc,
        @Schema(description = "api.ownership") @Nullable String ownership,
        @Schema(description = "api.industry") @Nullable String industry,
        EmployerState state,
        @Nullable Integer staff,
        @Nullable Integer women,
        @Schema(description = "api.insured") @Nullable Integer insured,
        @Nullable Integer insuredYear,
        @Schema(description = "api.division-code") @Nullable String division,
        @Nullable String address,
        @Nullable BigDecimal lng,
        @Nullable BigDecimal lat,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate closedOn,
        @Schema(description = "api.origin") @Nullable String origin,
        @Nullable String party,
        @Schema(description = "api.standing") Standing standing,
        @Schema(description = "api.union") @Nullable UUID unionId,
        @Schema(description = "api.changed-at") OffsetDateTime changedAt)
        implements Keyed {

    /** Whether it works. */
    enum EmployerState {
        OPERATING,
        SUSPENDED,
        CLOSED
    }

    /** Where it stands with its union. */
    enum Standing {
        COVERED,
        NONE,
        OVERDUE
    }

    @Override
    public Position position() {
        return new Position(path, rowId);
    }
}

package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** A union as programs read it. What is not known is left out. Figures are those it reported. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Unit")
record UnitItem(
        @JsonIgnore long rowId,
        @JsonIgnore String path,
        UUID id,
        String name,
        @Nullable String code,
        Category category,
        @Nullable Tier tier,
        UnitState state,
        @Schema(description = "api.unit.parent") @Nullable UUID parentId,
        @Schema(description = "api.unit.type") @Nullable Integer registerType,
        @Schema(description = "api.unit.form") @Nullable Integer registerForm,
        @Nullable String uscc,
        @Schema(description = "api.division-code") @Nullable String division,
        @Nullable String address,
        @Schema(description = "api.industry") @Nullable String industry,
        @Schema(description = "api.ownership") @Nullable String ownership,
        @Nullable LocalDate foundedOn,
        @Nullable String foundingWay,
        @Nullable String replyNumber,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termTo,
        @Nullable Integer staff,
        @Nullable Integer women,
        @Nullable Integer members,
        @Nullable Integer womenMembers,
        @Schema(description = "api.changed-at") OffsetDateTime changedAt)
        implements Keyed {

    /** Where a union stands in its life. */
    enum UnitState {
        PREPARING,
        ACTIVE,
        SUSPENDED,
        DISSOLVED
    }

    @Override
    public Position position() {
        return new Position(path, rowId);
    }
}

package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that programs read of one union. */
@Schema(name = "UnitDetail")
record UnitDetail(
        @JsonUnwrapped UnitItem unit, @JsonUnwrapped Facts facts, List<Name> names, List<Place> places) {

    /** What the register of 2020 asks for besides; counts are persons. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitFacts")
    record Facts(
            @Nullable LocalDate preparedOn,
            @Nullable Integer fullTimeCadres,
            @Nullable Integer partTimeCadres,
            @Nullable Integer migrants,
            @Nullable Integer hardship,
            @Nullable Boolean hasSeal,
            @Nullable LocalDate legalPersonUntil,
            @Nullable Boolean hasCongress,
            @Nullable Boolean opensAffairs,
            @Nullable Boolean hasContract,
            @Nullable Integer inMutualAid,
            @Nullable Integer memberCards,
            @Nullable Integer homeStar) {}

    /** A name, from the first day it was so to the first it was not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitName")
    record Name(
            String name,
            LocalDate since,
            @Schema(description = "api.until") @Nullable LocalDate until) {}

    /** Where it stood in one line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitPlace")
    record Place(
            @Schema(description = "api.line") String line,
            String lineName,

            @Schema(description = "api.unit.parent") @Nullable
            UUID parentId,

            LocalDate since,
            @Schema(description = "api.until") @Nullable LocalDate until) {}
}

package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post of a union that is open today, and whoever holds it; nobody where it is vacant. */
@Schema(name = "Post")
record PostItem(
        @JsonIgnore long rowId,
        UUID id,
        String title,
        @Schema(description = "api.role") String role,
        List<Holder> holders)
        implements Keyed {

    /** Who holds it today. Neither phone nor number is ever told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Holder")
    record Holder(
            @JsonIgnore long postId,
            @Schema(description = "api.holder-name") String name,
            LocalDate since,
            @Schema(description = "api.until") @Nullable LocalDate until,
            boolean acting) {

        Holder named(String other) {
            return new Holder(postId, other, since, until, acting);
        }
    }

    PostItem heldBy(List<Holder> all) {
        return new PostItem(
                rowId,
                id,
                title,
                role,
                all.stream().filter(holder -> holder.postId() == rowId).toList());
    }

    @Override
    public Position position() {
        return new Position("", rowId);
    }
}

package org.uniongrid.organisation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A division by its statistical code, without the zeros below its seat. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Division")
record DivisionItem(String code, String name, @Nullable String parent) implements Keyed {

    @Override
    public Position position() {
        return new Position(code, 0);
    }
}

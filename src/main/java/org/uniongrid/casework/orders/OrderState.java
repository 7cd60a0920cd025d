package org.uniongrid.casework.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uniongrid.matter.MatterState;

/**
 * How far an order is.
 *
 * @param number in the other system
 * @param label year and number at the union that has it, such as {@code 2026-17}
 * @param reply the latest one that the caller was given
 * @param stars what the caller said last, 1 to 5
 * @param reported when the other system said that it has the answer 已上报
 */
@Schema(name = "OrderState")
record OrderState(
        String number,
        String union,
        String label,
        MatterState state,
        Instant at,
        @Nullable String reply,
        @Nullable Instant repliedAt,
        @Nullable Integer stars,
        @Nullable Instant reported) {}

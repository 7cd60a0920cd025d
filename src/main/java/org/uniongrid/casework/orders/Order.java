package org.uniongrid.casework.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as another system hands it in.
 *
 * @param number in the other system; sent again, it is the same order
 * @param union public id of the union that shall have it; the topmost within the token's reach where none is said
 * @param phone of the caller, a mobile number
 * @param kind Chinese name of one of the kinds of cases; the words decide where it is none
 * @param heads how many people it is about
 */
@Schema(name = "Order")
record Order(
        @Nullable String number,
        @Nullable UUID union,
        @Nullable String caller,
        @Nullable String phone,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String words,
        @Nullable String employer,
        @Nullable String place,
        @Nullable Integer heads,
        @Nullable Boolean urgent,
        @Nullable List<Claim> claims) {

    /**
     * What somebody is owed for a month.
     *
     * @param month such as {@code 2026-08}
     * @param amount in yuan, such as {@code 6000.00}
     */
    @Schema(name = "OrderClaim")
    record Claim(
            @Nullable String name,
            @Nullable String month,
            @Nullable String amount) {}

    @Override
    public String toString() {
        return "Order " + number;
    }
}

package org.uniongrid.membership.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Members of those who could be.
 *
 * @param members persons
 * @param staff persons, as the employers reported last; 0 where none did
 */
record Rate(long members, long staff) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In hundredths, one place, never rounded up to a whole that is not reached; null where no staff is known. */
    @Nullable
    BigDecimal percent() {
        return staff == 0
                ? null
                : BigDecimal.valueOf(members).multiply(HUNDRED).divide(BigDecimal.valueOf(staff), 1, RoundingMode.DOWN);
    }

    /** More members than staff: one of the figures is wrong. */
    boolean isTooHigh() {
        return staff > 0 && members > staff;
    }
}

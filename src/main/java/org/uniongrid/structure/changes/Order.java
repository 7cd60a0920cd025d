package org.uniongrid.structure.changes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change as somebody orders it.
 *
 * @param day from which it shall hold
 * @param reason why, in words
 * @param paper number of the paper that approved it, or null
 */
public record Order(
        Change change,
        LocalDate day,
        String reason,
        @Nullable String paper) {

    /** What is planned for a later day than in so many years is a slip of the keyboard. */
    static final int MOST_YEARS = 5;

    boolean isTooFar(LocalDate today) {
        return day.isAfter(today.plusYears(MOST_YEARS));
    }
}

package org.uniongrid.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table such as members and seats: for so many, at least and at most so many.
 *
 * @param from the first number it holds for
 * @param to the last number it holds for; null where there is no end
 * @param low at least
 * @param high at most
 */
public record Band(int from, @Nullable Integer to, int low, int high) {

    public boolean holds(int number) {
        return number >= from && (to == null || number <= to);
    }
}

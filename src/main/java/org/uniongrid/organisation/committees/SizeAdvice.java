package org.uniongrid.organisation.committees;

/**
 * How many seats a union committee has by the number of the union's members.
 *
 * @param members how many members the union has
 * @param low at least so many seats
 * @param high at most so many
 * @param article where it is written
 * @param unsure whether the text was not confirmed
 */
public record SizeAdvice(int members, int low, int high, String article, boolean unsure) {

    public boolean fits(int seats) {
        return seats >= low && seats <= high;
    }
}

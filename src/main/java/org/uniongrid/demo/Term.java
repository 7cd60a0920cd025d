package org.uniongrid.demo;

import java.time.LocalDate;

/** The term a union is in, and the day it was founded, so many whole terms earlier. */
record Term(LocalDate founded, LocalDate start, LocalDate end) {

    static Term ending(LocalDate end, int years, int earlierTerms) {
        var start = end.plusDays(1).minusYears(years);
        return new Term(start.minusYears((long) years * earlierTerms), start, end);
    }

    /** A term of five years in good order. */
    static Term inForce(Dice dice, LocalDate today, int earlierTerms) {
        return ending(today.plusDays(dice.between(40, 1_780)), 5, earlierTerms);
    }

    /** The term of a base union: three years or five, one in fifty overdue. */
    static Term ofBase(Dice dice, LocalDate today) {
        int years = dice.chance(0.6) ? 5 : 3;
        int earlier = dice.between(0, 3);
        var end = dice.chance(0.02)
                ? today.minusDays(dice.between(10, 400))
                : today.plusDays(dice.between(1, years * 365 - 30));
        return ending(end, years, earlier);
    }
}

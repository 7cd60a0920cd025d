package org.uniongrid.organisation.committees;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/**
 * For how many years the committees of a union are elected.
 *
 * @param shorter so many years
 * @param longer or so many; the same where there is no choice
 * @param article where it is written
 */
public record TermAdvice(int shorter, int longer, String article) {

    /** No term is longer, whatever a pack says. */
    static final Period LONGEST = Period.ofYears(10);

    /** An election is seldom held to the day. */
    private static final long DAYS_OFF = 31;

    /** @param to the last day */
    public boolean fits(LocalDate from, LocalDate to) {
        return IntStream.of(shorter, longer)
                .mapToObj(from::plusYears)
                .anyMatch(end -> Math.abs(ChronoUnit.DAYS.between(end, to.plusDays(1))) <= DAYS_OFF);
    }

    /** Name of the message that says the years. */
    public String key() {
        return shorter == longer ? "committee.term.years" : "committee.term.years.either";
    }
}

package org.uniongrid.organisation.facts;

import java.time.LocalDate;
import java.util.List;

/** How long a term lasts: of a base union 3 or 5 years, of those above 5 (Trade Union Law, article 16). */
final class TermLength {

    private static final List<Integer> BASE = List.of(3, 5);
    private static final List<Integer> ABOVE = List.of(5);

    private TermLength() {}

    /** Whether the term is known and is none of these. It may end on the day it began, or the day before. */
    static boolean isOdd(Registration registration) {
        var from = registration.get(UnitField.TERM_FROM);
        var to = registration.get(UnitField.TERM_TO);
        if (from == null || to == null) return false;
        var years = registration.category().isBase() ? BASE : ABOVE;
        return years.stream().noneMatch(count -> lasts(LocalDate.parse(from), LocalDate.parse(to), count));
    }

    private static boolean lasts(LocalDate from, LocalDate to, int years) {
        var whole = from.plusYears(years);
        return to.equals(whole) || to.equals(whole.minusDays(1));
    }
}

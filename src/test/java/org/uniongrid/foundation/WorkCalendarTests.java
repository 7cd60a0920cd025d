package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Around the National Day of 2026, which is off from 1 to 7 October and worked on 20 September and 10 October. */
class WorkCalendarTests {

    /** The autumn of 2026 as it was announced. */
    public static WorkCalendar autumn() {
        var days = new HashMap<LocalDate, Boolean>();
        for (var day : new int[] {25, 26, 27}) days.put(LocalDate.of(2026, 9, day), false);
        for (int day = 1; day <= 7; day++) days.put(LocalDate.of(2026, 10, day), false);
        days.put(day("2026-09-20"), true);
        days.put(day("2026-10-10"), true);
        return new WorkCalendar(days, Set.of(2026));
    }

    @Test
    void weekdaysAreWorkedAndWeekendsAreNot() {
        assertThat(autumn().works(day("2026-09-18"))).isTrue();
        assertThat(autumn().works(day("2026-09-19"))).isFalse();
        assertThat(autumn().works(day("2026-10-11"))).isFalse();
    }

    @Test
    void aHolidayIsOffAndAWeekendInExchangeIsWorked() {
        assertThat(autumn().works(day("2026-09-30"))).isTrue();
        assertThat(autumn().works(day("2026-10-01"))).isFalse();
        assertThat(autumn().works(day("2026-10-07"))).isFalse();
        assertThat(autumn().works(day("2026-10-08"))).isTrue();
        assertThat(autumn().works(day("2026-10-10"))).isTrue();
        assertThat(autumn().works(day("2026-09-20"))).isTrue();
    }

    @Test
    void theDayItselfDoesNotCount() {
        assertThat(autumn().after(day("2026-09-30"), 1)).isEqualTo(day("2026-10-08"));
        assertThat(autumn().after(day("2026-10-03"), 1)).isEqualTo(day("2026-10-08"));
        assertThat(autumn().after(day("2026-09-30"), 3)).isEqualTo(day("2026-10-10"));
        assertThat(autumn().after(day("2026-09-30"), 4)).isEqualTo(day("2026-10-12"));
        assertThat(autumn().after(day("2026-09-30"), 0)).isEqualTo(day("2026-09-30"));
    }

    @Test
    void workingDaysAreCountedFromTheDayAfter() {
        assertThat(autumn().between(day("2026-09-30"), day("2026-10-07"))).isZero();
        assertThat(autumn().between(day("2026-09-30"), day("2026-10-12"))).isEqualTo(4);
        assertThat(autumn().between(day("2026-10-12"), day("2026-10-12"))).isZero();
        assertThat(autumn().between(day("2026-10-12"), day("2026-10-01"))).isZero();
    }

    @Test
    void aDayOffGivesWayToTheNextWorkingDay() {
        assertThat(autumn().onOrAfter(day("2026-10-01"))).isEqualTo(day("2026-10-08"));
        assertThat(autumn().onOrAfter(day("2026-10-08"))).isEqualTo(day("2026-10-08"));
        assertThat(WorkCalendar.WEEKENDS.onOrAfter(day("2026-10-03"))).isEqualTo(day("2026-10-05"));
    }

    @Test
    void aSpanIsKnownWhereAllItsYearsAre() {
        assertThat(autumn().knows(day("2026-01-01"), day("2026-12-31"))).isTrue();
        assertThat(autumn().knows(day("2026-12-31"), day("2027-01-01"))).isFalse();
        assertThat(autumn().knows(day("2025-12-31"), day("2026-01-01"))).isFalse();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

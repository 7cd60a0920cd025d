package org.uniongrid.foundation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which days people work: weekdays, but for holidays, and the days worked in exchange for them (调休). Of a year that
 * nobody has announced yet only the weekends are known.
 *
 * @param exceptions days that are not as their weekday says, and whether they are worked
 * @param years whose list is known
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions, Set<Integer> years) {

    /** No list at all: weekends only. */
    public static final WorkCalendar WEEKENDS = new WorkCalendar(Map.of(), Set.of());

    public WorkCalendar {
        exceptions = Map.copyOf(exceptions);
        years = Set.copyOf(years);
    }

    public boolean works(LocalDate day) {
        return exceptions.getOrDefault(day, !isWeekend(day));
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    public boolean knows(int year) {
        return years.contains(year);
    }

    /** Whether the lists of all years from one day to another are known. */
    public boolean knows(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(this::knows);
    }

    /** This day where it is worked, or else the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        var next = day;
        while (!works(next)) next = next.plusDays(1);
        return next;
    }

    /** The last of so many working days after a day, which does not count itself; none of them is the day itself. */
    public LocalDate after(LocalDate day, int workingDays) {
        var last = day;
        for (int left = workingDays; left > 0; left--) last = onOrAfter(last.plusDays(1));
        return last;
    }

    /** How many working days there are after one day, up to and with another. */
    public int between(LocalDate day, LocalDate last) {
        return (int) day.plusDays(1)
                .datesUntil(last.isBefore(day) ? day.plusDays(1) : last.plusDays(1))
                .filter(this::works)
                .count();
    }
}

package org.uniongrid.organisation.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.WorkCalendar;

/**
 * One year as it is drawn.
 *
 * @param source what announced its list; null where no list is known
 * @param days those that are not as their weekday says, in order
 */
public record CalendarYear(int year, @Nullable Source source, List<Day> days) {

    private static final int ROW = 7;

    public CalendarYear {
        days = List.copyOf(days);
    }

    /** Where a list comes from; without a name what the platform brought. */
    public record Source(
            @Nullable String article,
            Instant changedAt,
            @Nullable String changedByName) {}

    /** A holiday, or a weekend worked in exchange. */
    public record Day(LocalDate day, boolean works, String name) {}

    public boolean isKnown() {
        return source != null;
    }

    /** A box of a month: its day, and what it is. */
    public record Box(int day, Look look, @Nullable String name) {}

    /** How a day looks. */
    public enum Look {
        WORKDAY,
        WEEKEND,
        OFF,
        WORKED
    }

    public List<YearMonth> months() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .toList();
    }

    /** Weeks from Monday on; null where a box belongs to another month. */
    public List<List<@Nullable Box>> weeks(YearMonth month) {
        var weeks = new ArrayList<List<@Nullable Box>>();
        var end = month.atEndOfMonth();
        for (var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                !monday.isAfter(end);
                monday = monday.plusDays(ROW)) {
            var week = new ArrayList<@Nullable Box>();
            for (int i = 0; i < ROW; i++) week.add(box(monday.plusDays(i), month));
            weeks.add(week);
        }
        return weeks;
    }

    private @Nullable Box box(LocalDate day, YearMonth month) {
        if (!YearMonth.from(day).equals(month)) return null;
        var special = days.stream().filter(one -> one.day().equals(day)).findFirst();
        if (special.isPresent()) {
            var look = special.get().works() ? Look.WORKED : Look.OFF;
            return new Box(day.getDayOfMonth(), look, special.get().name());
        }
        return new Box(day.getDayOfMonth(), WorkCalendar.isWeekend(day) ? Look.WEEKEND : Look.WORKDAY, null);
    }

    /** A holiday from its first day to its last, and the days worked for it. */
    public record Holiday(String name, LocalDate first, LocalDate last, List<LocalDate> worked) {

        public long length() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /** In the order of their first days off. */
    public List<Holiday> holidays() {
        var stretches = new ArrayList<List<Day>>();
        for (var day : days) {
            if (day.works()) continue;
            var last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && follows(last.getLast(), day)) last.add(day);
            else stretches.add(new ArrayList<>(List.of(day)));
        }
        var worked = worked();
        return stretches.stream()
                .map(stretch -> new Holiday(
                        stretch.getFirst().name(),
                        stretch.getFirst().day(),
                        stretch.getLast().day(),
                        Stream.ofNullable(worked.remove(stretch.getFirst().name()))
                                .flatMap(List::stream)
                                .toList()))
                .toList();
    }

    private static boolean follows(Day before, Day day) {
        return before.day().plusDays(1).equals(day.day()) && before.name().equals(day.name());
    }

    private Map<String, List<LocalDate>> worked() {
        var worked = new LinkedHashMap<String, List<LocalDate>>();
        for (var day : days)
            if (day.works())
                worked.computeIfAbsent(day.name(), _ -> new ArrayList<>()).add(day.day());
        return worked;
    }
}

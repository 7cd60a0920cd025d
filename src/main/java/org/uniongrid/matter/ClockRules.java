package org.uniongrid.matter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.OfficeHours;
import org.uniongrid.foundation.WorkCalendar;
import org.uniongrid.organisation.Measure;

/**
 * How clocks count in a place. Spans are counted in minutes for minutes and working hours, else in whole days or months:
 * the day on which one begins does not count, the last day counts in full.
 *
 * @param rollsOver whether calendar days and months that end on a day off end on the next working day (顺延)
 * @param amber percent of a span after which it is nearly over
 * @param escalate working days after the deadline; null where nobody is told
 */
record ClockRules(
        WorkCalendar calendar,
        OfficeHours hours,
        boolean rollsOver,
        int amber,
        @Nullable Integer escalate,
        ZoneId zone) {

    private static final int HOUR = 60;

    /** An amount of a rule pack as a span. */
    static int span(Measure unit, int amount) {
        return unit == Measure.WORKING_HOURS ? Math.multiplyExact(amount, HOUR) : amount;
    }

    Instant due(Measure unit, int span, Instant from) {
        return switch (unit) {
            case MINUTES -> from.plus(Duration.ofMinutes(span));
            case WORKING_HOURS -> instant(hours.after(local(from), Duration.ofMinutes(span), calendar));
            case WORKING_DAYS -> endOf(calendar.onOrAfter(calendar.after(day(from), span)));
            case DAYS -> endOf(rolled(day(from).plusDays(span)));
            case MONTHS -> endOf(rolled(day(from).plusMonths(span)));
            default -> throw new IllegalArgumentException(unit.toString());
        };
    }

    /** How much of a span is used up between two times. The day on which a clock stops counts, that on which it goes on does not. */
    int used(Measure unit, Instant from, Instant to) {
        return switch (unit) {
            case MINUTES -> (int) Duration.between(from, to).toMinutes();
            case WORKING_HOURS ->
                (int) hours.between(local(from), local(to), calendar).toMinutes();
            case WORKING_DAYS -> calendar.between(day(from), day(to));
            case DAYS -> (int) ChronoUnit.DAYS.between(day(from), day(to));
            default -> throw new IllegalArgumentException(unit.toString());
        };
    }

    /**
     * When a clock that is due then rings first: when most of it is used up, or at the end.
     *
     * @param used what of the span was used up before it went on
     */
    Instant firstAlarm(Measure unit, int span, int used, Instant from, Instant due) {
        if (amber >= 100) return due;
        var whole = unit == Measure.MONTHS ? (int) ChronoUnit.DAYS.between(day(from), day(due)) : span;
        var part = Math.max(0, (int) ((long) whole * amber / 100) - used);
        var at = switch (unit) {
            case MINUTES, WORKING_HOURS -> due(unit, part, from);
            case WORKING_DAYS -> endOf(calendar.after(day(from), part));
            default -> endOf(day(from).plusDays(part));
        };
        return at.isBefore(due) ? at : due;
    }

    /** When the unit above is told of what is late. */
    @Nullable
    Instant escalation(Instant due) {
        return escalate == null ? null : endOf(calendar.after(day(due), escalate));
    }

    /** Whether the holidays that matter to such a span are known. */
    boolean isSure(Measure unit, Instant from, Instant due) {
        var free = unit == Measure.MINUTES || (unit == Measure.DAYS || unit == Measure.MONTHS) && !rollsOver;
        return free || calendar.knows(day(from), day(due));
    }

    private LocalDate rolled(LocalDate day) {
        return rollsOver ? calendar.onOrAfter(day) : day;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    private LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, zone);
    }

    private Instant instant(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }
}

package org.uniongrid.matter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.uniongrid.organisation.Measure.DAYS;
import static org.uniongrid.organisation.Measure.MINUTES;
import static org.uniongrid.organisation.Measure.MONTHS;
import static org.uniongrid.organisation.Measure.WORKING_DAYS;
import static org.uniongrid.organisation.Measure.WORKING_HOURS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uniongrid.foundation.OfficeHours;
import org.uniongrid.foundation.WorkCalendar;
import org.uniongrid.organisation.Measure;

/** Deadlines around the National Day of 2026 and into a year that nobody has announced. */
class ClockRulesTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ClockRules RULES = rules(true);

    private static ClockRules rules(boolean rollsOver) {
        return new ClockRules(
                calendar(), OfficeHours.read("9:00-12:00, 13:30-17:30").orElseThrow(), rollsOver, 80, 3, ZONE);
    }

    private static WorkCalendar calendar() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        LocalDate.of(2026, 9, 25).datesUntil(LocalDate.of(2026, 9, 28)).forEach(day -> days.put(day, false));
        LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(day -> days.put(day, false));
        days.put(LocalDate.of(2026, 2, 28), true);
        days.put(LocalDate.of(2026, 10, 10), true);
        return new WorkCalendar(days, Set.of(2026));
    }

    @Test
    void minutesAreExactWhateverTheDay() {
        assertThat(due(MINUTES, 30, "2026-10-01T23:45")).isEqualTo("2026-10-02T00:15");
    }

    @Test
    void workingHoursRunInTheOfficeOnly() {
        assertThat(ClockRules.span(WORKING_HOURS, 3)).isEqualTo(180);
        assertThat(due(WORKING_HOURS, 180, "2026-09-30T16:30")).isEqualTo("2026-10-08T11:00");
    }

    @Test
    void workingDaysGoToTheEndOfTheLast() {
        assertThat(due(WORKING_DAYS, 10, "2026-09-21T09:00")).isEqualTo("2026-10-12T23:59:59");
        assertThat(due(WORKING_DAYS, 1, "2026-09-30T23:59")).isEqualTo("2026-10-08T23:59:59");
        assertThat(due(WORKING_DAYS, 3, "2026-09-30T00:00")).isEqualTo("2026-10-10T23:59:59");
    }

    @Test
    void calendarDaysThatEndOnAHolidayRollOver() {
        assertThat(due(DAYS, 9, "2026-09-21T10:00")).isEqualTo("2026-09-30T23:59:59");
        assertThat(due(DAYS, 10, "2026-09-21T10:00")).isEqualTo("2026-10-08T23:59:59");
        assertThat(due(DAYS, 19, "2026-09-21T10:00")).as("worked in exchange").isEqualTo("2026-10-10T23:59:59");
        assertThat(due(DAYS, 20, "2026-09-21T10:00")).as("a Sunday").isEqualTo("2026-10-12T23:59:59");
        assertThat(local(rules(false).due(DAYS, 10, at("2026-09-21T10:00")))).isEqualTo("2026-10-01T23:59:59");
    }

    @Test
    void monthsEndOnTheSameDayOrTheLastOfTheMonth() {
        assertThat(due(MONTHS, 1, "2026-01-31T10:00")).isEqualTo("2026-02-28T23:59:59");
        assertThat(due(MONTHS, 1, "2026-07-15T10:00")).as("a Saturday").isEqualTo("2026-08-17T23:59:59");
        assertThat(due(MONTHS, 2, "2026-08-03T10:00")).as("in the holidays").isEqualTo("2026-10-08T23:59:59");
    }

    @Test
    void aClockThatStoodStillGoesOnWithWhatWasLeft() {
        var start = at("2026-09-28T10:00");
        assertThat(RULES.used(WORKING_DAYS, start, at("2026-09-28T17:00"))).isZero();
        assertThat(RULES.used(WORKING_DAYS, start, at("2026-09-29T10:00"))).isEqualTo(1);
        var whole = RULES.due(WORKING_DAYS, 5, start);
        assertThat(RULES.due(WORKING_DAYS, 4, at("2026-09-29T18:00")))
                .as("stopped and resumed in one day")
                .isEqualTo(whole);
        assertThat(local(RULES.due(WORKING_DAYS, 4, at("2026-10-08T09:00")))).isEqualTo("2026-10-13T23:59:59");
        assertThat(RULES.used(DAYS, start, at("2026-10-01T00:01"))).isEqualTo(3);
        assertThat(RULES.used(WORKING_HOURS, start, at("2026-09-28T14:30"))).isEqualTo(180);
        assertThat(RULES.used(MINUTES, start, at("2026-09-28T10:07:59"))).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.used(MONTHS, start, start));
    }

    @Test
    void whatIsLeftOfTheLastDayIsTheDayOnWhichItGoesOn() {
        assertThat(due(WORKING_DAYS, 0, "2026-09-29T10:00")).isEqualTo("2026-09-29T23:59:59");
        assertThat(due(WORKING_DAYS, 0, "2026-10-03T10:00")).isEqualTo("2026-10-08T23:59:59");
    }

    @Test
    void itRingsFirstWhenMostIsUsedUp() {
        assertThat(first(WORKING_DAYS, 10, 0, "2026-09-21T09:00")).isEqualTo("2026-10-09T23:59:59");
        assertThat(first(WORKING_DAYS, 1, 0, "2026-09-21T09:00")).isEqualTo("2026-09-21T23:59:59");
        assertThat(first(MINUTES, 30, 0, "2026-09-21T09:00")).isEqualTo("2026-09-21T09:24");
        assertThat(first(WORKING_HOURS, 300, 0, "2026-09-21T09:00")).isEqualTo("2026-09-21T14:30");
        assertThat(first(DAYS, 10, 0, "2026-10-12T09:00")).isEqualTo("2026-10-20T23:59:59");
        assertThat(first(MONTHS, 1, 0, "2026-10-13T09:00")).isEqualTo("2026-11-06T23:59:59");
    }

    @Test
    void whatWasUsedBeforeItStoodStillCountsForTheFirstAlarm() {
        var from = at("2026-10-12T09:00");
        var due = RULES.due(WORKING_DAYS, 7, from);
        assertThat(local(RULES.firstAlarm(WORKING_DAYS, 10, 3, from, due))).isEqualTo("2026-10-19T23:59:59");
        assertThat(local(RULES.firstAlarm(WORKING_DAYS, 10, 9, from, RULES.due(WORKING_DAYS, 1, from))))
                .isEqualTo("2026-10-12T23:59:59");
    }

    @Test
    void theUnitAboveIsToldSomeWorkingDaysLater() {
        assertThat(local(requireNonNull(RULES.escalation(at("2026-09-30T23:59:59")))))
                .isEqualTo("2026-10-10T23:59:59");
    }

    @Test
    void whereNoPackSaysSoNobodyAboveIsTold() {
        var silent = new ClockRules(calendar(), OfficeHours.ALL_DAY, false, 100, null, ZONE);
        var start = at("2026-09-28T10:00");
        var due = silent.due(WORKING_DAYS, 2, start);
        assertThat(silent.escalation(due)).isNull();
        assertThat(silent.firstAlarm(WORKING_DAYS, 2, 0, start, due))
                .as("no amber")
                .isEqualTo(due);
    }

    @Test
    void aYearThatNobodyAnnouncedIsUnsure() {
        var start = at("2026-12-28T09:00");
        assertThat(sure(WORKING_DAYS, 3, start)).isTrue();
        assertThat(sure(WORKING_DAYS, 4, start)).isFalse();
        assertThat(sure(DAYS, 4, start)).isFalse();
        assertThat(rules(false).isSure(DAYS, start, rules(false).due(DAYS, 4, start)))
                .isTrue();
        assertThat(sure(MINUTES, 9_000, start)).isTrue();
        assertThat(local(RULES.due(WORKING_DAYS, 4, start))).as("weekends only").isEqualTo("2027-01-01T23:59:59");
    }

    private static boolean sure(Measure unit, int span, Instant start) {
        return RULES.isSure(unit, start, RULES.due(unit, span, start));
    }

    private static String due(Measure unit, int span, String from) {
        return local(RULES.due(unit, span, at(from)));
    }

    private static String first(Measure unit, int span, int used, String from) {
        return local(RULES.firstAlarm(unit, span, used, at(from), RULES.due(unit, span, at(from))));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static String local(Instant time) {
        return LocalDateTime.ofInstant(time, ZONE).toString();
    }
}

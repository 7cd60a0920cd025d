package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** A morning and an afternoon, with the lunch between them. */
class OfficeHoursTests {

    private static final OfficeHours HOURS =
            OfficeHours.read("9:00-12:00, 13:30-17:30").orElseThrow();

    @Test
    void areReadAsPeopleWriteThem() {
        assertThat(OfficeHours.read("9：00至12：00、13:30～17:30")).contains(HOURS);
        assertThat(HOURS.text()).isEqualTo("09:00-12:00, 13:30-17:30");
        assertThat(OfficeHours.read(HOURS.text())).contains(HOURS);
        assertThat(OfficeHours.read("0:00-23:59")).isPresent();
    }

    @Test
    void whatIsOutOfOrderIsNoTime() {
        for (var wrong : new String[] {
            "",
            "9:00",
            "9:00-9:00",
            "12:00-9:00",
            "13:30-17:30, 9:00-12:00",
            "9:00-12:00, 11:00-13:00",
            "9:00-25:00",
            "9:00-24:00",
            "9.00-12.00"
        }) assertThat(OfficeHours.read(wrong)).as(wrong).isEmpty();
    }

    @Test
    void timeRunsWhileTheOfficeIsOpen() {
        assertThat(after("2026-09-28T09:00", 180)).isEqualTo("2026-09-28T12:00");
        assertThat(after("2026-09-28T09:00", 181)).isEqualTo("2026-09-28T13:31");
        assertThat(after("2026-09-28T12:30", 60)).isEqualTo("2026-09-28T14:30");
        assertThat(after("2026-09-28T17:30", 1)).isEqualTo("2026-09-29T09:01");
        assertThat(after("2026-09-28T06:00", 420)).isEqualTo("2026-09-28T17:30");
        assertThat(after("2026-09-28T16:00:30", 30)).isEqualTo("2026-09-28T16:30:30");
    }

    @Test
    void holidaysStandBetweenTwoWorkingDays() {
        assertThat(after("2026-09-30T16:30", 180)).isEqualTo("2026-10-08T11:00");
        assertThat(after("2026-10-03T10:00", 60)).isEqualTo("2026-10-08T10:00");
        assertThat(after("2026-10-09T17:00", 60)).isEqualTo("2026-10-10T09:30");
    }

    @Test
    void whatLiesBetweenIsWhatHasRun() {
        assertThat(between("2026-09-30T16:30", "2026-10-08T11:00")).isEqualTo(180);
        assertThat(between("2026-09-28T12:10", "2026-09-28T13:20")).isZero();
        assertThat(between("2026-09-28T08:00", "2026-09-28T20:00")).isEqualTo(420);
        assertThat(between("2026-10-01T08:00", "2026-10-07T20:00")).isZero();
    }

    private static String after(String start, int minutes) {
        return HOURS.after(LocalDateTime.parse(start), Duration.ofMinutes(minutes), WorkCalendarTests.autumn())
                .toString();
    }

    private static long between(String start, String end) {
        return HOURS.between(LocalDateTime.parse(start), LocalDateTime.parse(end), WorkCalendarTests.autumn())
                .toMinutes();
    }
}

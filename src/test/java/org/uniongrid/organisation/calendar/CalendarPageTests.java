package org.uniongrid.organisation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.calendar.CalendarYear.Day;
import org.uniongrid.organisation.calendar.CalendarYear.Look;

/** The working calendar as it is drawn. */
@ModuleTest
class CalendarPageTests {

    private final Union union;
    private final MockMvcTester mvc;

    CalendarPageTests(Union union, MockMvcTester mvc) {
        this.union = union;
        this.mvc = mvc;
    }

    @Test
    void aYearSaysItsHolidaysAndWhereTheyComeFrom() {
        var reader = union.holder("union-chair", union.enterprise(union.city(), "历厂"));
        assertThat(page(reader, "?year=2026"))
                .contains("国办发明电〔2025〕7号", "2026-02-15 至 2026-02-23", "放假 9 天", "2026-02-14、2026-02-28")
                .doesNotContain("kind=calendar");
        assertThat(page(reader, "?year=2025")).contains("国办发明电〔2024〕12号", "国庆节、中秋节", "放假 8 天");
        var city = union.city();
        assertThat(page(union.cadre(city), "")).contains("kind=calendar");
        assertThat(page(union.cadre(union.district(city, "页")), "")).doesNotContain("kind=calendar");
    }

    @Test
    void aYearWithoutAListSaysSo() {
        var reader = union.cadre(union.city());
        assertThat(page(reader, "?year=2088")).contains("2088 年的放假安排还没有", "存疑");
        assertThat(page(reader, "?year=99999")).contains("放假安排");
    }

    @Test
    void theNextYearIsMissedFromDecemberOn() {
        assertThat(CalendarController.missing(LocalDate.of(2026, 11, 30), List.of(2026)))
                .isNull();
        assertThat(CalendarController.missing(LocalDate.of(2026, 12, 1), List.of(2026)))
                .isEqualTo(2027);
        assertThat(CalendarController.missing(LocalDate.of(2026, 12, 31), List.of(2026, 2027)))
                .isNull();
        assertThat(CalendarController.missing(LocalDate.of(2027, 1, 1), List.of(2026, 2027)))
                .isNull();
    }

    @Test
    void weeksBeginOnMondayAndDaysLookAsTheyAreWorked() {
        var year = new CalendarYear(
                2026,
                null,
                List.of(
                        new Day(LocalDate.of(2026, 2, 28), true, "春节"),
                        new Day(LocalDate.of(2026, 10, 1), false, "国庆节")));
        var february = year.weeks(YearMonth.of(2026, 2));
        assertThat(february).hasSize(5);
        assertThat(february.getFirst().subList(0, 6)).containsOnlyNulls();
        assertThat(february.getFirst().getLast()).isEqualTo(new CalendarYear.Box(1, Look.WEEKEND, null));
        assertThat(february.getLast().get(5)).isEqualTo(new CalendarYear.Box(28, Look.WORKED, "春节"));
        assertThat(year.weeks(YearMonth.of(2026, 10)).getFirst().get(3))
                .isEqualTo(new CalendarYear.Box(1, Look.OFF, "国庆节"));
        assertThat(year.weeks(YearMonth.of(2026, 10)).getFirst().get(2)).isNull();
    }

    private String page(Actor reader, String query) {
        try {
            return mvc.get()
                    .uri("/organisation/calendar" + query)
                    .requestAttr(Actor.class.getName(), reader)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.WorkCalendar;
import org.uniongrid.organisation.WorkCalendars;

/** The list of a year is taken in as a whole, again or mended; each test has years of its own. */
@ModuleTest
class CalendarImportTests {

    private static final String KIND = "calendar";
    private static final Actor JOB = Union.administrator("organisation.pack.edit");

    private final Union union;
    private final WorkCalendars calendars;
    private final JdbcClient db;

    CalendarImportTests(Union union, WorkCalendars calendars, JdbcClient db) {
        this.union = union;
        this.calendars = calendars;
        this.db = db;
    }

    @Test
    void theYearsThatAreShippedAreAsAnnounced() {
        var calendar = calendars.from(LocalDate.of(2025, 1, 1));
        assertThat(calendar.years()).contains(2025, 2026).doesNotContain(2027);
        assertThat(off(calendar, 2025)).isEqualTo(28);
        assertThat(off(calendar, 2026)).isEqualTo(33);
        assertThat(calendar.exceptions().entrySet().stream()
                        .filter(day -> day.getValue() && day.getKey().getYear() <= 2026)
                        .map(Map.Entry::getKey))
                .hasSize(11)
                .allMatch(WorkCalendar::isWeekend);
        assertThat(calendar.works(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.works(LocalDate.of(2026, 2, 23))).isFalse();
        assertThat(calendar.works(LocalDate.of(2025, 10, 8))).isFalse();
    }

    private static long off(WorkCalendar calendar, int year) {
        return calendar.exceptions().entrySet().stream()
                .filter(day -> !day.getValue() && day.getKey().getYear() == year)
                .count();
    }

    @Test
    void aYearIsKnownOnceItsListIsTakenIn() {
        var list = list(2031);
        list.add(row("2030-12-31", "放假", "元旦"));
        list.add(row("2031-01-05", "上班", "元旦"));
        union.take(KIND, list);
        var calendar = calendars.from(LocalDate.of(2030, 12, 1));
        assertThat(calendar.knows(2031)).isTrue();
        assertThat(calendar.knows(2030)).isFalse();
        assertThat(calendar.works(LocalDate.of(2030, 12, 31))).isFalse();
        assertThat(calendar.works(LocalDate.of(2031, 1, 5))).isTrue();
        assertThat(calendar.works(LocalDate.of(2031, 10, 1))).isFalse();
    }

    @Test
    void theSameListTwiceChangesNothing() {
        union.take(KIND, list(2032));
        var before = changedAt(2032);
        var again = union.take(KIND, list(2032));
        assertThat(again.verdict(first())).isEqualTo(Verdict.SAME);
        assertThat(changedAt(2032)).isEqualTo(before);
    }

    @Test
    void aKnownYearIsMendedDayByDay() {
        union.take(KIND, list(2033));
        var found = union.take(KIND, List.of(row("2033-10-01", "放假", "国庆节、中秋节"), row("2033-05-02", "照常", "劳动节")));
        assertThat(found.verdict(first())).isEqualTo(Verdict.CHANGED);
        assertThat(found.changes()).extracting(Findings.Change::after).contains("国庆节、中秋节", "照常");
        var calendar = calendars.from(LocalDate.of(2033, 1, 1));
        assertThat(calendar.works(LocalDate.of(2033, 5, 2))).isTrue();
        assertThat(calendar.works(LocalDate.of(2033, 5, 1))).isFalse();
    }

    @Test
    void whatCannotBeIsRefusedByRowAndColumn() {
        var list = list(2034);
        list.add(row("2034-10-09", "上班", "国庆节"));
        list.add(row("2034/13/01", "放假", "元旦"));
        list.add(row("2034-10-03", "加班", "国庆节"));
        list.add(row("2034-01-01", "放假", "元旦"));
        list.add(row("2033-11-30", "放假", "元旦"));
        var problems = union.check(KIND, list, JOB).problems();
        assertThat(problems)
                .extracting(Problem::row, Problem::column, Problem::key)
                .containsExactlyInAnyOrder(
                        tuple(6, "kind", "import.problem.calendar-weekday"),
                        tuple(7, "date", "import.problem.day"),
                        tuple(8, "kind", "import.problem.one-of"),
                        tuple(9, "date", "import.problem.twice"),
                        tuple(10, "date", "import.problem.calendar-year"));
    }

    @Test
    void aPartOfAYearIsNoList() {
        assertThat(union.check(KIND, list(2035).subList(0, 2), JOB).problems())
                .hasSize(2)
                .allMatch(problem -> problem.key().equals("import.problem.calendar-part"));
        var worked = new ArrayList<>(list(2035));
        worked.set(0, row("2035-01-01", "照常", "元旦"));
        assertThat(union.check(KIND, worked, JOB).problems()).hasSize(4);
    }

    @Test
    void itIsKeptByThoseWhoStandAboveAll() {
        var city = union.city();
        assertThat(union.check(KIND, list(2036), union.cadre(city)).problems()).isEmpty();
        assertThat(union.check(KIND, list(2036), union.cadre(union.district(city, "历")))
                        .problems())
                .hasSize(4)
                .allMatch(problem -> problem.key().equals("import.problem.calendar-reach"));
    }

    private static List<Map<String, String>> list(int year) {
        return new ArrayList<>(List.of(
                row(year + "-01-01", "放假", "元旦"),
                row(year + "-05-01", "放假", "劳动节"),
                row(year + "-05-02", "放假", "劳动节"),
                row(year + "-10-01", "放假", "国庆节")));
    }

    private static Map<String, String> row(String date, String kind, String name) {
        return Map.of("date", date, "kind", kind, "name", name);
    }

    private static ImportRow first() {
        return new ImportRow(2, Map.of());
    }

    private String changedAt(int year) {
        return db.sql("select changed_at::text from organisation.calendar_year where year = ?")
                .param(year)
                .query(String.class)
                .single();
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.organisation.WorkCalendars;

/** The city takes in a holiday, and a deadline in working days goes around it. */
@ModuleTest
class WorkCalendarStory {

    private static final int ELSEWHEN = 2041;

    private final Union union;
    private final WorkCalendars calendars;
    private final JdbcClient db;
    private final LocalDate today;

    private List<Integer> known = List.of();

    @LocalServerPort
    private int port;

    WorkCalendarStory(Union union, WorkCalendars calendars, JdbcClient db, Clock clock) {
        this.union = union;
        this.calendars = calendars;
        this.db = db;
        this.today = LocalDate.now(clock);
    }

    @BeforeEach
    void note() {
        known = List.copyOf(calendars.from(today).years());
    }

    /** Other tests count by the same calendar. */
    @AfterEach
    void putBack() {
        db.sql("delete from organisation.calendar_day where name = '纪念日' or year <> all (:known) and year >= :now")
                .param("known", known.toArray(Integer[]::new))
                .param("now", today.getYear())
                .update();
        db.sql("delete from organisation.calendar_year where year <> all (:known) and year >= :now")
                .param("known", known.toArray(Integer[]::new))
                .param("now", today.getYear())
                .update();
    }

    @Test
    void aHolidayIsTakenInAndDeadlinesGoAroundIt() {
        var city = union.city();
        var east = union.district(city, "历");
        var factory = union.enterprise(east, "历厂");
        union.cadre(east);
        var holiday = calendars.from(today).after(today, 1);
        var without = calendars.from(today).after(today, 10);
        try (var desk = visitor(1440);
                var phone = visitor(390)) {
            desk.signIn(union.account("federation-cadre", city).login(), Union.PASSWORD);
            phone.signIn(union.account("union-chair", factory).login(), Union.PASSWORD);
            desk.open("/organisation/calendar?year=2026");
            assertThat(desk.page.locator("main")).containsText("国办发明电〔2025〕7号");
            assertThat(desk.page.locator("table.cal-m")).hasCount(12);
            desk.shoot("calendar-1440");
            assertThat(desk.overflow()).isZero();
            phone.open("/organisation/calendar?year=2026");
            phone.shoot("calendar-390");
            assertThat(phone.overflow()).isZero();

            desk.open("/organisation/calendar?year=" + ELSEWHEN);
            assertThat(desk.page.locator("main")).containsText(ELSEWHEN + " 年的放假安排还没有");
            desk.shoot("calendar-unknown-1440");
            desk.page.locator("a[href$='kind=calendar']").click();
            upload(desk.page, list(ELSEWHEN) + ELSEWHEN + "-10-09,上班,国庆节,\n");
            assertThat(desk.page.locator("#run")).containsText("本来就上班");
            desk.shoot("calendar-import-problem-1440");

            desk.open("/exchange/imports/new?kind=calendar");
            upload(desk.page, list(holiday.getYear()) + holiday + ",放假,纪念日,\n");
            desk.page
                    .locator("#run button", new Page.LocatorOptions().setHasText("导入"))
                    .first()
                    .click();
            assertThat(desk.page.locator("#run")).containsText("已导入");
            desk.open("/organisation/calendar?year=" + holiday.getYear());
            assertThat(desk.page.locator("main")).containsText("纪念日");
            desk.shoot("calendar-imported-1440");

            phone.open("/matters/general/new");
            phone.page.locator("[name=to]").selectOption(new SelectOption().setLabel(east.name()));
            phone.page.locator("[name=title]").fill("请协调建职工食堂");
            phone.page.locator("[name=words]").fill("厂区 300 人没有食堂，请和园区协调。");
            phone.page.locator(".btn-primary").last().click();
            var due = calendars.from(today).after(today, 10);
            assertThat(due).isAfter(without);
            assertThat(phone.page.locator(".case-h")).containsText(due.toString());
            assertThat(phone.page.locator(".case-h")).containsText("一般事项 · 办理 10 个工作日");
            phone.shoot("matter-clock-390");
            assertThat(phone.overflow()).isZero();
            assertThat(phone.complaints()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
        lateAndUnsure(east);
    }

    /** What is nearly due and what is late is seen in the list and on the page, with its rule. */
    private void lateAndUnsure(Union.Unit east) {
        mark(east, "alarm_level = 'AMBER', clock_sure = false");
        try (var desk = visitor(1440)) {
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            desk.open("/matters?box=pool");
            assertThat(desk.page.locator("tbody")).containsText("快到期");
            assertThat(desk.page.locator("tbody")).containsText("10 个工作日 · 示例");
            desk.shoot("matters-amber-1440");
            mark(
                    east,
                    "alarm_level = 'ESCALATED', alarm_at = null, started_at = now() - interval '30 days', due_at = now() - interval '6 days'");
            desk.open("/matters?box=pool");
            assertThat(desk.page.locator("tbody")).containsText("已上报上级");
            desk.page.locator("tbody a").click();
            assertThat(desk.page.locator(".case-h")).containsText("超期");
            assertThat(desk.page.locator(".case-h")).containsText("存疑");
            desk.shoot("matter-late-1440");
            assertThat(desk.overflow()).isZero();
            desk.page.setViewportSize(390, 844);
            desk.shoot("matter-late-390");
            assertThat(desk.overflow()).isZero();
            desk.page.locator(".case-h a").click();
            assertThat(desk.page.locator("main")).containsText("一般事项");
            assertThat(desk.page.locator("main")).containsText("10 个工作日");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private void mark(Union.Unit unit, String what) {
        db.sql("update matter.task set " + what + " where state = 'OPEN' and unit_id = ?")
                .param(unit.id())
                .update();
    }

    /** Days that are off in every year. */
    private static String list(int year) {
        return "日期,安排,节日,依据\n" + year + "-01-01,放假,元旦,\n" + year + "-05-01,放假,劳动节,\n" + year + "-10-01,放假,国庆节,\n";
    }

    private static void upload(Page page, String list) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("工作日历.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/exchange/imports/[0-9a-f-]{36}"));
        assertThat(page.locator("#run .stats")).isVisible();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

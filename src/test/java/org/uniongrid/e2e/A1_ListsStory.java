package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Account;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Persons;

/** A1: lists are narrowed, arranged, searched and taken along. */
@ModuleTest
class A1_ListsStory {

    private static final int BIG = 10_001;

    private final Union union;
    private final Persons persons;
    private final Posts posts;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit district;

    @LocalServerPort
    private int port;

    A1_ListsStory(Union union, Persons persons, Posts posts, JdbcClient db) {
        this.union = union;
        this.persons = persons;
        this.posts = posts;
        this.db = db;
        this.city = union.city();
        this.district = union.district(city, "听");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390, 360})
    void aListIsNarrowedKeptArrangedAndTakenAlong(int width) throws IOException {
        var wanted = List.of(firm("松涛纺织"), firm("松涛纺织"));
        firm("松涛物流");
        describe("松涛纺织", "C17", 300);
        describe("松涛物流", "G54", 300);
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitor(address(), width)) {
            var page = visitor.page;
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/employers");
            assertThat(page.locator("#list tbody tr")).hasCount(3);

            page.locator("select[name=standing]").selectOption("NONE");
            assertThat(page.locator("#list .chip")).hasCount(1);
            page.locator("select[name=industry]").selectOption("C");
            assertThat(page.locator("#list .chip")).hasCount(2);
            summary(page, "更多筛选");
            page.locator("select[name=state]").selectOption("OPERATING");
            assertThat(page.locator("#list .chip")).hasCount(3);
            assertThat(page.locator("#list tbody tr")).hasCount(2);
            visitor.shoot("lists-filters-" + width);
            assertThat(visitor.overflow()).isZero();

            summary(page, "我的筛选");
            page.locator(".tools-menu [name=name]").fill("未建会的制造业");
            visitor.shoot("lists-save-" + width);
            assertThat(visitor.overflow()).isZero();
            button(page, "保存当前筛选");
            assertThat(page.locator(".toasts")).containsText("未建会的制造业");
            assertThat(page.locator("#list .chip")).hasCount(3);

            summary(page, "显示列");
            visitor.shoot("lists-columns-" + width);
            assertThat(visitor.overflow()).isZero();
            page.locator(".tools-cols [value=industry]").check();
            page.locator(".tools-cols [value=term]").uncheck();
            button(page, "显示这些列");
            assertThat(page.locator("#list td[data-label='行业']").first()).hasText("制造业");
            assertThat(page.locator("#list td[data-label='届满日期']")).hasCount(0);
            visitor.shoot("lists-arranged-" + width);
            assertThat(visitor.overflow()).isZero();

            var rows = rows(page.waitForDownload(() -> button(page, "导出 Excel")));
            assertThat(rows).hasSize(3).first().asString().contains("行业").doesNotContain("届满日期");
            assertThat(rows.subList(1, 3)).allMatch(row -> wanted.stream().anyMatch(row::contains));

            visitor.open("/organisation/employers");
            summary(page, "我的筛选");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("未建会的制造业"))
                    .click();
            assertThat(page.locator("#list tbody tr")).hasCount(2);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aUnionIsFoundByInitialsAndByItsChair(int width) {
        var firm = union.enterprise(district, "星河造纸");
        union.enterprise(district, "日月印刷");
        posts.appoint(persons.add("司马听泉"), "union-chair", firm.publicId(), "主席");
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/units");
            for (var typed : List.of("xhzz", "司马听", "星河")) {
                visitor.page.locator("form.filters [name=q]").fill(typed);
                assertThat(visitor.page.locator("#list .chip")).containsText(typed);
                assertThat(visitor.page.locator("#list tbody tr")).hasCount(1);
                assertThat(visitor.page.locator("#list tbody")).containsText(firm.name());
            }
            visitor.shoot("lists-found-" + width);
            assertThat(visitor.overflow()).isZero();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void anotherUnitOfTheTreeKeepsTheFilter() {
        firm("听涛");
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitor(address(), 1440)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/employers");
            visitor.page.locator("select[name=standing]").selectOption("NONE");
            assertThat(visitor.page.locator("#list .chip")).hasCount(1);
            visitor.page
                    .locator(".pane a.ell", new Page.LocatorOptions().setHasText(district.name()))
                    .click();
            assertThat(visitor.page.locator("h2").first()).hasText(district.name());
            assertThat(visitor.page.locator("#list .chip")).hasText("未建会");
            assertThat(visitor.page.locator("select[name=standing]")).hasValue("NONE");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void worksWithoutScript() {
        firm("无本");
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitorWithoutScript(address(), 1440)) {
            var page = visitor.page;
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/employers");
            summary(page, "更多筛选");
            page.locator("select[name=state]").selectOption("OPERATING");
            page.locator("form.filters noscript button, form.filters button")
                    .last()
                    .click();
            assertThat(page.locator("#list .chip")).hasText("经营");
            page.locator(".pane a.ell", new Page.LocatorOptions().setHasText(district.name()))
                    .click();
            assertThat(page.locator("#list .chip")).hasText("经营");
            summary(page, "显示列");
            page.locator(".tools-cols [value=state]").check();
            button(page, "显示这些列");
            assertThat(page.locator("#list .chip")).hasText("经营");
            assertThat(page.locator("th", new Page.LocatorOptions().setHasText("状态"))
                            .last())
                    .isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aBigExportIsApprovedByAnotherAndDownloadedOnce(int width) throws IOException {
        db.sql(
                        "insert into organisation.employer (name, search, division) select '大量' || n, '''大量''', ? from generate_series(1, ?) n")
                .params(district.division(), BIG)
                .update();
        var asks = union.account("federation-cadre", district);
        var approves = union.account("federation-cadre", city);
        String address;
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(asks.login(), Union.PASSWORD);
            visitor.open("/organisation/employers");
            button(visitor.page, "导出 Excel");
            assertThat(visitor.page.locator("#export")).containsText("须由另一人审批");
            visitor.shoot("export-waiting-" + width);
            assertThat(visitor.overflow()).isZero();
            address = visitor.page.url();
            assertThat(visitor.complaints()).isEmpty();
        }
        approve(approves, width);
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(asks.login(), Union.PASSWORD);
            visitor.page.navigate(address);
            assertThat(visitor.page.locator("#export")).containsText("文件已生成");
            visitor.shoot("export-ready-" + width);
            assertThat(visitor.overflow()).isZero();
            var rows = rows(visitor.page.waitForDownload(() -> button(visitor.page, "下载文件")));
            assertThat(rows).hasSize(BIG + 1);

            button(visitor.page, "下载文件");
            assertThat(visitor.page.locator("main")).containsText("服务器上已删除");
            visitor.shoot("export-twice-" + width);
            visitor.open("/exchange/exports");
            assertThat(visitor.page.locator("tbody tr")).containsText("已下载");
            visitor.shoot("export-list-" + width);
            assertThat(visitor.overflow()).isZero();
        }
    }

    private void approve(Account approves, int width) {
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(approves.login(), Union.PASSWORD);
            visitor.open("/exchange/approvals");
            visitor.shoot("approvals-" + width);
            assertThat(visitor.overflow()).isZero();
            visitor.page.locator("tbody a").first().click();
            assertThat(visitor.page.locator("main")).containsText("10,001");
            visitor.shoot("approval-" + width);
            assertThat(visitor.overflow()).isZero();
            button(visitor.page, "批准导出");
            assertThat(visitor.page.locator(".toasts")).containsText("已批准");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private String firm(String word) {
        return union.employerIn(district, word).name();
    }

    private void describe(String word, String industry, int staff) {
        db.sql(
                        "update organisation.employer set industry = ?, staff = ? where name like ? || '%' and scope like ? || '%'")
                .params(industry, staff, word, city.scope().path())
                .update();
    }

    private static List<String> rows(Download download) throws IOException {
        try (var book = new ReadableWorkbook(download.createReadStream())) {
            return book.getFirstSheet().read().stream().map(Object::toString).toList();
        }
    }

    private static void summary(Page page, String words) {
        page.locator("summary", new Page.LocatorOptions().setHasText(words)).click();
    }

    private static void button(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

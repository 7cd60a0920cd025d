package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Numbers;

/** C2: a roll with mistakes is looked at, mended and taken in; who stands on it twice is found, compared and made one. */
@ModuleTest
class C2_RollStory {

    private final Union union;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    C2_RollStory(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    @Test
    void aRollComesInAndSomebodyWhoIsOnItTwiceBecomesOne() {
        var district = union.district(union.city(), "东");
        var depot = union.under(district, Category.JOINT, "速达站");
        var shared = Numbers.phone();
        var head = "工会名称,姓名,证件号码,手机号,入会日期,职工类别,学历\n";
        var good = row(depot, "陈名册", Numbers.idNumber(), shared, "2024-03-01", "外卖配送员", "大专")
                + row(depot, "陈名策", "", shared, "2024-03-01", "外卖配送员", "高中")
                + row(depot, "刘名册", Numbers.idNumber(), Numbers.phone(), "2023-05-20", "快递员", "初中");
        var faulty = row(depot, "王名册", "990199199001010009", Numbers.phone(), "2099-01-01", "宇航员", "初中");
        var account = union.account("federation-cadre", district);
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440)) {
            desk.signIn(account.login(), Union.PASSWORD);
            desk.open("/membership/members");
            assertThat(desk.page.locator("main a", text("导入名册"))).isVisible();
            upload(desk.page, head + good + faulty);
            assertThat(desk.page.locator("#run")).containsText("3 行可以导入，1 行有错误");
            desk.shoot("roll-import-1440");

            upload(
                    desk.page,
                    head + good + row(depot, "王名册", Numbers.idNumber(), Numbers.phone(), "2022-01-01", "保安员", "初中"));
            desk.page.locator("button.btn-primary", text("导入")).first().click();
            assertThat(desk.page.locator("#run")).containsText("已导入 4 行");

            desk.open("/membership/members");
            assertThat(desk.page.locator("tbody tr")).hasCount(4);
            shoot(desk, "roll-list");
            await().atMost(Duration.ofSeconds(90)).until(this::isCompared);

            desk.open("/membership/near");
            assertThat(desk.page.locator("tbody tr")).hasCount(1);
            shoot(desk, "near-list");
            desk.page.locator("tbody a.btn", text("比对")).click();
            assertThat(desk.page.locator("main")).containsText("手机号");
            shoot(desk, "near-pair");
            desk.page.locator("input[name=schooling][value=gone]").check();
            desk.page.locator("button.btn-danger-o", text("合并")).click();
            assertThat(desk.page.locator("main")).containsText("高中");
            desk.open("/membership/members");
            assertThat(desk.page.locator("tbody tr")).hasCount(3);
            desk.open("/membership/near");
            assertThat(desk.page.locator("main")).containsText("没有疑似重复");
            shoot(desk, "near-none");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private boolean isCompared() {
        return db.sql("select not exists (select from membership.near_todo)")
                .query(Boolean.class)
                .single();
    }

    private static String row(Union.Unit unit, String... cells) {
        return unit.name() + "," + String.join(",", cells) + "\n";
    }

    private static void shoot(Chromium.Visitor desk, String name) {
        for (var width : List.of(1440, 390, 360)) {
            desk.page.setViewportSize(width, width > 1000 ? 900 : 844);
            assertThat(desk.overflow()).as(name + " " + width).isZero();
            desk.shoot(name + "-" + width);
        }
        desk.page.setViewportSize(1440, 900);
    }

    private void upload(Page page, String list) {
        page.navigate("http://localhost:" + port + "/exchange/imports/new?kind=members");
        page.setInputFiles(
                "input[type=file]", new FilePayload("名册.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/exchange/imports/[0-9a-f-]{36}"));
        assertThat(page.locator("#run .stats")).isVisible();
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}

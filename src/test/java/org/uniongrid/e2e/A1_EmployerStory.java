package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.Category;

/** A1: an employer is entered by hand, a duplicate of it is found and merged, and in the end it closes. */
@ModuleTest
class A1_EmployerStory {

    private final Union union;
    private final JdbcClient db;
    private final LocalDate today;

    @LocalServerPort
    private int port;

    A1_EmployerStory(Union union, JdbcClient db, Clock clock) {
        this.union = union;
        this.db = db;
        this.today = LocalDate.now(clock);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390, 360})
    void anEmployerIsEnteredMergedWithItsDuplicateAndClosed(int width) {
        var district = union.district(union.city(), "故事");
        var joint = union.under(district, Category.JOINT, "故事");
        var cadre = union.account("federation-cadre", district);
        var name = "故事" + width + "供应链";
        db.sql(
                        "insert into organisation.employer (name, search, division, staff, address) values (?, '', ?, 41, '长江大道 88 号')")
                .params(name + "有限责任公司", district.division())
                .update();
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            entersAnEmployer(visitor, joint, name + "有限公司");
            mergesIt(visitor, name);
            readsItInEnglish(visitor, width);
            closesIt(visitor, joint);
            assertThat(visitor.complaints())
                    .as("one form came back")
                    .allMatch(one -> one.contains("422"))
                    .hasSize(1);
        }
    }

    private void entersAnEmployer(Chromium.Visitor visitor, Union.Unit joint, String name) {
        var right = Union.creditCode();
        var last = right.charAt(17) == '0' ? '1' : '0';
        visitor.open("/organisation/employers/new?under=" + joint.publicId());
        visitor.shoot("employer-new-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
        visitor.page.locator("#f-name").fill(name);
        visitor.page.locator("#f-uscc").fill(right.substring(0, 17) + last);
        visitor.page.locator("#f-section").selectOption("G");
        visitor.page.locator("#f-industry").fill("5810");
        visitor.page.locator("#f-staff").fill("128");
        press(visitor.page, "新增企业");

        assertThat(visitor.page.locator("#f-uscc-e"))
                .containsText("末位应是 " + CreditCode.checkDigit(right.substring(0, 17)));
        visitor.shoot("employer-check-digit-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
        visitor.page.locator("#f-uscc-accepted").fill("已看营业执照正本，证上就是这个代码");
        press(visitor.page, "新增企业");

        assertThat(visitor.page.locator("h1")).hasText(name);
        assertThat(visitor.page.locator("main")).containsText("已看营业执照正本");
        visitor.shoot("employer-page-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
    }

    private void mergesIt(Chromium.Visitor visitor, String name) {
        visitor.open("/organisation/employers/duplicates");
        var row = visitor.page.locator("tbody tr", new Page.LocatorOptions().setHasText(name));
        assertThat(row).containsText("有一条没有信用代码");
        visitor.shoot("duplicates-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
        row.locator("a", new Locator.LocatorOptions().setHasText("合并")).click();

        assertThat(visitor.page.locator("h1")).hasText("合并企业");
        visitor.page.locator("[name=staff][value=gone]").check();
        visitor.shoot("merge-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
        press(visitor.page, "确认合并");

        assertThat(visitor.page.locator("main")).containsText("长江大道 88 号");
        assertThat(visitor.page.locator("main")).containsText("41 人");
        link(visitor.page, "沿革");
        assertThat(visitor.page.locator("main")).containsText(name + "有限责任公司");
        visitor.shoot("employer-history-" + visitor.page.viewportSize().width);
        link(visitor.page, "覆盖工会");
        visitor.shoot("employer-covers-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
    }

    private static void readsItInEnglish(Chromium.Visitor visitor, int width) {
        if (width < 1440) return;
        var chinese = visitor.page.url();
        switchTo(visitor.page, "EN");
        assertThat(visitor.page.locator("main")).containsText("Begin a cover");
        visitor.shoot("employer-covers-en");
        visitor.page
                .getByText("Edit", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(visitor.page.locator("main")).containsText("Origin of the investor");
        visitor.shoot("employer-edit-en");
        assertThat(visitor.overflow()).isZero();
        switchTo(visitor.page, "中");
        visitor.page.navigate(chinese);
    }

    private static void switchTo(Page page, String language) {
        page.locator(".top")
                .getByText(language, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    private void closesIt(Chromium.Visitor visitor, Union.Unit joint) {
        link(visitor.page, "经营状态");
        assertThat(visitor.page.locator("main")).containsText(joint.name());
        visitor.page.locator("[name=state][value=CLOSED]").check();
        visitor.page.locator("#f-from").fill(today.toString());
        visitor.page.locator("#f-reason").fill("已注销");
        visitor.shoot("employer-close-" + visitor.page.viewportSize().width);
        assertThat(visitor.overflow()).isZero();
        press(visitor.page, "确认变更");
        assertThat(visitor.page.locator("main")).containsText("关闭（" + today + "）");
        assertThat(visitor.page.locator("main")).containsText("还没有工会");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void link(Page page, String name) {
        page.locator("main").getByText(name).first().click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** A1: a list that updates employers by their codes is looked at before it is taken in, on a desk and on a phone. */
@ModuleTest
class A1_ImportStory {

    private final Union union;

    @LocalServerPort
    private int port;

    A1_ImportStory(Union union) {
        this.union = union;
    }

    @Test
    void aCadreSeesWhatAListWouldChangeAndGetsTheWholeListBackMarked() {
        var city = union.city();
        var district = union.district(city, "东");
        var one = union.employerIn(district, "甲");
        var other = union.employerIn(district, "乙");
        var list = "统一社会信用代码,单位名称,职工人数,地址\n"
                + one.creditCode() + "," + one.name() + ",88,物流大道 8 号\n"
                + other.creditCode() + "," + other.name() + ",很多,\n";
        var account = union.account("federation-cadre", district);
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440)) {
            desk.signIn(account.login(), Union.PASSWORD);
            upload(desk.page, list);
            assertThat(desk.page.locator("#run")).containsText("1 行可以导入，1 行有错误");
            desk.shoot("import-outcome-1440");

            var file = desk.page.waitForDownload(
                    () -> desk.page.locator("a", text("下载整张表")).click());
            assertThat(file.suggestedFilename()).isEqualTo("已检查-企业.xlsx");

            upload(desk.page, list);
            assertThat(desk.page.locator("#run")).containsText("1 行可以导入，1 行有错误");

            desk.page.locator("a", text("看看这 1 行改了什么")).click();
            assertThat(desk.page
                            .locator("tbody tr", text(one.name()))
                            .filter(new Locator.FilterOptions().setHasText("职工人数")))
                    .hasCount(1);
            assertThat(desk.page
                            .locator("tbody tr", text(one.name()))
                            .filter(new Locator.FilterOptions().setHasText("物流大道 8 号")))
                    .hasCount(1);
            desk.shoot("import-changes-1440");
            assertThat(desk.overflow()).isZero();
            for (var width : List.of(390, 360)) {
                desk.page.setViewportSize(width, 844);
                assertThat(desk.overflow()).as(width + " px").isZero();
                desk.shoot("import-changes-" + width);
            }
            desk.page.goBack();
            assertThat(desk.overflow()).isZero();
            desk.shoot("import-outcome-360");
            desk.page
                    .locator("button", new Page.LocatorOptions().setHasText("只导入"))
                    .click();
            assertThat(desk.page.locator("#run")).containsText("已导入 1 行");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aTemplateIsThereBeforeTheUpload() {
        var account = union.account("federation-cadre", union.city());
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440)) {
            desk.signIn(account.login(), Union.PASSWORD);
            desk.open("/exchange/imports/new?kind=employers");
            assertThat(desk.page.locator("main")).containsText("60 MB");
            desk.shoot("import-upload-1440");
            var file = desk.page.waitForDownload(
                    () -> desk.page.locator("a", text("下载模板")).click());
            assertThat(file.suggestedFilename()).isEqualTo("企业名册导入模板.xlsx");
            assertThat(desk.overflow()).isZero();
        }
    }

    private void upload(Page page, String list) {
        page.navigate("http://localhost:" + port + "/exchange/imports/new?kind=employers");
        page.setInputFiles(
                "input[type=file]", new FilePayload("企业.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/exchange/imports/[0-9a-f-]{36}"));
        assertThat(page.locator("#run .stats")).isVisible();
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** A1: a district reports its register to the system above, notes the receipt and takes in the answer. */
@ModuleTest
class A1_UpwardStory {

    private final Union union;

    @LocalServerPort
    private int port;

    A1_UpwardStory(Union union) {
        this.union = union;
    }

    @Test
    void aRegisterIsReportedAndAnswered(@TempDir Path folder) throws Exception {
        var east = union.district(union.city(), "东");
        var firm = union.enterprise(east, "上报");
        var other = union.enterprise(east, "退回");
        var cadre = union.account("federation-cadre", east);
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440);
                var phone = Chromium.visitor("http://localhost:" + port, 390);
                var narrow = Chromium.visitor("http://localhost:" + port, 360)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/organisation/upward");
            assertThat(desk.page.locator("table")).containsText("未上报");
            desk.shoot("upward-1440");
            desk.page.locator(".btn-primary").click();
            desk.shoot("upward-new-1440");
            desk.page.locator(".btn-primary").click();
            assertThat(desk.page.locator(".st").first()).hasText("待上报");
            var file = desk.page.waitForDownload(
                    () -> desk.page.locator(".btn-primary").click());
            assertThat(file.suggestedFilename()).startsWith(east.name()).endsWith(".xlsx");
            desk.page.reload();
            desk.page.locator("[name=receipt]").fill("HZ20261130");
            desk.shoot("upward-batch-1440");
            desk.page.locator(".btn-primary").click();
            assertThat(desk.page.locator(".st").first()).hasText("已上报");

            desk.page.locator(".btn-primary").click();
            var answer = folder.resolve("回执.csv");
            Files.writeString(
                    answer,
                    "工会名称,结果,回执号,原因\n" + firm.name() + ",通过,R-77,\n" + other.name() + ",不通过,,缺批复文号\n",
                    StandardCharsets.UTF_8);
            desk.page.locator("input[type=file]").setInputFiles(answer);
            desk.page.locator(".btn-primary").click();
            desk.page.locator("form[action$='/commit'] button").first().click();
            assertThat(desk.page.locator("#run")).containsText("已导入");
            desk.open("/organisation/upward?standing=REJECTED");
            assertThat(desk.page.locator("table")).containsText("缺批复文号");
            desk.shoot("upward-rejected-1440");
            assertThat(desk.overflow()).isZero();

            phone.signIn(cadre.login(), Union.PASSWORD);
            phone.open("/organisation/upward");
            assertThat(phone.page.locator("table")).containsText("R-77");
            phone.shoot("upward-390");
            assertThat(phone.overflow()).isZero();
            phone.open("/organisation/upward/batches");
            phone.page.locator("table a").first().click();
            phone.shoot("upward-batch-390");
            assertThat(phone.overflow()).isZero();

            narrow.signIn(cadre.login(), Union.PASSWORD);
            narrow.open("/organisation/upward/batches");
            narrow.shoot("upward-batches-360");
            assertThat(narrow.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
            assertThat(narrow.complaints()).isEmpty();
        }
    }
}

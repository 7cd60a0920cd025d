package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.uniongrid.UnionGrid;

/** From an empty machine: the first passwords, the real divisions of a prefecture, a list of unions under them. */
class StartStory {

    private static final String NEXT = "harbour-lantern-42";

    @Test
    void anEmptyCellIsFilledFromLists(@TempDir Path data) {
        var printed = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var cell = SpringApplication.run(
                        UnionGrid.class, "--empty", "--server.port=0", "--uniongrid.data=" + data);
                var visitor = Chromium.visitor(address(cell), 1440)) {
            System.setOut(console);
            var password = passwordOf("sysadmin", printed.toString(StandardCharsets.UTF_8));
            firstSignIn(visitor, password);
            importDivisions(visitor);
            importUnions(visitor);
            assertThat(visitor.complaints()).isEmpty();
            assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("shi.chenjing");
        } finally {
            System.setOut(console);
        }
    }

    private static void firstSignIn(Chromium.Visitor visitor, String password) {
        visitor.signIn("sysadmin", password);
        assertThat(visitor.page).hasURL(Pattern.compile(".*/sign-in/second-factor"));
        visitor.shoot("second-factor-1440");
        visitor.setUpSecondFactor();
        visitor.shoot("recovery-codes-1440");
        visitor.page.locator("main a.btn-primary").click();
        assertThat(visitor.page).hasURL(Pattern.compile(".*/account/password"));
        visitor.page.locator("[name=now]").fill(password);
        visitor.page.locator("[name=next]").fill(NEXT);
        visitor.page.locator("[name=again]").fill(NEXT);
        visitor.page.locator("main button.btn-primary").click();
        assertThat(visitor.page.locator(".empty-ug h2")).hasText("还没有组织");
        visitor.shoot("empty-1440");
    }

    private static void importDivisions(Chromium.Visitor visitor) {
        visitor.page.locator(".empty-ug a.btn-primary").click();
        upload(visitor.page, Path.of("samples/divisions-320500.csv"));
        visitor.page.locator("form[action$='/commit'] button").click();
        assertThat(visitor.page.locator("#run")).containsText("已导入 130 行");
        visitor.open("/organisation/tree");
        assertThat(visitor.page.locator(".tree")).containsText("苏州市总工会");
        assertThat(visitor.page.locator(".tree")).containsText("昆山市总工会");
        var kunshan = visitor.page
                .locator("li", new Page.LocatorOptions().setHasText("昆山市总工会"))
                .last();
        kunshan.locator("a.twist").first().click();
        assertThat(visitor.page.locator(".tree")).containsText("周市镇总工会");
        visitor.shoot("prefecture-1440");
    }

    private static void importUnions(Chromium.Visitor visitor) {
        visitor.open("/exchange/imports/new?kind=unions");
        upload(visitor.page, Path.of("samples/suzhou-made-up-unions.xlsx"));
        visitor.page.locator("form[action$='/commit'] button").click();
        assertThat(visitor.page.locator("#run")).containsText("已导入 20 行");
        visitor.open("/organisation/employers");
        assertThat(visitor.page.locator("#list .found")).containsText("20");
    }

    private static void upload(Page page, Path file) {
        page.locator("input[type=file]").setInputFiles(file);
        page.locator("form[enctype='multipart/form-data'] button.btn-primary").click();
        page.waitForURL(url -> url.matches(".*/exchange/imports/[0-9a-f-]{36}"));
    }

    private static String passwordOf(String login, String printed) {
        var line =
                Pattern.compile("^ +" + login + " +(\\S+)$", Pattern.MULTILINE).matcher(printed);
        assertThat(line.find()).as(printed).isTrue();
        return line.group(1);
    }

    private static String address(ConfigurableApplicationContext cell) {
        return "http://localhost:" + cell.getEnvironment().getProperty("local.server.port");
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;

/** A chair sends a list along with a request; the federation adds an opinion of its own, and one for both sides. */
@ModuleTest
class PapersStory {

    private static final byte[] LIST = "张三、李四，一号楼食堂".getBytes(UTF_8);

    private final Union union;

    @LocalServerPort
    private int port;

    PapersStory(Union union) {
        this.union = union;
    }

    @Test
    void papersGoAlongWithARequest() throws IOException {
        var east = union.district(union.city(), "卷");
        var factory = union.enterprise(east, "卷厂");
        try (var phone = visitor(360);
                var desk = visitor(1440)) {
            phone.signIn(union.account("union-chair", factory).login(), Union.PASSWORD);
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            phone.open("/matters/general/new");
            phone.page.locator("[name=to]").selectOption(new SelectOption().setLabel(east.name()));
            phone.page.locator("[name=title]").fill("请协调建职工食堂");
            phone.page.locator("[name=words]").fill("厂区 300 人没有食堂");
            choose(phone, "旧名单.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0});
            phone.page.locator(".actbar .btn-primary").click();
            assertThat(phone.page.locator(".invalid-feedback")).containsText("旧名单.doc");
            assertThat(phone.page.locator("[name=words]")).hasValue("厂区 300 人没有食堂");
            phone.shoot("papers-refused-360");
            assertThat(phone.overflow()).isZero();
            choose(phone, "大.txt", new byte[(10 << 20) + 1]);
            phone.page.locator(".actbar .btn-primary").click();
            assertThat((boolean) phone.page.locator("[name=files]").evaluate("field => field.checkValidity()"))
                    .as("refused before it travels")
                    .isFalse();
            phone.page.locator("#f-files").setInputFiles(new FilePayload[] {
                new FilePayload("甲.txt", "text/plain", LIST), new FilePayload("乙.txt", "text/plain", LIST)
            });
            assertThat(phone.page.locator(".drop-name")).hasText("甲.txt · 乙.txt");
            choose(phone, "三百名没有食堂的职工的名单（二〇二六年十一月由车间报上来的最后一版）.txt", LIST);
            phone.page.locator(".actbar .btn-primary").click();
            assertThat(phone.page.locator("#papers")).containsText("1 份");
            phone.page.locator("#papers").scrollIntoViewIfNeeded();
            phone.shoot("papers-360");
            assertThat(phone.overflow()).isZero();

            desk.open("/matters?box=pool");
            desk.page.locator("tbody a").click();
            add(desk, "批示.txt", true);
            assertThat(desk.page.locator("#papers")).containsText("仅承办方可见");
            add(desk, "园区回函.txt", false);
            assertThat(desk.page.locator("#papers .att")).hasCount(3);
            desk.shoot("papers-1440");
            assertThat(desk.overflow()).isZero();
            var taken = desk.page.waitForDownload(
                    () -> desk.page.locator("#papers .att a").first().click());
            assertThat(taken.suggestedFilename()).endsWith("最后一版）.txt");
            assertThat(Files.readAllBytes(taken.path())).isEqualTo(LIST);
            desk.page.locator("#papers summary").click();
            choose(desk, "包.zip", "PK\003\004xx".getBytes(UTF_8));
            desk.page.locator("#papers details form button").click();
            assertThat(desk.page.locator("main")).containsText("压缩包请先解开");
            desk.shoot("papers-again-1440");

            desk.open(desk.page.url().replaceFirst("^https?://[^/]+", "").replace("/papers", ""));
            add(desk, "食堂.png", picture());
            var shown = desk.page.waitForPopup(() ->
                    desk.page.locator("#papers a[aria-label='查看“食堂.png”']").click());
            assertThat(shown.locator("img")).hasCount(1);
            assertThat((int) shown.evaluate("document.images[0].naturalWidth")).isEqualTo(640);
            shown.close();
            desk.page.locator("#papers").scrollIntoViewIfNeeded();
            desk.shoot("papers-shown-1440");

            phone.page.reload();
            assertThat(phone.page.locator("#papers .att")).hasCount(3);
            assertThat(phone.page.locator("#papers")).containsText("文件未经病毒扫描");
            phone.page.locator("#papers").scrollIntoViewIfNeeded();
            phone.shoot("papers-shown-360");
            assertThat(phone.overflow()).isZero();
            assertThat(phone.page.locator("main")).not().containsText("批示.txt");
            phone.page.locator("#papers .att button").click();
            assertThat(phone.page.locator("#papers .att")).hasCount(2);
            assertThat(phone.page.locator(".tl")).containsText("已收回材料");
            phone.shoot("papers-taken-back-360");
            assertThat(phone.complaints()).allMatch(each -> each.contains("422"));
            assertThat(desk.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    private static void add(Visitor visitor, String name, boolean inside) {
        visitor.page.locator("#papers summary").click();
        choose(visitor, name, name.getBytes(UTF_8));
        if (inside) visitor.page.locator("#f-inside").check();
        visitor.page.locator("#papers details form button").click();
        assertThat(visitor.page.locator("#papers")).containsText(name);
    }

    private static void add(Visitor visitor, String name, byte[] content) {
        visitor.page.locator("#papers summary").click();
        choose(visitor, name, content);
        visitor.page.locator("#papers details form button").click();
        assertThat(visitor.page.locator("#papers")).containsText(name);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static void choose(Visitor visitor, String name, byte[] content) {
        visitor.page.locator("#f-files").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** Somebody is told something: the bell counts it, it is opened, and the bell is quiet again. */
@ModuleTest
class NoticeStory {

    private final Union union;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    NoticeStory(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void aNoticeArrivesAndIsOpened(int width) {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            assertThat(visitor.page.locator(".bell-n")).hasCount(0);
            visitor.page.locator("a.bell").click();
            assertThat(visitor.page.locator(".empty-ug h2")).hasText("没有未读消息");
            visitor.shoot("notices-none-" + width);

            choose(visitor, width);
            visitor.page.locator("button[formaction$='/test']").click();
            assertThat(visitor.page.locator(".toast-ug")).hasText(Pattern.compile("测试消息已发出"));
            assertThat(visitor.page.locator(".bell-n")).hasText("1");
            visitor.page.locator("button[formaction$='/test']").click();
            assertThat(visitor.page.locator(".note-bad")).containsText("一分钟只能发一条");

            visitor.page.locator("a.bell").click();
            assertThat(visitor.page.locator(".notices li")).hasCount(1);
            visitor.shoot("notices-" + width);
            assertThat(visitor.overflow()).isZero();
            visitor.page.locator(".notices button").click();
            assertThat(visitor.page).hasURL(address() + "/notices/preferences");
            assertThat(visitor.page.locator(".bell-n")).hasCount(0);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void choose(Chromium.Visitor visitor, int width) {
        visitor.page.locator("a[href='/notices/preferences']").click();
        visitor.page.locator("[name=sms]").uncheck();
        visitor.page.locator("[name=from]").fill("22:30");
        visitor.page.locator("main button.btn-primary").click();
        assertThat(visitor.page.locator(".toast-ug")).hasText(Pattern.compile("通知设置已保存"));
        assertThat(visitor.page.locator("[name=sms]")).not().isChecked();
        assertThat(visitor.page.locator("[name=from]")).hasValue("22:30");
        visitor.page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/shots/notice-preferences-" + width + ".png")));
        assertThat(visitor.overflow()).isZero();
    }

    @Test
    void theSystemAdministratorDecidesWhatIsInDoubt() {
        var admin = union.account("system-admin", null);
        db.sql("""
                        with told as (
                            insert into notice.notice (public_id, key, person_id, kind, words, created_at)
                            values (gen_random_uuid(), 'story:' || gen_random_uuid(), ?, 'notice.test', '{}', now())
                            returning id)
                        insert into notice.delivery
                            (notice_id, channel, state, attempts, next_try_at, recipient, trouble, failed_at)
                        select id, 'SMS', 'IN_DOUBT', 1, now(), '139****0001', 'timeout', now() from told
                        """).param(admin.actor().personId()).update();
        for (var width : new int[] {1440, 390})
            try (var visitor = Chromium.visitor(address(), width)) {
                visitor.signIn(admin);
                visitor.open("/notice/deliveries?wire=SMS");
                assertThat(visitor.page.locator("#list tbody tr").first()).containsText("139****0001");
                visitor.shoot("deliveries-" + width);
                assertThat(visitor.overflow()).isZero();
                visitor.page.locator("#list tbody a").first().click();
                visitor.shoot("delivery-" + width);
                assertThat(visitor.overflow()).isZero();
                if (width == 390) {
                    visitor.page.locator("[name=reason]").fill("本人说已收到");
                    visitor.page.locator("button[formaction$='/drop']").click();
                    assertThat(visitor.page.locator(".st").first()).hasText("不再发送");
                }
                assertThat(visitor.complaints()).isEmpty();
            }
    }

    @Test
    void theInboxSpeaksEnglishAndTurnsDark() {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var visitor = Chromium.visitor(address(), 1440)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/notices/preferences");
            visitor.page.locator("button[formaction$='/test']").click();
            visitor.page
                    .getByText("EN", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            visitor.page.locator(".who").click();
            visitor.page.locator("button[value=dark]").first().click();
            assertThat(visitor.page.locator("h1")).hasText("Notice settings");
            visitor.shoot("notice-preferences-en-dark-1440");
            visitor.page.locator("a.bell").click();
            assertThat(visitor.page.locator(".notices h2")).containsText("Test message");
            visitor.shoot("notices-en-dark-1440");
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

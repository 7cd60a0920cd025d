package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.access.Worker;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** A worker signs in with a code on the phone, reads what is new, says how to be reached, and signs out. */
@ModuleTest
class PhoneStory {

    private static final int LIGHT = 200 * 1024;

    private final Worker workers;
    private final Notices notices;

    @LocalServerPort
    private int port;

    PhoneStory(
            Persons persons,
            Identities identities,
            Notices notices,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.workers = new Worker(persons, identities, db, vault, transaction);
        this.notices = notices;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 360})
    void aWorkerSignsInAndLooksAround(int width) {
        var worker = workers.someone("杨志明");
        notices.tell(Notice.of("story:" + worker.phone(), "notice.test", worker.id()));
        try (var phone = Chromium.visitor(address(), width)) {
            phone.open("/m");
            assertThat(phone.page.locator("#f-code")).isHidden();
            phone.shoot("phone-sign-in-" + width);
            phone.page.locator("#f-phone").fill("12");
            phone.page.locator("[data-in-place]").click();
            assertThat(phone.page.locator("#f-phone-e")).isVisible();
            PhoneSignIn.signIn(phone, workers, worker.phone());
            assertThat(phone.page.locator("main h1")).containsText("杨志明");
            phone.shoot("phone-home-" + width);
            assertThat(phone.overflow()).isZero();
            phone.page.locator(".m-hero button[name=elder]").click();
            assertThat(phone.page.locator("a[href='tel:12351']")).isVisible();
            phone.shoot("phone-home-elder-" + width);
            assertThat(phone.overflow()).isZero();
            phone.page.locator(".m-hero button[name=elder]").click();

            phone.page.locator(".m-bell").click();
            assertThat(phone.page.locator("main")).containsText("测试消息");
            phone.shoot("phone-notices-" + width);
            phone.page.locator("form[action$='/open'] button").click();
            assertThat(phone.page.locator("form[action$='/open']")).hasCount(0);

            phone.open("/m/me");
            assertThat(phone.page.locator("main"))
                    .containsText("****" + worker.phone().substring(7));
            phone.shoot("phone-me-" + width);
            assertThat(phone.overflow()).isZero();
            phone.page.locator("a[href='/m/me/contact']").click();
            phone.page.locator("[name=inbox-only]").check();
            phone.page.locator("[name=from]").fill("18:00");
            phone.shoot("phone-contact-" + width);
            assertThat(phone.overflow()).isZero();
            phone.page.locator(".m-dock button").click();
            assertThat(phone.page.locator(".toast-ug")).containsText("已保存");
            phone.open("/m/me/contact");
            assertThat(phone.page.locator("[name=inbox-only]")).isChecked();
            assertThat(phone.page.locator("[name=from]")).hasValue("18:00");
            phone.open("/m/me/sessions");
            assertThat(phone.page.locator("main")).containsText("Chrome");
            phone.shoot("phone-sessions-" + width);
            assertThat(phone.overflow()).isZero();
            phone.open("/m/me");
            phone.page.locator("form[action$='/sign-out'] button").click();
            assertThat(phone.page).hasURL(address() + "/m/sign-in");
            assertThat(phone.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    @Test
    void aCodeThatIsWrongFiveTimesIsOver() {
        var worker = workers.someone("杨志明");
        try (var phone = Chromium.visitor(address(), 360)) {
            PhoneSignIn.askFor(phone, workers, worker.phone());
            for (int i = 0; i < 5; i++) {
                phone.page.locator("#f-code").fill("13579" + i);
                phone.page.locator("form#sign-in .btn-primary").click();
                assertThat(phone.page.locator("#f-code-e")).containsText("验证码不对");
            }
            phone.shoot("phone-wrong-code-360");
            phone.page.locator("#f-code").fill(Worker.CODE);
            phone.page.locator("form#sign-in .btn-primary").click();
            assertThat(phone.page.locator("#f-code-e")).containsText("重新获取");
        }
    }

    @Test
    void aFamilySharesAPhone() {
        var number = Numbers.phone();
        workers.someone("杨志明", number);
        workers.someone("李春花", number);
        try (var phone = Chromium.visitor(address(), 360)) {
            PhoneSignIn.signIn(phone, workers, number);
            assertThat(phone.page.locator(".opt")).hasCount(2);
            assertThat(phone.page.locator("main")).not().containsText("杨志明");
            phone.shoot("phone-choose-360");
            phone.page.locator(".opt:has-text('李*花')").click();
            assertThat(phone.page.locator("main h1")).containsText("李春花");
        }
    }

    @Test
    void whoeverIsUnknownIsToldSoAfterTheCode() {
        try (var phone = Chromium.visitor(address(), 360)) {
            PhoneSignIn.signIn(phone, workers, Numbers.phone());
            assertThat(phone.page.locator("main")).containsText("没有登记这个手机号");
            phone.shoot("phone-nobody-360");
            assertThat(phone.overflow()).isZero();
        }
    }

    @Test
    void itAllWorksWithoutScript() {
        var worker = workers.someone("杨志明");
        try (var phone = Chromium.visitorWithoutScript(address(), 360)) {
            PhoneSignIn.signIn(phone, workers, worker.phone());
            assertThat(phone.page.locator("main h1")).containsText("杨志明");
            phone.open("/m/me");
            phone.page.locator("form[action$='/sign-out'] button").click();
            assertThat(phone.page).hasURL(Pattern.compile(".*/m/sign-in"));
        }
    }

    @Test
    void aFirstVisitIsLightAndTargetsAreBig() {
        var worker = workers.someone("杨志明");
        try (var phone = Chromium.visitor(address(), 390)) {
            PhoneSignIn.signIn(phone, workers, worker.phone());
            assertThat(phone.page.locator("main h1")).isVisible();
            var small = phone.page.evaluate("""
                    Array.from(document.querySelectorAll('main a, main button, .m-hero a, .m-hero button, .m-tabs a'))
                      .filter(e => e.offsetHeight && e.offsetHeight < 44).map(e => e.outerHTML).join()""");
            assertThat(small).isEqualTo("");
        }
        try (var fresh = Chromium.visitor(address(), 390)) {
            var sum = new AtomicLong();
            fresh.page.onRequestFinished(request -> {
                var sizes = request.sizes();
                sum.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
            });
            fresh.open("/m/sign-in");
            fresh.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(sum.get()).isPositive().isLessThan(LIGHT);
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

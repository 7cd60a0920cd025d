package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** The security administrator has another system told of a district, tries it, and ends it. */
@ModuleTest
class WebhookStory {

    private final Union union;
    private final String address;

    WebhookStory(Union union, @LocalServerPort int port) {
        this.union = union;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aSystemIsToldOfADistrict() {
        var district = union.district(union.city(), "推中");
        try (var keeper = Chromium.visitor(address, 1440)) {
            keeper.signIn(union.account("security-admin", null));
            keeper.open("/access/webhooks/new");
            keeper.page.locator("[name=q]").last().fill(district.name());
            keeper.page.locator("main form.filters button").click();
            keeper.page.locator("tbody a.b").first().click();
            keeper.page.locator("[name=name]").fill("区数据中台" + district.id());
            keeper.page.locator("[name=address]").fill("http://hub.example/events");
            keeper.page.locator("[value='access.test']").check();
            keeper.page.locator("main form.form-card .btn-primary").click();
            assertThat(keeper.page.locator("#problems")).containsText("https://");
            keeper.shoot("webhook-form-422-1440");
            // .invalid never leads anywhere
            keeper.page.locator("[name=address]").fill("https://hub.invalid/events");
            keeper.page.locator("main form.form-card .btn-primary").click();
            assertThat(keeper.page.locator("#secret")).containsText("ugwh_");
            keeper.shoot("webhook-once-1440");
            keeper.page.locator("main a.btn").last().click();
            keeper.page.locator("form[action$='/test'] button").click();
            assertThat(keeper.page.locator("main table")).containsText("测试事件");
            keeper.shoot("webhook-1440");
            keeper.page.locator("form[action$='/pause'] button").click();
            assertThat(keeper.page.locator("main .dlist")).containsText("已暂停");
            var page = keeper.page.url().substring(address.length());
            keeper.page.setViewportSize(360, 740);
            keeper.open(page);
            assertThat(keeper.page.locator("main .dlist")).containsText(district.name());
            keeper.shoot("webhook-360");
            assertThat(keeper.overflow()).isZero();
            keeper.open("/access/webhooks");
            assertThat(keeper.page.locator("main table")).containsText("已暂停");
            keeper.shoot("webhooks-360");
            assertThat(keeper.overflow()).isZero();
            keeper.open(page);
            keeper.page.locator("form[action$='/end'] button").click();
            assertThat(keeper.page.locator("main .dlist")).containsText("已停用");
        }
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.RulePacks;

/** Rule packs: a cadre sets the city's own number, and a chair of a firm sees on the phone that it holds. */
@ModuleTest
class PackStory {

    private final Union union;
    private final RulePacks packs;

    @LocalServerPort
    private int port;

    PackStory(Union union, RulePacks packs) {
        this.union = union;
        this.packs = packs;
    }

    @Test
    void aCityHasItsOwnNumber() {
        var city = union.city();
        var east = union.district(city, "东");
        var cadre = union.account("federation-cadre", city);
        var chair = union.account("union-chair", union.enterprise(east, "规则"));
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440);
                var phone = Chromium.visitor("http://localhost:" + port, 390);
                var narrow = Chromium.visitor("http://localhost:" + port, 360)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/organisation/packs");
            desk.shoot("packs-1440");
            desk.page.locator("main").getByText("委员会人数").first().click();
            desk.shoot("pack-1440");
            desk.open("/organisation/packs/women-committee");
            desk.page.locator(".btn-primary").click();
            desk.page.locator("[name=region]").selectOption(city.division());
            desk.page.locator("[name=from]").fill("2026-01-01");
            desk.page.locator("[name=article]").fill("试市总工会〔2026〕1号第三条");
            desk.page.locator("[name=reviewed]").fill("法律部");
            desk.page.locator("[name=v-women]").fill("10");
            desk.shoot("pack-form-1440");
            desk.page.locator(".btn-primary").click();
            assertThat(desk.page.locator("h1")).containsText("发布前核对");
            desk.shoot("pack-preview-1440");
            desk.page.locator(".btn-primary").click();
            assertThat(desk.page.locator(".st").first()).hasText("现行");
            desk.shoot("pack-version-1440");
            assertThat(desk.overflow()).isZero();
            desk.page.goBack();
            assertThat(desk.page.locator("[name=v-women]")).isVisible();

            phone.signIn(chair.login(), Union.PASSWORD);
            phone.open("/organisation/packs");
            assertThat(phone.page.locator("table")).containsText("10");
            phone.shoot("packs-390");
            phone.page.locator("main").getByText("女职工委员会").first().click();
            assertThat(phone.page.locator(".why")).containsText("看上一级");
            phone.shoot("pack-390");
            assertThat(phone.overflow()).isZero();

            narrow.signIn(cadre.login(), Union.PASSWORD);
            narrow.open("/organisation/packs/committee-size/new?like="
                    + packs.find("committee-size", null, LocalDate.now(ZoneId.systemDefault()))
                            .orElseThrow()
                            .id());
            narrow.shoot("pack-form-360");
            assertThat(narrow.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
            assertThat(narrow.complaints()).isEmpty();
        }
    }
}

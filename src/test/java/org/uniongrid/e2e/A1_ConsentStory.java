package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.e2e.Chromium.Visitor;

/** A1: a district asks the city for its consent to a move, and the city consents. */
@ModuleTest
class A1_ConsentStory {

    private final Union union;
    private final Unit city;
    private final Unit east;
    private final Unit west;

    @LocalServerPort
    private int port;

    A1_ConsentStory(Union union) {
        this.union = union;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
    }

    @Test
    void aMoveOutOfReachIsAskedForAndConsentedTo() {
        var gains = union.cadre(west);
        for (int width : new int[] {1440, 390}) {
            var street = union.street(east, "河" + width);
            union.enterprise(street, "绸");
            try (var asker = visitor(width);
                    var handler = visitor(width)) {
                handler.signIn(union.account("federation-cadre", city).login(), Union.PASSWORD);
                asker.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
                ask(asker, street, width);
                var matter = asker.page.url();
                assertThat(asker.page.locator("main")).containsText("调整的影响由 " + city.name() + " 查看");
                shoot(asker, "consent-asked-" + width);
                handler.page.navigate(matter);
                assertThat(handler.page.locator("main")).containsText(gains.name());
                shoot(handler, "consent-matter-" + width);
                handler.page.locator("a[href*='/structure/prepared/']").click();
                assertThat(handler.page.locator(".stat-cards")).containsText("2");
                shoot(handler, "consent-rehearsal-" + width);
                handler.page.locator("main .actbar .btn-primary").click();
                handler.page
                        .locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("同意并生效"))
                        .click();
                handler.page.locator("#w-answer").fill("同意调整，请做好交接");
                shoot(handler, "consent-give-" + width);
                handler.page.locator("form[action$='/answer'] button").click();
                assertThat(handler.page.locator(".tl")).containsText("已同意");
                shoot(handler, "consent-given-" + width);
                handler.page.locator("a[href*='/structure/changes/']").last().click();
                assertThat(handler.page.locator("main")).containsText("报请，事项");
                shoot(handler, "consent-change-" + width);
                asker.page.navigate(matter);
                assertThat(asker.page.locator(".tl")).containsText("同意调整，请做好交接");
                assertThat(handler.complaints()).isEmpty();
                assertThat(asker.complaints().stream().filter(one -> !one.contains("422")))
                        .isEmpty();
            }
        }
    }

    private void ask(Visitor asker, Unit street, int width) {
        asker.open("/structure/units/" + street.publicId() + "/move");
        asker.page.locator("[name=named]").fill(west.name());
        asker.page.locator("[name=reason]").fill("区域调整，便于就近服务");
        asker.page.locator("main .actbar .btn-primary").click();
        assertThat(asker.page.locator("#problems")).containsText(city.name());
        shoot(asker, "consent-refused-" + width);
        asker.page.locator("[formaction$='/consent/preview']").click();
        assertThat(asker.page.locator("h1")).hasText("报请同意");
        asker.page.locator("[name=note]").fill("两区已经商量过");
        shoot(asker, "consent-ask-" + width);
        asker.page.locator("main .actbar .btn-primary").click();
        assertThat(asker.page.locator(".tl")).isVisible();
    }

    private static void shoot(Visitor visitor, String name) {
        visitor.shoot(name);
        assertThat(visitor.overflow()).as(name).isZero();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

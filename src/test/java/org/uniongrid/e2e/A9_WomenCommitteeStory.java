package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;

/** A9: a cadre sees which unions lack a women workers' committee, and one of them gets it, with a chair of its own. */
@ModuleTest
class A9_WomenCommitteeStory {

    private final Union union;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    A9_WomenCommitteeStory(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390, 360})
    void aUnionThatLacksACommitteeGetsOne(int width) {
        var city = union.city();
        var east = union.district(city, "东");
        var firm = union.enterprise(east, "绣花");
        var other = union.enterprise(east, "机修");
        women(firm, 60);
        women(other, 24);
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitor("http://localhost:" + port, width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/women");
            assertThat(visitor.page.locator(".stat-cards").first()).containsText("1");
            visitor.page.locator(".stat-cards a").nth(3).click();
            assertThat(visitor.page.locator("#list tbody")).containsText(firm.name());
            assertThat(visitor.page.locator("#list")).not().containsText(other.name());
            look(visitor, "women-" + width);

            visitor.page.locator("#list tbody a").first().click();
            visitor.page.locator(".page-h .btn-primary").click();
            visitor.page.locator("[name=kind]").selectOption("WOMEN");
            visitor.page.locator("[name=seats]").fill("4");
            save(visitor);
            assertThat(visitor.page.locator("#problems")).containsText("单数");
            look(visitor, "women-set-up-" + width);
            visitor.page.locator("[name=seats]").fill("3");
            save(visitor);
            assertThat(visitor.page.locator("h1")).hasText("女职工委员会");

            visitor.page.locator(".page-h .btn-primary").click();
            visitor.page.locator("[name=person][value=new]").check();
            visitor.page.locator("[name=name]").fill("试女主任");
            visitor.page.locator("[name=duty]").selectOption("CHAIR");
            look(visitor, "women-join-" + width);
            save(visitor);
            assertThat(visitor.page.locator("tbody")).containsText("试女主任");

            visitor.page.locator("a[href$='/women']").last().click();
            visitor.page.locator("[name=special-contract]").selectOption("true");
            visitor.page.locator("[name=mothers-rooms]").fill("1");
            save(visitor);
            assertThat(visitor.page.locator("main aside")).containsText("已签订");
            look(visitor, "women-committee-" + width);

            visitor.open("/organisation/units/" + firm.publicId() + "/people");
            assertThat(visitor.page.locator(".people-grid").first()).containsText("女职工委员会主任");
            look(visitor, "unit-people-" + width);
            visitor.open("/organisation/women?standing=HAS");
            assertThat(visitor.page.locator("#list tbody")).containsText("试女主任");
            // the form that was refused is told with 422, which Chromium puts on its console
            assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("422"));
        }
    }

    private void women(Union.Unit unit, int count) {
        db.sql("update organisation.unit set members = 200, women_members = ? where id = ?")
                .params(count, unit.id())
                .update();
    }

    private static void look(Visitor visitor, String name) {
        visitor.shoot(name);
        assertThat(visitor.overflow()).isZero();
    }

    private static void save(Visitor visitor) {
        visitor.page.locator(".actbar .btn-primary").click();
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;

/** An officer leaves with twelve matters in hand: they are seen, handed on, and found by the successor. */
@ModuleTest
class VacancyStory {

    private static final int MANY = 12;

    private final Union union;
    private final MatterDesk matterDesk;
    private final Matters matters;
    private final Tasks tasks;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    VacancyStory(Union union, MatterDesk matterDesk, Matters matters, Tasks tasks, JdbcClient db) {
        this.union = union;
        this.matterDesk = matterDesk;
        this.matters = matters;
        this.tasks = tasks;
        this.db = db;
    }

    @Test
    void whatAnOfficerHadIsFoundByTheSuccessor() {
        var east = union.district(union.city(), "任");
        var officer = union.cadre(east);
        var successor = union.account("federation-cadre", east);
        var boss = union.account("federation-cadre", east);
        var chair = union.holder("union-chair", union.enterprise(east, "任厂"));
        for (int i = 1; i <= MANY; i++) take(officer, chair, east, "请协调第" + i + "件事");
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440);
                var phone = Chromium.visitor("http://localhost:" + port, 390)) {
            desk.signIn(boss.login(), Union.PASSWORD);
            phone.signIn(successor.login(), Union.PASSWORD);
            substitute(desk, phone, officer, successor.actor());
            end(desk, east, officer, successor.actor());
            phone.open("/matters?box=held");
            assertThat(phone.page.locator("tbody tr")).hasCount(MANY);
            phone.shoot("matters-handed-on-390");
            phone.page.locator("tbody a").first().click();
            assertThat(phone.page.locator(".tl")).containsText("已移交");
            assertThat(phone.page.locator(".tl")).containsText(officer.name());
            phone.shoot("matter-handed-on-390");
            assertThat(phone.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private void take(Actor officer, Actor chair, Union.Unit east, String title) {
        var id = matterDesk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), title, "请办理", null, UUID.randomUUID()));
        var step = tasks.open(matters.find(id, officer)).getFirst().publicId();
        matterDesk.act(officer, id, Act.of(Action.TAKE, step, null, UUID.randomUUID()));
    }

    private void substitute(Visitor desk, Visitor phone, Actor officer, Actor successor) {
        desk.open("/matters/delegations");
        desk.page.locator("a:has-text('" + officer.name() + "')").click();
        var option = desk.page
                .locator("[name=to] option:has-text('" + successor.name() + "')")
                .textContent();
        desk.page.locator("[name=to]").selectOption(new SelectOption().setLabel(option));
        desk.page.locator("[name=until]").fill(desk.page.locator("[name=from]").inputValue());
        desk.page.locator("[name=words]").fill("住院");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("tbody")).containsText(successor.name());
        desk.shoot("substitute-1440");
        assertThat(desk.overflow()).isZero();
        phone.open("/matters?box=held");
        assertThat(phone.page.locator("tbody tr")).hasCount(MANY);
        assertThat(phone.page.locator("tbody tr").first()).containsText("代 干事");
        phone.shoot("matters-for-another-390");
        assertThat(phone.overflow()).isZero();
        phone.open("/matters/delegations");
        assertThat(phone.page.locator("tbody")).containsText("由别人代为设置");
        phone.shoot("delegations-390");
        assertThat(phone.overflow()).isZero();
    }

    private void end(Visitor desk, Union.Unit east, Actor officer, Actor successor) {
        desk.open("/organisation/units/" + east.publicId() + "/posts");
        assertThat(desk.page.locator("tbody")).containsText(officer.name());
        desk.shoot("posts-work-1440");
        var tenure = db.sql("select public_id from organisation.tenure where person_id = ?")
                .param(officer.personId())
                .query(UUID.class)
                .single();
        desk.open("/organisation/tenures/" + tenure + "/end");
        assertThat(desk.page.locator("#work")).containsText("有 12 个事项没有办结");
        desk.page.locator("[name=reason]").fill("调任市总工会");
        var option = desk.page
                .locator("[name=to] option:has-text('" + successor.name() + "')")
                .textContent();
        desk.page.locator("[name=to]").selectOption(new SelectOption().setLabel(option));
        desk.shoot("tenure-end-1440");
        assertThat(desk.overflow()).isZero();
        desk.page.setViewportSize(390, 844);
        desk.shoot("tenure-end-390");
        assertThat(desk.overflow()).isZero();
        desk.page.setViewportSize(1440, 900);
        desk.page.locator(".actbar .btn-danger-o").click();
        assertThat(desk.page.locator("h1")).containsText("岗位与任职");
    }
}

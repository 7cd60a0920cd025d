package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** C2: five members with phones in a row; the union explains, the union above sends it back once and then decides. */
@ModuleTest
class C2_DoubtStory {

    private final Union union;
    private final Stays stays;
    private final Persons persons;
    private final Identities identities;
    private final TransactionTemplate transaction;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    C2_DoubtStory(
            Union union,
            Stays stays,
            Persons persons,
            Identities identities,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.union = union;
        this.stays = stays;
        this.persons = persons;
        this.identities = identities;
        this.transaction = transaction;
        this.db = db;
    }

    @Test
    void aDoubtIsExplainedSentBackAndAccepted() {
        var east = union.district(union.city(), "疑东");
        var depot = union.enterprise(east, "速达");
        for (var name : List.of("陈一航", "林二丫", "王三宝", "赵四海", "钱五福", "孙在外")) enrol(depot, name);
        var doubt = doubt(depot);
        var chair = union.account("union-chair", depot);
        var cadre = union.account("federation-cadre", east);
        try (var desk = Chromium.visitor("http://localhost:" + port, 1440);
                var above = Chromium.visitor("http://localhost:" + port, 1440)) {
            above.signIn(cadre.login(), Union.PASSWORD);
            above.open("/membership/doubts");
            assertThat(above.page.locator("main")).containsText("没有疑点");
            shoot(above, "doubts-none");

            desk.signIn(chair.login(), Union.PASSWORD);
            desk.open("/membership/doubts");
            assertThat(desk.page.locator("tbody tr")).hasCount(1);
            shoot(desk, "doubts");
            desk.page.locator("tbody a.b").click();
            assertThat(desk.page.locator("main")).containsText("手机号连号的会员 5 人");
            shoot(desk, "doubt-own");
            desk.page.locator("a", text("在名册中查看")).click();
            assertThat(desk.page.locator("tbody tr")).hasCount(5);
            assertThat(desk.page.locator(".chip")).containsText("疑点涉及的会员");
            shoot(desk, "doubt-roll");
            desk.page.goBack();
            desk.page.locator("[name=words]").fill("号码由公司统一办理，已逐一核对在职");
            desk.page.locator("button", text("提交说明")).click();
            assertThat(desk.page.locator("main")).containsText("已说明");

            db.sql("update membership.doubt set passed_at = now(), due_on = 'infinity' where id = ?")
                    .param(doubt)
                    .update();
            above.open("/membership/doubts");
            above.page.locator("tbody a.b").click();
            assertThat(above.page.locator("main")).containsText("号码由公司统一办理");
            shoot(above, "doubt-above");
            above.page.locator("[name=words]").fill("请附在职名单后再报");
            above.page.locator("button", text("退回重查")).click();
            assertThat(above.page.locator("main")).containsText("已退回");

            desk.page.reload();
            assertThat(desk.page.locator("main")).containsText("请附在职名单后再报");
            desk.page.locator("[name=words]").fill("在职名单已附在名册备注");
            desk.page.locator("button", text("提交说明")).click();
            above.page.reload();
            assertThat(above.page.locator("button", text("退回重查"))).hasCount(0);
            above.page.locator("[name=words]").fill("情况属实");
            above.page.locator("button", text("认可")).click();
            assertThat(above.page.locator("main")).containsText("已认可");
            above.open("/membership/doubts?ended=true");
            assertThat(above.page.locator("tbody tr")).hasCount(1);
            shoot(above, "doubts-ended");
            assertThat(desk.complaints()).isEmpty();
            assertThat(above.complaints()).isEmpty();
        }
    }

    private int phone = 1390;

    private void enrol(Union.Unit unit, String name) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(unit.id(), null, "rider")));
        identities.keep(worker.personId(), IdentityField.PHONE, "1568000" + (phone++));
    }

    /** As the job of the night writes it. */
    private long doubt(Union.Unit unit) {
        return db.sql("""
                        with doubt as (
                            insert into membership.doubt (unit_id, rule, members, measure, first_seen, last_seen, due_on)
                            values (:unit, 'PHONES_IN_A_ROW', 5, 5, now(), now(), current_date + 30) returning id),
                        about as (
                            insert into membership.doubt_stay (doubt_id, stay_id)
                            select d.id, s.id from doubt d, (select id from membership.stay where unit_id = :unit order by id limit 5) s),
                        seen as (insert into membership.doubt_event (doubt_id, at, what) select id, now(), 'SEEN' from doubt)
                        select id from doubt
                        """).param("unit", unit.id()).query(Long.class).single();
    }

    private static void shoot(Chromium.Visitor desk, String name) {
        for (var width : List.of(1440, 390, 360)) {
            desk.page.setViewportSize(width, width > 1000 ? 900 : 844);
            assertThat(desk.overflow()).as(name + " " + width).isZero();
            desk.shoot(name + "-" + width);
        }
        desk.page.setViewportSize(1440, 900);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}

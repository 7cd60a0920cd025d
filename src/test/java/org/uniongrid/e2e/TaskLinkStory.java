package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.links.Codes;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Vault;

/** A chair who never signs in completes what the federation sent back, from a link on the phone. */
@ModuleTest
class TaskLinkStory {

    private final Union union;
    private final MatterDesk desk;
    private final Identities identities;
    private final JdbcClient db;
    private final Codes codes;

    @LocalServerPort
    private int port;

    TaskLinkStory(
            Union union,
            MatterDesk desk,
            Identities identities,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.union = union;
        this.desk = desk;
        this.identities = identities;
        this.db = db;
        this.codes = new Codes(db, vault, transaction);
    }

    @Test
    void aChairCompletesByLink() {
        var east = union.district(union.city(), "达");
        var chair = union.holder("union-chair", union.enterprise(east, "达厂"));
        identities.keep(chair.personId(), IdentityField.PHONE, Numbers.phone());
        var cadre = union.account("federation-cadre", east).login();
        var matter = ask(chair, east);
        try (var phone = visitor(360);
                var desk = visitor(1440)) {
            desk.signIn(cadre, Union.PASSWORD);
            desk.open("/matters/" + matter);
            desk.page.locator("#papers summary").click();
            desk.page
                    .locator("#f-files")
                    .setInputFiles(new FilePayload("样表.txt", "text/plain", "姓名、工号".getBytes(UTF_8)));
            desk.page.locator("#papers details form button").click();
            fill(desk, "退回补充", "请按样表写明人数");
            desk.page.locator("a[href$='/links']").click();
            desk.page.locator("[name=to]").check();
            desk.shoot("link-send-1440");
            assertThat(desk.overflow()).isZero();
            desk.page.locator(".btn-primary").last().click();
            var link = desk.page.locator("#link").textContent();
            desk.shoot("link-handed-1440");

            phone.page.navigate(link);
            assertThat(phone.page.locator("main")).containsText("补充");
            assertThat(phone.page.locator("main")).not().containsText("职工食堂");
            phone.shoot("link-neutral-360");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("form[action$='/code'] button").click();
            assertThat(phone.page.locator("main")).containsText("验证码已发到你的手机");
            phone.page.locator("[name=code]").fill("999999x");
            phone.page.locator("form[action$='/proof'] button").click();
            assertThat(phone.page.locator(".invalid-feedback")).containsText("验证码不对");
            phone.shoot("link-code-360");
            codes.set(linkOf(matter), "123456");
            phone.page.locator("[name=code]").fill("123 456");
            phone.page.locator("form[action$='/proof'] button").click();
            assertThat(phone.page.locator("main")).containsText("请协调建职工食堂");
            assertThat(phone.page.locator("main")).containsText("请按样表写明人数");
            phone.shoot("link-task-360");
            assertThat(phone.overflow()).isZero();
            var paper = phone.page.waitForDownload(
                    () -> phone.page.locator(".att a").click());
            assertThat(paper.suggestedFilename()).isEqualTo("样表.txt");
            phone.page
                    .locator("[name=files]")
                    .setInputFiles(new FilePayload("27人名单.txt", "text/plain", "张三".getBytes(UTF_8)));
            fill(phone, "补充后交回", "共 27 人");
            assertThat(phone.page.locator("main")).containsText("已办好");
            phone.shoot("link-done-360");
            phone.page.navigate(link);
            assertThat(phone.page.locator("main")).containsText("已经失效");
            phone.shoot("link-gone-360");

            desk.open("/matters/" + matter);
            assertThat(desk.page.locator(".tl")).containsText("凭链接");
            assertThat(desk.page.locator("#papers")).containsText("27人名单.txt");
            assertThat(phone.complaints()).allMatch(each -> each.contains("422") || each.contains("410"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private UUID ask(Actor chair, Union.Unit east) {
        return desk.submit(
                chair,
                new MatterDesk.Request(
                        "general", east.publicId(), "请协调建职工食堂", "厂区 300 人没有食堂", null, UUID.randomUUID()));
    }

    private UUID linkOf(UUID matter) {
        return db.sql("""
                        select l.public_id from matter.link l join matter.matter m on m.id = l.matter_id
                        where m.public_id = ? and l.ended_at is null
                        """).param(matter).query(UUID.class).single();
    }

    private static void fill(Visitor visitor, String what, String words) {
        var act = visitor.page.locator("details.do:has(summary:text-is('" + what + "'))");
        act.locator("summary").click();
        act.locator("textarea").fill(words);
        act.locator("form button").click();
        assertThat(visitor.page.locator("main")).not().containsText("还有 1 处");
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

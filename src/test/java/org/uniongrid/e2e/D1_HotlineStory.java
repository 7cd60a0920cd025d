package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.Worker;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** Four workers are owed 48,505 yuan, one of them 17,187: from the call to the money in the account. */
@ModuleTest
class D1_HotlineStory {

    private final Union union;
    private final Worker workers;
    private final Union.Unit zone;

    @LocalServerPort
    private int port;

    D1_HotlineStory(
            Union union,
            Persons persons,
            Identities identities,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.union = union;
        workers = new Worker(persons, identities, db, vault, transaction);
        zone = union.district(union.city(), "薪");
    }

    @Test
    void fromTheCallToTheMoneyInTheAccount() throws IOException {
        var phone = Numbers.phone();
        try (var desk = visitor(1440);
                var worker = visitor(390)) {
            desk.signIn(union.account("federation-cadre", zone).login(), Union.PASSWORD);
            takeTheCall(desk, phone);
            accept(desk);
            correctWhoClaims(desk);
            getTheMoney(desk);
            act(desk, "答复反映人", "四个人的工资 11 月 20 日全部到账");
            visitUnsolved(desk);
            act(desk, "答复反映人", "已核对银行流水，全部到账");
            rateOnThePhone(worker, phone);
            lookBack(desk);
        }
    }

    private void takeTheCall(Visitor desk, String phone) {
        desk.open("/cases");
        assertThat(desk.page.locator("main")).containsText("还没有工单");
        desk.page.locator(".page-h a[href='/cases/new']").click();
        desk.page.locator("[name=phone]").fill(phone);
        desk.page.locator("[name=caller]").fill("周立");
        desk.page.locator("[name=words]").fill("宏图装饰拖欠我们三个人七月到九月的工资，一直说没钱。");
        assertThat(desk.page.locator("#hints")).containsText("拖欠工资");
        assertThat(desk.page.locator("#hints")).containsText("这个号码没有你看得到的旧工单");
        assertThat(desk.page.locator("#hints")).containsText("要问清的四件事");
        desk.page.locator("[name=pick]").first().check();
        desk.page.locator("[name=employer]").fill("宏图装饰");
        desk.page
                .locator("[name=claims]")
                .fill("周立 2026-07 6000\n周立 2026-08 6187\n周立 2026-09 5000\n吴强 2026-08 11318\n郑梅 八月 10000");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("第 5 行");
        assertThat(desk.page.locator("[name=phone]")).hasValue(phone);
        assertThat(desk.page.locator("[name=pick]").first()).isChecked();
        desk.shoot("case-new-1440");
        assertThat(desk.overflow()).isZero();
        desk.page
                .locator("[name=claims]")
                .fill("周立 2026-07 6000\n周立 2026-08 6187\n周立 2026-09 5000\n吴强 2026-08 11318\n郑梅 2026-08 10000");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main h1")).containsText("拖欠工资：宏图装饰");
        assertThat(desk.page.locator("main")).containsText("38,505.00");
    }

    private static void accept(Visitor desk) {
        desk.page.locator("aside button:text-is('领办')").click();
        act(desk, "受理", "");
        assertThat(desk.page.locator(".tl")).containsText("已受理");
        desk.shoot("case-matter-1440");
    }

    /** There were four of them, says the caller when asked again. */
    private static void correctWhoClaims(Visitor desk) {
        openCase(desk);
        form(desk, "补充诉求人或月份", "[name=claims]", "钱勇 2026-09 10000", "[name=reason]", "来电人核实后补充");
        assertThat(desk.page.locator(".facts")).containsText("48,505.00");
        assertThat(desk.page.locator(".facts")).containsText("涉及 4 人");
        assertThat(desk.page.locator("#claimants")).containsText("17,187.00");
        assertThat(desk.page.locator("main .tl")).containsText("增加诉求人");
    }

    private static void getTheMoney(Visitor desk) {
        for (int nr = 0; nr < 4; nr++) {
            var acts = desk.page.locator(".claim-acts").nth(nr);
            var pay = acts.locator("details.do:has(summary:has-text('登记到账'))");
            pay.locator("summary").click();
            if (nr == 0) {
                pay.locator("[name=amount]").fill("17187.01");
                pay.locator("[name=evidence]").fill("工商银行回单 0317");
                pay.locator("form button").click();
                assertThat(desk.page.locator("main")).containsText("到账不能超过应付");
                pay.locator("[name=amount]").fill("17187");
            } else pay.locator("[name=evidence]").fill("工商银行回单 0317");
            desk.shoot("case-pay-" + nr + "-1440");
            pay.locator("form button").click();
            assertThat(desk.page.locator(".toast-ug")).containsText("已记下");
        }
        assertThat(desk.page.locator(".facts")).containsText("已追回 100%");
        desk.shoot("case-1440");
        assertThat(desk.overflow()).isZero();
        desk.page.locator(".page-h a.btn-primary").click();
    }

    private static void visitUnsolved(Visitor desk) {
        act(desk, "办结", "");
        assertThat(desk.page.locator("main")).containsText("先回访");
        openCase(desk);
        var visit = desk.page.locator("#visits form");
        visit.locator("[name=stars][value='2']").check();
        visit.locator("[name=solved][value='false']").check();
        visit.locator("button.btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("请写反映人怎么说");
        assertThat(desk.page.locator("[name=stars][value='2']")).isChecked();
        desk.page.locator("#visits [name=words]").fill("钱勇说还没有收到");
        desk.shoot("case-visit-1440");
        desk.page.locator("#visits form button.btn-primary").click();
        assertThat(desk.page.locator("#visits")).containsText("没有解决");
        desk.page.locator(".page-h a.btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("反映人说还没有解决");
    }

    private void rateOnThePhone(Visitor worker, String phone) {
        PhoneSignIn.signIn(worker, workers, phone);
        worker.open("/m");
        assertThat(worker.page.locator("main")).not().containsText("服务工单");
        worker.open("/m/matters");
        worker.page.locator("main a:has-text('服务工单')").click();
        assertThat(worker.page.locator("main")).containsText("已核对银行流水");
        worker.page.locator("a[href^='/m/requests/']").click();
        assertThat(worker.page.locator("main")).containsText("17,187.00");
        assertThat(worker.page.locator("main")).not().containsText("11,318");
        worker.page.locator("label:has([name=solved][value='true'])").click();
        worker.page.locator("label:has([name=stars][value='5'])").click();
        worker.shoot("case-own-390");
        assertThat(worker.overflow()).isZero();
        worker.page.locator("form .btn-primary").click();
        assertThat(worker.page.locator("main")).containsText("谢谢你的评价");
    }

    private void lookBack(Visitor desk) throws IOException {
        desk.open("/cases?q=装饰拖欠");
        assertThat(desk.page.locator("tbody tr")).hasCount(1);
        assertThat(desk.page.locator("tbody")).containsText("已办结");
        desk.shoot("cases-1440");
        desk.page.locator("tbody a").click();
        openCase(desk);
        assertThat(desk.page.locator("#visits")).containsText("非常满意");
        assertThat(desk.page.locator(".claim-acts")).hasCount(0);
        var file = desk.page.waitForDownload(
                () -> desk.page.locator("a:has-text('归档文件')").click());
        try (var paper = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            var text = new PDFTextStripper().getText(paper);
            assertThat(text).contains("48,505.00", "17,187.00", "宏图装饰", "钱勇");
        }
        desk.open("/cases/figures");
        assertThat(desk.page.locator(".stats")).containsText("¥48,505.00");
        assertThat(desk.page.locator(".stats")).containsText("100%");
        desk.shoot("case-figures-1440");
        desk.page.locator(".stats a.bignum").click();
        assertThat(desk.page.locator("tbody tr")).hasCount(1);
        desk.page.locator("tbody a").click();
        openCase(desk);
        desk.page.setViewportSize(390, 800);
        desk.shoot("case-390");
        assertThat(desk.overflow()).isZero();
        desk.open("/cases");
        desk.shoot("cases-390");
        assertThat(desk.overflow()).isZero();
        desk.page.setViewportSize(360, 800);
        desk.open("/cases/figures");
        desk.shoot("case-figures-360");
        assertThat(desk.overflow()).isZero();
        desk.open("/cases/new");
        desk.shoot("case-new-360");
        assertThat(desk.overflow()).isZero();
    }

    @Test
    void aWorkerWritesItOnThePhone() {
        union.account("federation-cadre", zone);
        var someone = workers.someone("何小雨");
        try (var worker = visitor(360)) {
            PhoneSignIn.signIn(worker, workers, someone.phone());
            worker.open("/m");
            worker.page.locator("a[href='/m/request']").click();
            worker.page.locator("form .btn-primary").click();
            assertThat(worker.page.locator("main")).containsText("请选择类别");
            worker.page.locator("label:has-text('拖欠工资')").click();
            worker.page.locator("[name=words]").fill("在工地干了两个月，一分钱没拿到。");
            worker.page.locator("[name=employer]").fill("宏图装饰");
            worker.page.locator("[name=amount]").fill("12000");
            worker.shoot("request-360");
            assertThat(worker.overflow()).isZero();
            worker.page.locator("form .btn-primary").click();
            assertThat(worker.page.locator("main")).containsText("大概金额：12000 元");
            worker.shoot("request-sent-360");
            worker.open("/m");
            assertThat(worker.page.locator("main")).not().containsText("宏图");
        }
    }

    @Test
    void aNumberTellsNobodysName() {
        var someone = workers.someone("何不知");
        try (var desk = visitor(1440)) {
            desk.signIn(union.account("federation-cadre", zone).login(), Union.PASSWORD);
            desk.open("/cases/new");
            desk.page.locator("[name=phone]").fill(someone.phone());
            desk.page.locator("[name=caller]").fill("周立");
            assertThat(desk.page.locator("#hints")).containsText("没有你看得到的旧工单");
            assertThat(desk.page.locator("#hints")).not().containsText("何不知");
        }
    }

    private static void openCase(Visitor desk) {
        desk.page.locator("a:has-text('诉求明细和回访')").click();
        assertThat(desk.page.locator("#claimants")).isVisible();
    }

    private static void form(Visitor desk, String what, String... filled) {
        var act = desk.page.locator("details.do:has(summary:has-text('" + what + "'))");
        act.locator("summary").click();
        for (int i = 0; i < filled.length; i += 2) act.locator(filled[i]).fill(filled[i + 1]);
        act.locator("form button").click();
    }

    private static void act(Visitor desk, String what, String words) {
        var act = desk.page.locator("details.do:has(summary:text-is('" + what + "'))");
        act.locator("summary").click();
        act.locator("textarea").fill(words);
        act.locator("form button").click();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

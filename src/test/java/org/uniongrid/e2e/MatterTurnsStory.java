package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;

/** A general request on a route of the district's own: drafted, signed, divided, copied, delegated, opened again. */
@ModuleTest
class MatterTurnsStory {

    private final Union union;

    @LocalServerPort
    private int port;

    MatterTurnsStory(Union union) {
        this.union = union;
    }

    @Test
    void aDistrictHasItsOwnRouteAndWorksThroughIt() {
        var east = union.district(union.city(), "程");
        var street = union.street(east, "程街");
        var factory = union.enterprise(street, "程厂");
        var colleague = union.cadre(east);
        try (var desk = visitor(1440);
                var second = visitor(1440);
                var phone = visitor(390);
                var low = visitor(360)) {
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            second.signIn(union.account("union-chair", east).login(), Union.PASSWORD);
            phone.signIn(union.account("union-chair", factory).login(), Union.PASSWORD);
            low.signIn(union.account("federation-cadre", street).login(), Union.PASSWORD);
            writeRoute(desk);
            draftAndSend(phone, east);
            signAndDivide(desk, second, low);
            decide(desk, second);
            openAgain(phone);
            delegate(desk, colleague.name());
            for (var one : java.util.List.of(desk, second, phone, low))
                assertThat(one.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    private static void writeRoute(Visitor desk) {
        desk.open("/matters/routes");
        assertThat(general(desk).locator(".route")).containsText("办理");
        desk.shoot("routes-1440");
        general(desk).locator("a[href*='/matters/routes/write']").click();
        desk.page.locator("[name=more]").click();
        desk.page.locator("[name=name-0]").fill("科室初审");
        check(desk, "actions-0", "APPROVE", true);
        check(desk, "actions-0", "ANSWER", false);
        desk.page.locator("[name=name-1]").fill("主席审批");
        desk.page.locator("[name=role-1]").selectOption("union-chair");
        desk.page.locator("[name=clock-1]").selectOption("approve");
        check(desk, "actions-1", "RETURN", true);
        desk.page.locator("[name=note]").fill("主席办公会议定");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("最后一步要可以");
        assertThat(desk.page.locator("[name=name-1]")).hasValue("主席审批");
        check(desk, "actions-1", "ANSWER", true);
        desk.shoot("route-form-1440");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(general(desk).locator(".route")).containsText("主席审批");
        general(desk).locator("a:text('查看各步骤')").click();
        assertThat(desk.page.locator("main")).containsText("主席办公会议定");
        desk.shoot("route-1440");
        assertThat(desk.overflow()).isZero();
    }

    /** What the page of routes says of general requests. */
    private static com.microsoft.playwright.Locator general(Visitor visitor) {
        return visitor.page.locator("section:has(h2:text-is('一般事项'))");
    }

    private static void check(Visitor visitor, String name, String value, boolean on) {
        visitor.page.locator("[name=" + name + "][value=" + value + "]").setChecked(on);
    }

    private static void draftAndSend(Visitor phone, Union.Unit east) {
        phone.open("/matters/general/new");
        phone.page.locator("[name=title]").fill("请协调建母婴室");
        phone.page.locator("button:text('存为草稿')").click();
        assertThat(phone.page.locator("tbody")).containsText("请协调建母婴室");
        phone.shoot("matters-drafts-390");
        assertThat(phone.overflow()).isZero();
        phone.page.locator("tbody a").click();
        assertThat(phone.page.locator("[name=title]")).hasValue("请协调建母婴室");
        phone.page.locator("[name=to]").selectOption(new SelectOption().setLabel(east.name()));
        phone.page.locator("[name=words]").fill("女工 80 人，没有母婴室。");
        phone.page.locator(".btn-primary").last().click();
        assertThat(phone.page.locator(".case-h")).containsText("科室初审");
        phone.open("/matters?box=drafts");
        assertThat(phone.page.locator("main")).containsText("没有草稿");
    }

    private static void signAndDivide(Visitor desk, Visitor second, Visitor low) {
        desk.open("/matters?box=pool");
        desk.page.locator("tbody [name=row]").first().check();
        desk.page.locator("button[value=take]").click();
        assertThat(desk.page.locator(".toasts, .toast-ug").first()).containsText("1 个事项");
        desk.open("/matters?box=held");
        desk.shoot("matters-held-1440");
        desk.page.locator("tbody a").click();
        var sign = act(desk, "请人会签");
        sign.locator("[name=post]").last().check();
        sign.locator("form button").last().click();
        assertThat(desk.page.locator(".tl")).containsText("已请人会签");
        desk.shoot("matter-signers-1440");
        second.open("/matters?box=held");
        if (second.page.locator("tbody a").count() == 0) second.open("/matters?box=held");
        second.page.locator("tbody a").click();
        fill(second, "同意", "该建");
        assertThat(second.page.locator(".tl")).containsText("会签同意");
        desk.page.reload();
        var divide = act(desk, "派给下级");
        divide.locator("[name=unit]").first().check();
        divide.locator("textarea").fill("请摸底");
        divide.locator("form button:text-is('派给下级')").click();
        assertThat(desk.page.locator(".tl")).containsText("已派给下级");
        low.open("/matters?box=pool");
        low.page.locator("tbody a").click();
        low.shoot("matter-part-360");
        assertThat(low.overflow()).isZero();
        fill(low, "反馈办理结果", "辖区三家都没有");
        assertThat(low.page.locator(".tl")).containsText("已反馈");
    }

    private static void decide(Visitor desk, Visitor second) {
        desk.page.reload();
        var remark = act(desk, "补充说明");
        remark.locator("textarea").fill("经费从专项列支");
        remark.locator("[name=inside]").check();
        remark.locator("form button").click();
        assertThat(desk.page.locator(".tl")).containsText("经费从专项列支");
        fill(desk, "同意，转下一步", "拟同意");
        assertThat(desk.page.locator(".tl")).containsText("主席审批");
        desk.page.locator("a[href$='/sheet']").click();
        assertThat(desk.page.locator(".sheet")).containsText("请协调建母婴室");
        desk.shoot("matter-sheet-1440");
        second.open("/matters?box=pool");
        second.page.locator("tbody a").click();
        var recorded = act(second, "答复");
        recorded.locator("textarea").fill("同意，春节前建成");
        recorded.locator("[name=decidedBy]").selectOption(new SelectOption().setIndex(1));
        recorded.locator("form button").click();
        assertThat(second.page.locator("main")).containsText("要附上签批件");
        second.shoot("matter-recorded-1440");
        var again = second.page.locator("details.do[open]");
        assertThat(again.locator("textarea")).hasValue("同意，春节前建成");
        again.locator("[name=files]")
                .setInputFiles(new FilePayload(
                        "签批件.txt", "text/plain", "同意。".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        again.locator("form button").click();
        assertThat(second.page.locator(".case-h")).containsText("已答复");
        assertThat(second.page.locator(".tl")).containsText("代录");
        assertThat(second.page.locator("main aside")).containsText("签批件.txt");
    }

    private static void openAgain(Visitor phone) {
        phone.open("/matters?box=asked");
        phone.page.locator("tbody a").click();
        assertThat(phone.page.locator(".tl")).not().containsText("经费从专项列支");
        fill(phone, "重新办理", "还没有动工");
        assertThat(phone.page.locator(".case-h")).containsText("办理中");
        phone.shoot("matter-reopened-390");
        assertThat(phone.overflow()).isZero();
        phone.open("/matters?box=all&q=2026");
        assertThat(phone.page.locator("main")).containsText("没有符合条件的事项");
        phone.open("/matters?box=all&q=？");
        assertThat(phone.page.locator("main")).containsText("只有标点");
        phone.open("/matters?box=all&q=母婴");
        assertThat(phone.page.locator("tbody")).containsText("请协调建母婴室");
        phone.shoot("matters-words-390");
        assertThat(phone.overflow()).isZero();
    }

    private static void delegate(Visitor desk, String name) {
        desk.open("/matters/delegations");
        var option =
                desk.page.locator("[name=to] option:has-text('" + name + "')").textContent();
        desk.page.locator("[name=to]").selectOption(new SelectOption().setLabel(option));
        desk.page.locator("[name=until]").fill("2020-01-01");
        desk.page.locator("[name=words]").fill("出差");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("最多 180 天");
        desk.page.locator("[name=until]").fill(desk.page.locator("[name=from]").inputValue());
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("tbody")).containsText(name);
        desk.shoot("delegations-1440");
        desk.page.locator("tbody button").click();
        assertThat(desk.page.locator("main")).containsText("现在没有委托");
    }

    private static com.microsoft.playwright.Locator act(Visitor visitor, String what) {
        var act = visitor.page.locator("details.do:has(summary:text-is('" + what + "'))");
        act.locator("summary").click();
        return act;
    }

    private static void fill(Visitor visitor, String what, String words) {
        var act = act(visitor, what);
        act.locator("textarea").fill(words);
        act.locator("form button").click();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

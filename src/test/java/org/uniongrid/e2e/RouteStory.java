package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;

/** The city writes a route for a district, with a step for some matters only; what runs goes over; the district reads it. */
@ModuleTest
class RouteStory {

    private final Union union;

    @LocalServerPort
    private int port;

    RouteStory(Union union) {
        this.union = union;
    }

    @Test
    void aRouteIsWrittenForAUnitBelowAndWhatRunsGoesOver() {
        var city = union.city();
        var east = union.district(city, "线");
        var factory = union.enterprise(east, "线厂");
        try (var desk = visitor(1440);
                var phone = visitor(390);
                var low = visitor(390)) {
            desk.signIn(union.account("federation-cadre", city).login(), Union.PASSWORD);
            phone.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            low.signIn(union.account("union-chair", factory).login(), Union.PASSWORD);
            ask(low, east);
            writeFor(desk, east);
            goesOver(phone);
            readsAbove(low, east);
            drops(phone);
            for (var one : List.of(desk, phone, low))
                assertThat(one.complaints()).allMatch(each -> each.contains("422"));
        }
    }

    private static void ask(Visitor low, Union.Unit east) {
        low.open("/matters/general/new");
        low.page.locator("[name=to]").selectOption(new SelectOption().setLabel(east.name()));
        low.page.locator("[name=title]").fill("请协调职工班车");
        low.page.locator("[name=words]").fill("厂区太远");
        low.page.locator(".btn-primary").last().click();
        assertThat(low.page.locator(".case-h")).containsText("办理");
    }

    private static void writeFor(Visitor desk, Union.Unit east) {
        desk.open("/matters/routes");
        desk.page.locator("main [name=q]").fill("没有这样的");
        desk.page.locator("main .filters button").click();
        assertThat(desk.page.locator("main")).containsText("没有找到");
        desk.page.locator("main [name=q]").fill(east.name());
        desk.page.locator("main .filters button").click();
        desk.page.locator("main .plain-list a:text-is('" + east.name() + "')").click();
        assertThat(desk.page.locator("main .filters")).containsText(east.name());
        desk.shoot("routes-other-1440");
        general(desk).locator("a[href*='/matters/routes/write']").click();
        assertThat(desk.page.locator("h1")).containsText(east.name());
        steps(desk);
        desk.page.locator("[name=condition-2]").selectOption("FROM_ABOVE");
        desk.page.locator("[name=running][value=SWITCH]").check();
        desk.page.locator("[name=note]").fill("市总办公会议定");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("1 件在办事项会转到新路线，0 件按原路线办完");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(desk.page.locator("main")).containsText("最后一步要适用于所有事项");
        assertThat(desk.page.locator("[name=condition-1]")).hasValue("FROM_ABOVE");
        desk.page.locator("[name=condition-2]").selectOption("ALWAYS");
        desk.shoot("route-conditions-1440");
        desk.page.locator(".actbar .btn-primary").click();
        assertThat(general(desk).locator(".route")).containsText("仅当上级工会交办");
        assertThat(desk.page.locator(".toasts, .toast-ug").first()).containsText("1 件在办事项已转到新路线");
        desk.shoot("routes-written-1440");
        assertThat(desk.overflow()).isZero();
    }

    /** What the page of routes says of general requests. */
    private static com.microsoft.playwright.Locator general(Visitor visitor) {
        return visitor.page.locator("section:has(h2:text-is('一般事项'))");
    }

    private static void steps(Visitor desk) {
        desk.page.locator("[name=more]").click();
        desk.page.locator("[name=more]").click();
        var names = List.of("科室初审", "分管领导审核", "主席审批");
        for (int i = 0; i < names.size(); i++) {
            desk.page.locator("[name=name-" + i + "]").fill(names.get(i));
            desk.page.locator("[name=clock-" + i + "]").selectOption("approve");
            desk.page
                    .locator("[name=actions-" + i + "][value=" + (i < 2 ? "APPROVE" : "ANSWER") + "]")
                    .check();
        }
        desk.page.locator("[name=condition-1]").selectOption("FROM_ABOVE");
    }

    private static void goesOver(Visitor phone) {
        phone.open("/matters?box=pool");
        phone.page.locator("tbody a").click();
        assertThat(phone.page.locator(".case-h")).containsText("科室初审");
        assertThat(phone.page.locator(".tl")).containsText("已转到新路线");
        phone.shoot("matter-switched-390");
        assertThat(phone.overflow()).isZero();
        var act = phone.page.locator("details.do:has(summary:text-is('同意，转下一步'))");
        act.locator("summary").click();
        act.locator("textarea").fill("拟同意");
        act.locator("form button").click();
        assertThat(phone.page.locator(".case-h")).containsText("主席审批");
    }

    private static void readsAbove(Visitor low, Union.Unit east) {
        low.open("/matters/routes");
        general(low).locator("a:text('查看各步骤')").click();
        assertThat(low.page.locator("h1")).containsText(east.name());
        assertThat(low.page.locator("main")).containsText("市总办公会议定");
        assertThat(low.page.locator("main")).containsText("其他工会");
        low.shoot("route-above-390");
        assertThat(low.overflow()).isZero();
        low.page.locator("main a:text-is('第 1 版')").click();
        assertThat(low.page.locator("main")).containsText("科室初审");
    }

    private static void drops(Visitor phone) {
        phone.open("/matters/routes/write?kind=general");
        phone.page.locator("[name=running][value=SWITCH]").check();
        phone.page.locator("[name=note]").fill("按平台的办");
        phone.page.locator(".actbar .btn-danger-o").click();
        assertThat(phone.page.locator("main")).containsText("0 件在办事项会转到新路线，1 件按原路线办完");
        assertThat(phone.page.locator("main")).containsText("主席审批：1 件");
        phone.shoot("route-drop-390");
        assertThat(phone.overflow()).isZero();
        phone.page.locator(".actbar .btn-danger-o").click();
        assertThat(general(phone)).containsText("平台路线");
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;

/** A chair asks the federation for something from the phone; it is sent back, completed, and answered at a desk. */
@ModuleTest
class GeneralRequestStory {

    private final Union union;

    @LocalServerPort
    private int port;

    GeneralRequestStory(Union union) {
        this.union = union;
    }

    @Test
    void aChairAsksAndGetsAnAnswer() {
        var east = union.district(union.city(), "问");
        var factory = union.enterprise(east, "问厂");
        try (var phone = visitor(390);
                var desk = visitor(1440)) {
            phone.signIn(union.account("union-chair", factory).login(), Union.PASSWORD);
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            phone.open("/matters");
            assertThat(phone.page.locator("main")).containsText("手上没有待办");
            phone.shoot("matters-empty-390");
            phone.page.locator("a[href='/matters/general/new']").click();
            phone.page.locator("[name=to]").selectOption(new SelectOption().setLabel(east.name()));
            phone.page.locator("[name=title]").fill("请协调建职工食堂");
            phone.page.locator("[name=words]").fill("短");
            phone.page.locator(".btn-primary").last().click();
            assertThat(phone.page.locator("main")).containsText("2 到 2000");
            assertThat(phone.page.locator("[name=title]")).hasValue("请协调建职工食堂");
            phone.page.locator("[name=words]").fill("厂区 300 人没有食堂，请和园区协调。");
            phone.shoot("matter-new-390");
            assertThat(phone.overflow()).isZero();
            phone.page.locator(".btn-primary").last().click();
            assertThat(phone.page.locator("main")).containsText("一般事项 · 办理 10 个工作日");
            phone.shoot("matter-asked-390");
            assertThat(phone.overflow()).isZero();

            desk.open("/matters?box=pool");
            assertThat(desk.page.locator("main tbody tr")).hasCount(1);
            desk.shoot("matters-pool-1440");
            desk.page.locator("tbody a").click();
            press(desk, "领办");
            assertThat(desk.page.locator("main")).containsText("已领办");
            fill(desk, "退回补充", "请写明选址");
            assertThat(desk.page.locator(".tl")).containsText("已退回补充");
            desk.shoot("matter-returned-1440");
            assertThat(desk.overflow()).isZero();

            phone.open("/matters?box=pool");
            phone.page.locator("tbody a").click();
            assertThat(phone.page.locator("main")).containsText("请写明选址");
            fill(phone, "补充后交回", "一号楼一层");
            assertThat(phone.page.locator(".tl")).containsText("已补充交回");

            desk.open("/matters?box=pool");
            desk.page.locator("tbody a").click();
            fill(desk, "答复", "已和园区说定，明年三月开办");
            assertThat(desk.page.locator(".case-h")).containsText("已答复");
            desk.shoot("matter-answered-1440");

            phone.open("/matters?box=asked");
            assertThat(phone.page.locator("tbody")).containsText("已答复");
            phone.shoot("matters-asked-390");
            phone.page.locator("tbody a").click();
            assertThat(phone.page.locator(".tl")).containsText("明年三月开办");
            phone.shoot("matter-answered-390");
            assertThat(phone.overflow()).isZero();
            fill(phone, "确认办结", "选址合适，谢谢");
            assertThat(phone.page.locator(".case-h")).containsText("已办结");
            assertThat(phone.page.locator(".tl")).containsText("选址合适");
            phone.shoot("matter-closed-390");
            assertThat(phone.complaints()).allMatch(each -> each.contains("422"));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void press(Visitor visitor, String button) {
        visitor.page.locator("aside button:text-is('" + button + "')").click();
    }

    private static void fill(Visitor visitor, String what, String words) {
        var act = visitor.page.locator("details.do:has(summary:text-is('" + what + "'))");
        act.locator("summary").click();
        act.locator("textarea").fill(words);
        act.locator("form button").click();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

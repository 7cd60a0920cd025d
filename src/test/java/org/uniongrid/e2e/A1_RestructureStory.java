package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.organisation.Category;

/** A1: a cadre looks at what a change of the tree would do, does it, and takes it back. */
@ModuleTest
class A1_RestructureStory {

    private final Union union;
    private final JdbcClient db;
    private final Unit city;
    private final Unit east;
    private final Unit west;

    @LocalServerPort
    private int port;

    A1_RestructureStory(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
    }

    @Test
    void aRegionalFederationWithFortyUnionsMovesAndComesBack() {
        var region = union.under(east, Category.REGIONAL, "高新");
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < 40; i++)
            rows.add(Union.enterpriseRow(region, "第" + i + "星" + region.id() + "有限公司", Map.of()));
        union.take("unions", rows);
        var loses = union.cadre(east);
        var gains = union.cadre(west);
        for (int width : new int[] {1440, 390})
            try (var desk = visitor(width)) {
                desk.signIn(union.account("federation-cadre", city).login(), Union.PASSWORD);
                desk.open("/structure/units/" + region.publicId());
                desk.shoot("structure-unit-" + width);
                assertThat(desk.overflow()).isZero();
                desk.page.locator("a[href$='/move']").click();
                choose(desk, west);
                desk.page.locator("[name=reason]").fill("区域调整，便于就近服务");
                desk.shoot("structure-move-" + width);
                assertThat(desk.overflow()).isZero();
                go(desk);
                assertThat(desk.page.locator("h1")).hasText("预览：调整隶属");
                assertThat(desk.page.locator(".stat-cards")).containsText("41");
                assertThat(desk.page.locator("main")).containsText(loses.name());
                assertThat(desk.page.locator("main")).containsText(gains.name());
                desk.shoot("structure-preview-" + width);
                assertThat(desk.overflow()).isZero();
                go(desk);
                assertThat(desk.page.locator("main")).containsText("撤销本次调整");
                desk.shoot("structure-change-" + width);
                desk.page.locator(".btn-danger-o").click();
                desk.page.locator("[name=reason]").fill("先不调整了");
                desk.shoot("structure-undo-" + width);
                assertThat(desk.overflow()).isZero();
                go(desk);
                assertThat(desk.page.locator("main")).containsText("已撤回");
                desk.open("/structure/changes");
                desk.shoot("structure-list-" + width);
                assertThat(desk.overflow()).isZero();
                assertThat(desk.complaints()).isEmpty();
            }
    }

    @Test
    void twoJointUnionsMergeAndOneIsSplitAgain() {
        var one = union.under(east, Category.JOINT, "星光楼");
        var other = union.under(east, Category.JOINT, "月光楼");
        var firm = union.coveredBy(other, "云锦");
        var staying = union.coveredBy(one, "宋锦");
        var chair = union.holder("union-chair", other);
        try (var desk = visitor(1440);
                var phone = visitor(390)) {
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            desk.open("/structure/units/" + one.publicId() + "/merge");
            choose(desk, other);
            desk.page.locator("[name=reason]").fill("两楼合并管理");
            go(desk);
            assertThat(desk.page.locator("main")).containsText(chair.name());
            assertThat(desk.page.locator("main")).containsText(firm.name());
            desk.shoot("structure-merge-1440");
            go(desk);
            assertThat(desk.page.locator("main")).containsText("已生效");
            phone.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            phone.open("/structure/dissolved");
            assertThat(phone.page.locator("main")).containsText(other.name());
            phone.shoot("structure-dissolved-390");
            assertThat(phone.overflow()).isZero();
            phone.open("/structure/units/" + one.publicId() + "/split");
            phone.page.locator("[name=name1]").fill("月光楼新联合工会");
            phone.page.locator("[name='employer-" + firm.publicId() + "']").selectOption("1");
            assertThat(phone.page.locator("[name='employer-" + staying.publicId() + "'] option:checked"))
                    .hasText("留在原工会");
            phone.page.locator("[name=reason]").fill("单独设立");
            phone.shoot("structure-split-390");
            assertThat(phone.overflow()).isZero();
            go(phone);
            go(phone);
            assertThat(phone.page.locator("main")).containsText("月光楼新联合工会");
            assertThat(phone.complaints()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aUnionIsDissolvedWithASuccessorAndTheTreeOfAnotherDayIsShown() {
        var one = union.under(east, Category.JOINT, "老厂");
        var heir = union.under(east, Category.JOINT, "新厂");
        var group = union.under(one, Category.GROUP, "一班");
        try (var desk = visitor(1440)) {
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            desk.open("/structure/units/" + one.publicId() + "/dissolve");
            desk.page.locator("select[name=heir]").selectOption(heir.publicId().toString());
            desk.page.locator("[name=day]").fill(day(10));
            desk.page.locator("[name=reason]").fill("老厂搬迁");
            desk.shoot("structure-dissolve-1440");
            go(desk);
            assertThat(desk.page.locator("main")).containsText("到期生效");
            go(desk);
            assertThat(desk.page.locator("main")).containsText("待生效");
            desk.open("/organisation/tree?on=" + day(10) + "&under=" + heir.publicId());
            assertThat(desk.page.locator("main")).containsText("这不是今天的组织树");
            assertThat(desk.page.locator(".tree")).containsText(group.name());
            assertThat(desk.page.locator(".tree")).not().containsText(one.name());
            desk.shoot("structure-tree-1440");
            desk.open("/organisation/tree?on=" + day(-1));
            assertThat(desk.page.locator("main")).containsText("这一天还没有记录");
            assertThat(desk.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void theWayBackFromADecisionLeadsToTheForm() {
        var joint = union.under(east, Category.JOINT, "回头");
        try (var desk = visitor(1440)) {
            desk.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            desk.open("/structure/units/" + joint.publicId() + "/rename");
            desk.page.locator("[name=name]").fill("回头路联合工会" + joint.id());
            desk.page.locator("[name=reason]").fill("改回通用名称");
            go(desk);
            go(desk);
            assertThat(desk.page.locator("main")).containsText("已生效");
            desk.page.goBack();
            assertThat(desk.page.locator("h1")).hasText("更名");
            desk.page.goForward();
            desk.page.locator(".btn-danger-o").click();
            assertThat(desk.page.locator("h1")).hasText("撤销本次调整");
            desk.page.locator(".crumb a").first().click();
            desk.page.goBack();
            assertThat(desk.page.locator("main")).containsText("已生效");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aMoveOutOfReachIsRefusedAndSaysWhoMay() {
        var joint = union.under(east, Category.JOINT, "边界");
        try (var phone = visitor(360)) {
            phone.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            phone.open("/structure/units/" + joint.publicId() + "/move");
            phone.page.locator("[name=named]").fill(west.name());
            phone.page.locator("[name=reason]").fill("企业搬到西区");
            go(phone);
            assertThat(phone.page.locator("#problems")).containsText("须由双方共同的上级 " + city.name());
            phone.shoot("structure-refused-360");
            assertThat(phone.overflow()).isZero();
            assertThat(phone.complaints().stream().filter(one -> !one.contains("422")))
                    .isEmpty();
        }
    }

    private static void choose(Visitor visitor, Unit unit) {
        visitor.page.locator("input[value='" + unit.publicId() + "']").check();
    }

    private static void go(Visitor visitor) {
        visitor.page.locator("main .actbar .btn-primary").click();
    }

    private String day(int later) {
        return db.sql("select (current_date + ?)::text")
                .param(later)
                .query(String.class)
                .single();
    }

    private Visitor visitor(int width) {
        return Chromium.visitor("http://localhost:" + port, width);
    }
}

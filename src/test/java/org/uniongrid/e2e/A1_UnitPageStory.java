package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.organisation.Category;

/** A1: the page of a union in its parts, its facts changed by two at once, and a line of an industry. */
@ModuleTest
class A1_UnitPageStory {

    private static final List<String> PARTS = List.of("", "/people", "/employers", "/lines", "/history");

    private final Union union;

    @LocalServerPort
    private int port;

    A1_UnitPageStory(Union union) {
        this.union = union;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390, 360})
    void everyPartOfTheCitysPageFitsTheScreen(int width) {
        var zone = union.unit("云州高新区总工会");
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            for (var part : PARTS) {
                visitor.open("/organisation/units/" + zone.publicId() + part);
                assertThat(visitor.page.locator("h1")).hasText(zone.name());
                assertThat(visitor.page.locator(".nav-ug [aria-current]")).hasCount(1);
                look(visitor, "unit" + part.replace('/', '-') + "-" + width);
            }
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void twoChangeTheFactsOfOneUnion() {
        var east = union.district(union.city(), "东");
        var firm = union.enterprise(east, "登记");
        var cadre = union.account("federation-cadre", east);
        var chair = union.account("union-chair", firm);
        try (var desk = Chromium.visitor(address(), 1440);
                var phone = Chromium.visitor(address(), 390)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            phone.signIn(chair.login(), Union.PASSWORD);
            for (var visitor : List.of(desk, phone)) {
                visitor.open("/organisation/units/" + firm.publicId());
                visitor.page.locator(".page-h .btn-primary").click();
            }
            look(desk, "facts-form-1440");
            desk.page.locator("[name=unit-staff]").fill("120");
            desk.page.locator("[name=unit-account]").fill("6222 0000 1234 5678");
            save(desk);
            assertThat(desk.page.locator(".fact-groups")).containsText("120 人");
            assertThat(desk.page.locator(".fact-groups")).containsText("**** 5678");
            look(desk, "facts-1440");

            phone.page.locator("[name=unit-staff]").fill("100");
            phone.page.locator("[name=unit-members]").fill("90");
            save(phone);
            assertThat(phone.page.locator("#problems")).containsText("别人改了这个工会的登记信息");
            assertThat(phone.page.locator("[name=unit-staff]")).hasValue("100");
            look(phone, "facts-overtaken-390");
            phone.page.locator("[name=unit-women]").fill("101");
            save(phone);
            assertThat(phone.page.locator("#problems")).containsText("女职工人数不能比职工人数多");
            phone.page.locator("[name=unit-women]").fill("40");
            save(phone);
            assertThat(phone.page.locator(".fact-groups")).containsText("100 人");
            assertThat(phone.page.locator(".fact-groups")).containsText("**** 5678");
            look(phone, "facts-390");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void aLineOfAnIndustryIsMadeAndFilled(int width) {
        var east = union.district(union.city(), "东");
        var head = union.under(east, Category.INDUSTRIAL, "快递");
        var firm = union.enterprise(east, "速运");
        var cadre = union.account("federation-cadre", east);
        try (var visitor = Chromium.visitor(address(), width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            visitor.open("/organisation/lines");
            visitor.page.locator(".page-h .btn-primary").click();
            find(visitor, head.name());
            visitor.page.locator("[name=head]").first().check();
            visitor.page.locator("[name=name]").fill("快递行业" + head.id());
            save(visitor);
            assertThat(visitor.page.locator("h1")).hasText("快递行业" + head.id());

            visitor.page.locator(".page-h .btn-primary").click();
            find(visitor, firm.name());
            visitor.page.locator("[name=unit]").first().check();
            look(visitor, "line-put-" + width);
            save(visitor);
            assertThat(visitor.page.locator("tbody")).containsText(firm.name());
            look(visitor, "line-" + width);
            visitor.open("/organisation/units/" + firm.publicId() + "/lines");
            assertThat(visitor.page.locator("main")).containsText(head.name() + " › " + firm.name());
            look(visitor, "unit-line-" + width);

            if (width > 1024) lookInEnglish(visitor, firm);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void lookInEnglish(Visitor visitor, Union.Unit firm) {
        visitor.page.getByText("EN").first().click();
        assertThat(visitor.page.locator(".nav-ug")).containsText("Affiliation");
        look(visitor, "unit-line-en");
        visitor.open("/organisation/units/" + firm.publicId() + "/facts");
        look(visitor, "facts-form-en");
    }

    private static void find(Visitor visitor, String words) {
        visitor.page.locator("main .filters [name=q]").fill(words);
        visitor.page.locator("main .filters button").click();
    }

    private static void look(Visitor visitor, String name) {
        visitor.shoot(name);
        assertThat(visitor.overflow()).isZero();
    }

    private static void save(Visitor visitor) {
        visitor.page.locator(".actbar .btn-primary").click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

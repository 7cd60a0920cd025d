package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;
import org.uniongrid.Union.Unit;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.organisation.Category;

/** A6: a chain over three districts is built, its owner changes, and the end of the chain without a union is found. */
@ModuleTest
class A6_ChainStory {

    private final Union union;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Unit north;

    @LocalServerPort
    private int port;

    A6_ChainStory(Union union) {
        this.union = union;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        north = union.district(city, "北");
    }

    @Test
    void aChainOverThreeDistrictsIsBuiltAndItsEndWithoutAUnionIsFound() {
        var keeper = union.under(city, Category.CHAIN, "新能源汽车");
        var first = union.coveredBy(union.under(east, Category.JOINT, "东园"), "东方整车");
        var second = union.coveredBy(union.under(west, Category.JOINT, "西园"), "西岭整车");
        var supplier = union.employerIn(north, "北川电池");
        var end = union.employerIn(west, "西岭小修");
        var cadre = union.account("federation-cadre", city);
        try (var desk = Chromium.visitor(address(), 1440)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.page.locator("a[href='/organisation/chains']").first().click();
            assertThat(desk.page.locator("h1")).hasText("产业链");
            desk.shoot("chains-empty-1440");
            var chain = made(desk, keeper, "新能源汽车产业链");
            lead(desk, chain, first, "");
            add(desk, chain, supplier, "UPSTREAM");
            add(desk, chain, second, "DOWNSTREAM");
            add(desk, chain, end, "DOWNSTREAM");
            desk.page.navigate(chain);
            assertThat(desk.page.locator(".chain-owner")).containsText(first.name());
            assertThat(desk.page.locator(".chain-upstream")).containsText("北区");
            desk.shoot("chain-1440");

            lead(desk, chain, second, "UPSTREAM");
            assertThat(desk.page.locator(".chain-owner")).containsText(second.name());
            assertThat(desk.page.locator(".chain-upstream")).containsText(first.name());
            desk.page.locator(".stat-cards a[href$='standing=NONE']").click();
            assertThat(desk.page.locator("#list tbody tr")).hasCount(2);
            assertThat(desk.page.locator("#list")).containsText(end.name());
            desk.shoot("chain-members-1440");

            var other = made(desk, city, "城市维修产业链");
            add(desk, other, end, "SERVICE");
            assertThat(desk.page.locator(".chain-service")).containsText(end.name());
            desk.page.navigate(chain);
            assertThat(desk.page.locator(".chain-downstream")).containsText(end.name());
            assertThat(desk.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();
            onAPhone(chain, supplier, end);
        }
    }

    /** A cadre of one district sees the chain, its owner and their own employers. */
    private void onAPhone(String chain, Employer own, Employer others) {
        var cadre = union.account("federation-cadre", north);
        for (var width : new int[] {390, 360})
            try (var phone = Chromium.visitor(address(), width)) {
                phone.signIn(cadre.login(), Union.PASSWORD);
                phone.open("/organisation/chains");
                assertThat(phone.page.locator("#list")).containsText("新能源汽车产业链");
                assertThat(phone.page.locator("#list")).not().containsText("城市维修产业链");
                assertThat(phone.overflow()).isZero();
                phone.shoot("chains-" + width);
                phone.page.navigate(chain);
                assertThat(phone.page.locator("main")).containsText(own.name());
                assertThat(phone.page.locator("main")).not().containsText(others.name());
                assertThat(phone.overflow()).isZero();
                phone.shoot("chain-" + width);
                phone.page.navigate(chain + "/members");
                assertThat(phone.page.locator("#list tbody tr")).hasCount(1);
                assertThat(phone.overflow()).isZero();
                phone.shoot("chain-members-" + width);
                assertThat(phone.complaints()).isEmpty();
            }
    }

    private static String made(Visitor desk, Unit keeper, String name) {
        desk.page.locator("a[href='/organisation/chains']").first().click();
        desk.page.locator("a[href='/organisation/chains/new']").click();
        desk.page.locator("form.form-card [name=name]").fill(name);
        desk.page.locator("form.filters [name=q]").fill(keeper.name());
        desk.page.locator("form.filters button").click();
        assertThat(desk.page.locator("#f-keeper [name=q]")).hasValue(keeper.name());
        assertThat(desk.page.locator("form.form-card [name=name]")).hasValue(name);
        desk.page.locator("[name=keeper][value='" + keeper.publicId() + "']").check();
        desk.page.locator("[name=kind]").selectOption("INDUSTRY");
        desk.shoot("chain-form-1440");
        save(desk);
        assertThat(desk.page.locator("h1")).hasText(name);
        return desk.page.url();
    }

    private static void add(Visitor desk, String chain, Employer employer, String position) {
        desk.page.navigate(chain + "/members/new");
        choose(desk, employer);
        desk.page.locator("[name=position]").selectOption(position);
        since(desk, 10);
        desk.shoot("chain-add-1440");
        save(desk);
        assertThat(desk.page.locator("main")).containsText(employer.name());
    }

    private static void lead(Visitor desk, String chain, Employer employer, String afterwards) {
        desk.page.navigate(chain + "/owner");
        choose(desk, employer);
        since(desk, afterwards.isEmpty() ? 30 : 1);
        if (!afterwards.isEmpty()) desk.page.locator("[name=afterwards]").selectOption(afterwards);
        desk.shoot("chain-owner-1440");
        save(desk);
        assertThat(desk.page.locator(".chain-owner")).containsText(employer.name());
    }

    private static void choose(Visitor desk, Employer employer) {
        desk.page.locator("#f-q").fill(employer.creditCode());
        desk.page.locator("form.filters .btn").click();
        desk.page
                .locator("[name=employer][value='" + employer.publicId() + "']")
                .check();
    }

    private static void since(Visitor desk, int daysAgo) {
        var field = desk.page.locator("[name=since]");
        field.fill(LocalDate.parse(field.inputValue()).minusDays(daysAgo).toString());
    }

    private static void save(Visitor desk) {
        desk.page.locator(".actbar .btn-primary").click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.Numbers;

/** A2: a role is changed under an open session; somebody is appointed and works in both posts. */
@ModuleTest
class A2_PostsStory {

    private final Union union;

    @LocalServerPort
    private int port;

    A2_PostsStory(Union union) {
        this.union = union;
    }

    @Test
    void aRoleChangesWhileSomebodyIsAtWork() {
        var admin = union.account("security-admin", null);
        try (var desk = Chromium.visitor(address(), 1440);
                var phone = Chromium.visitor(address(), 390)) {
            desk.signIn(admin);
            desk.open("/organisation/roles/new");
            desk.page.locator("[name=name]").fill("名册查看员");
            desk.page
                    .locator("[name=permissions][value='organisation.unit.read']")
                    .check();
            desk.page
                    .locator("[name=permissions][value='organisation.employer.read']")
                    .check();
            save(desk);
            assertThat(desk.page.locator("h1")).hasText("名册查看员");
            var role = desk.page.url();
            var key = union.roleNamed("名册查看员");

            var city = union.city();
            var worker = union.account(key, city);
            phone.signIn(worker.login(), Union.PASSWORD);
            phone.open("/organisation/employers");
            assertThat(phone.page.locator("h1")).hasText("组织与企业");

            desk.page.navigate(role + "/edit");
            desk.page
                    .locator("[name=permissions][value='organisation.employer.read']")
                    .uncheck();
            desk.shoot("role-form-1440");
            save(desk);
            assertThat(desk.page.locator(".plain-list").first()).not().containsText("查看企业");

            phone.page.reload();
            assertThat(phone.page.locator("h1")).containsText("没有打开这个页面的权限");
            phone.open("/organisation/units");
            assertThat(phone.page.locator("h1")).hasText("工会名册");
            assertThat(desk.overflow()).isZero();
        }
    }

    @Test
    void aChairIsAppointedToASecondPostAndSwitches() {
        var city = union.city();
        var east = union.district(city, "东");
        var chair = union.account("union-chair", union.enterprise(east, "故事"));
        var cadre = union.account("federation-cadre", east);
        try (var desk = Chromium.visitor(address(), 1440);
                var phone = Chromium.visitor(address(), 390)) {
            phone.signIn(chair.login(), Union.PASSWORD);
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/organisation/units/" + east.publicId() + "/posts/new");
            desk.page.locator("[name=title]").fill("兼职副主席");
            desk.page.locator("select[name=role]").selectOption(new String[] {union.roleId("federation-cadre")});
            save(desk);
            desk.page.locator(".filters [name=q]").fill(chair.actor().name());
            desk.page.locator(".filters button").click();
            desk.page
                    .locator(
                            "label",
                            new Page.LocatorOptions().setHasText(chair.actor().name()))
                    .locator("input")
                    .check();
            desk.shoot("appoint-1440");
            save(desk);
            assertThat(desk.page.locator("tbody")).containsText(chair.actor().name());
            assertThat(desk.complaints()).isEmpty();

            phone.open("/organisation/employers");
            phone.page.locator(".who-menu summary").click();
            phone.shoot("post-switch-390");
            assertThat(phone.overflow()).isZero();
            phone.page
                    .locator(".menu-posts button", new Page.LocatorOptions().setHasText("兼职副主席"))
                    .click();
            assertThat(phone.page.locator("h2").first()).hasText(east.name());
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void aCadreEntersHowAChairIsReached() {
        var city = union.city();
        var chair = union.holder("union-chair", union.enterprise(city, "联系"));
        var cadre = union.account("federation-cadre", city);
        var number = Numbers.phone();
        try (var desk = Chromium.visitor(address(), 1440);
                var phone = Chromium.visitor(address(), 390)) {
            desk.signIn(cadre);
            desk.open("/organisation/people?q=" + chair.name());
            desk.page.locator("tbody a").first().click();
            desk.shoot("person-none-1440");
            desk.page.locator("a[href$='/contact']").click();
            desk.page.locator("[name=phone]").fill(number);
            desk.page.locator("[name=email]").fill("chair@example.org");
            save(desk);
            assertThat(desk.page.locator("main")).containsText(Masks.number(number));
            desk.shoot("person-contact-1440");
            desk.page.locator("a[href$='/contact']").click();
            desk.shoot("contact-1440");
            assertThat(desk.overflow()).isZero();
            assertThat(desk.complaints()).isEmpty();

            phone.signIn(cadre);
            phone.page.navigate(desk.page.url());
            phone.page.locator("[name='id-number']").fill("11010519491231002");
            save(phone);
            assertThat(phone.page.locator("#problems")).containsText("身份证号不对");
            assertThat(phone.overflow()).isZero();
            phone.shoot("contact-390");
            phone.page.navigate(desk.page.url().replace("/contact", ""));
            phone.shoot("person-contact-390");
            assertThat(phone.overflow()).isZero();
        }
    }

    private static void save(Visitor visitor) {
        visitor.page.locator(".actbar .btn-primary").click();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

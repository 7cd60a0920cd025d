package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;

/** Another system gets a token for a district, reads all its unions and none of another, and loses the token again. */
@ModuleTest
class A1_ApiStory {

    private static final String UNITS = "/api/v1/units?limit=2";

    private final Union union;
    private final int port;
    private final String address;

    A1_ApiStory(Union union, @LocalServerPort int port) {
        this.union = union;
        this.port = port;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aSystemReadsItsDistrictUntilItsTokenIsRevoked() {
        var city = union.city();
        var district = union.district(city, "数东");
        var streets =
                Stream.generate(() -> union.street(district, "数南")).limit(4).toList();
        var firm = union.enterprise(streets.getFirst(), "数厂");
        var other = union.street(union.district(city, "数西"), "数北");
        try (var keeper = Chromium.visitor(address, 1440)) {
            keeper.signIn(union.account("security-admin", null));
            var program = new Program(port, issue(keeper, district.name()));

            var names = program.all(UNITS).stream()
                    .map(row -> row.path("name").asString())
                    .toList();
            assertThat(names).hasSize(6).doesNotHaveDuplicates().contains(district.name(), firm.name());
            assertThat(names).doesNotContain(other.name(), city.name());
            assertThat(program.get("/api/v1/units/" + other.publicId()).statusCode())
                    .isEqualTo(404);

            keeper.open("/access/tokens");
            keeper.shoot("tokens-1440");
            keeper.page.locator("tbody tr").first().locator("a.b").click();
            assertThat(keeper.page.locator("main")).containsText("次请求");
            keeper.shoot("token-1440");
            keeper.page.locator("a[href$='/revoke']").click();
            keeper.page.locator("[name=reason]").fill("试点结束");
            keeper.shoot("token-revoke-1440");
            keeper.page.locator("main form button").click();
            assertThat(keeper.page.locator("main")).containsText("已吊销");

            var refused = program.get(UNITS);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(Program.problem(refused)).isEqualTo("token-revoked");
            // the page that was refused is told with 422, which Chromium puts on its console
            assertThat(keeper.complaints()).allMatch(text -> text.contains("422"));
        }
    }

    private static String issue(Chromium.Visitor keeper, String unit) {
        keeper.open("/access/tokens/new");
        keeper.shoot("token-choose-1440");
        keeper.page.locator("[name=q]").last().fill(unit);
        keeper.page.locator("main form.filters button").click();
        keeper.page.locator("tbody a.b").first().click();
        keeper.page.locator("[name=name]").fill("区数据中台" + unit.hashCode());
        keeper.page.locator("[name=contact]").fill("王工 8012");
        keeper.page.locator("[name=purpose]").fill("区级看板");
        keeper.page.locator("main form.form-card .btn-primary").click();
        assertThat(keeper.page.locator("#problems")).containsText("权限范围");
        keeper.shoot("token-form-422-1440");
        keeper.page.locator("[value='organisation.unit.read']").check();
        keeper.page.locator("main form.form-card .btn-primary").click();
        assertThat(keeper.page.locator("#token")).containsText("ug_");
        keeper.shoot("token-once-1440");
        return keeper.page.locator("#token").textContent();
    }

    @Test
    void everythingIsReadableOnAPhoneInBothLanguages() {
        try (var phone = Chromium.visitor(address, 360)) {
            phone.signIn(union.account("security-admin", null));
            var city = union.city();
            issue(phone, city.name());
            for (var page :
                    Stream.of("/access/tokens", "/access/tokens/new", "/api").toList()) {
                phone.open(page);
                assertThat(phone.overflow()).as(page).isZero();
                phone.shoot("phone" + page.replace('/', '-') + "-360");
            }
            phone.open("/access/tokens");
            phone.page.locator("tbody a.b").first().click();
            assertThat(phone.overflow()).isZero();
            phone.shoot("token-360");
            for (var next : Stream.of("rotate", "revoke").toList()) {
                phone.page.locator("a[href$='/" + next + "']").click();
                assertThat(phone.overflow()).as(next).isZero();
                phone.shoot("token-" + next + "-360");
                phone.page.goBack();
            }
        }
    }
}

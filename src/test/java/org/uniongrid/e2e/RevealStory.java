package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Masks;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** A cadre who has to call a chair sees the number for a purpose, and so many times a day only. */
@ModuleTest
class RevealStory {

    private final Union union;
    private final Identities identities;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit unit;
    private final String phone = Numbers.phone();

    @LocalServerPort
    private int port;

    RevealStory(Union union, Identities identities, JdbcClient db) {
        this.union = union;
        this.identities = identities;
        this.db = db;
        city = union.city();
        unit = union.under(city, Category.JOINT, "查号");
        identities.keep(union.holder("union-chair", unit).personId(), IdentityField.PHONE, phone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 360})
    void aCadreSeesAPhoneForAPurposeUntilTheDaysLooksAreUsedUp(int width) {
        var cadre = union.account("federation-cadre", city);
        var used = db.sql("insert into people.reveal_count values (?, current_date, 29)");
        used.param(cadre.actor().personId()).update();
        try (var visitor = Chromium.visitor("http://localhost:" + port, width)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            openForm(visitor);
            assertThat(visitor.page.locator("main")).containsText(Masks.number(phone));
            fillIn(visitor);
            assertThat(visitor.page.locator("#revealed")).hasText(phone);
            visitor.shoot("reveal-shown-" + width);
            assertThat(visitor.page.url()).doesNotContain(phone);
            assertThat(visitor.overflow()).isZero();
            visitor.page.locator("main a.btn-primary").click();
            assertThat(visitor.page)
                    .hasURL("http://localhost:" + port + "/organisation/units/" + unit.publicId() + "/people");
            assertThat(visitor.page.locator("main")).not().containsText(phone);

            openForm(visitor);
            fillIn(visitor);
            assertThat(visitor.page.locator("#problems")).containsText("今天的 30 次查看已经用完");
            assertThat(visitor.page.locator("[name=words]")).hasValue("通知换届大会时间");
            assertThat(visitor.page.locator("main")).not().containsText(phone);
            visitor.shoot("reveal-refused-" + width);
        }
    }

    @Test
    void itWorksWithoutScript() {
        var cadre = union.account("federation-cadre", city);
        try (var visitor = Chromium.visitorWithoutScript("http://localhost:" + port, 390)) {
            visitor.signIn(cadre.login(), Union.PASSWORD);
            openForm(visitor);
            fillIn(visitor);
            assertThat(visitor.page.locator("#revealed")).hasText(phone);
        }
    }

    @Test
    void theSecurityAdministratorChangesTheKey() {
        var admin = union.account("security-admin", null);
        try (var visitor = Chromium.visitor("http://localhost:" + port, 1440)) {
            visitor.signIn(admin);
            visitor.open("/people/keys");
            visitor.shoot("keys-1440");
            visitor.page.locator("a.btn-primary").click();
            visitor.page.locator("main button.btn-primary").click();
            assertThat(visitor.page.locator("#problems")).containsText("重新备份密钥文件");
            visitor.page.locator("[name=understood]").check();
            visitor.shoot("keys-rotate-1440");
            visitor.page.locator("main button.btn-primary").click();
            // in a house where other tests have kept many numbers before
            assertThat(visitor.page.locator("#keys"))
                    .containsText("上次更换密钥", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            visitor.shoot("keys-done-1440");
            assertThat(visitor.overflow()).isZero();
        }
        assertThat(identities.plain(person(), IdentityField.PHONE)).contains(phone);
    }

    private long person() {
        return identities.holders(IdentityField.PHONE, phone).getFirst();
    }

    private void openForm(Chromium.Visitor visitor) {
        visitor.open("/organisation/units/" + unit.publicId() + "/people");
        assertThat(visitor.page.locator(".masked")).containsText(Masks.number(phone));
        visitor.page.locator(".masked a").click();
        visitor.page.waitForURL(url -> url.contains("/phone/reveal"));
    }

    private static void fillIn(Chromium.Visitor visitor) {
        visitor.page.locator("[name=purpose]").selectOption("contact");
        visitor.page.locator("[name=words]").fill("通知换届大会时间");
        visitor.page.locator("main button.btn-primary").click();
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Account;
import org.uniongrid.Visitor;

/** A5: an unlock is found on the audit trail, the person concerned sees it too, and tampering is told. */
@ModuleTest
class A5_AuditStory {

    private final Union union;
    private final JdbcClient owner;

    @LocalServerPort
    private int port;

    A5_AuditStory(Union union, Environment environment) {
        this.union = union;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                Objects.requireNonNull(environment.getProperty("spring.flyway.url")),
                Objects.requireNonNull(environment.getProperty("spring.flyway.user")),
                Objects.requireNonNull(environment.getProperty("spring.flyway.password"))));
    }

    @Test
    void theAuditAdministratorFindsAnUnlockAndTampering() {
        var cadre = union.account("federation-cadre", union.unit("云州市总工会"));
        for (int i = 0; i < 5; i++) new Visitor(port).signIn(cadre.login(), "wrong");
        unlock(cadre);
        var auditor = union.account("audit-admin", null);
        try (var desk = Chromium.visitor(address(), 1440)) {
            desk.signIn(auditor);
            desk.open("/access/trail");
            desk.page.locator("[name=q]").fill(cadre.login());
            desk.page.locator("[name=q]").press("Enter");
            var rows = desk.page.locator("#list tbody tr");
            assertThat(rows).hasCount(1);
            assertThat(rows.first()).containsText("解锁账号");
            desk.shoot("trail-1440");
            rows.first().locator("a").first().click();
            assertThat(desk.page.locator("main table")).containsText("锁定至");
            assertThat(desk.page.locator("main")).containsText("127.0.0.1");
            desk.shoot("trail-entry-1440");

            check(desk, "均与写入时一致");
            rename(cadre.login(), "somebody-else");
            try {
                check(desk, "被改动");
                desk.shoot("trail-found-1440");
            } finally {
                rename("somebody-else", cadre.login());
            }
            check(desk, "均与写入时一致");
            assertThat(desk.complaints()).isEmpty();
        }
        seesWhoLooked(cadre);
        onAPhone(union.account("audit-admin", null));
    }

    private void unlock(Account account) {
        var guard = union.account("security-admin", null);
        var id = owner.sql("select public_id::text from access.account where login = ?")
                .param(account.login())
                .query(String.class)
                .single();
        Visitor.as(guard, port).post("/access/accounts/" + id + "/unlock", Map.of());
    }

    /** Waits for what was written till now to be sealed: what waits for its seal can still be changed unseen. */
    private void check(Chromium.Visitor desk, String words) {
        var last = owner.sql("select coalesce(max(id), 0) from access.audit_check")
                .query(Long.class)
                .single();
        desk.open("/access/trail");
        desk.page.waitForCondition(
                () -> owner.sql("select not exists (select from access.audit_pending p join access.audit_entry e"
                                + " on e.id = p.entry_id where e.action = 'access.account.unlock')")
                        .query(Boolean.class)
                        .single(),
                new Page.WaitForConditionOptions().setTimeout(30_000));
        desk.page.locator("form[action='/access/trail/checks'] button").click();
        desk.page.waitForCondition(() -> owner.sql("select coalesce(max(id), 0) > ? from access.audit_check")
                .param(last)
                .query(Boolean.class)
                .single());
        assertThat(desk.page.locator("#check")).containsText(words);
    }

    private void rename(String from, String to) {
        assertThat(owner.sql(
                                "update access.audit_entry set label = ? where label = ? and action = 'access.account.unlock'")
                        .params(to, from)
                        .update())
                .isOne();
    }

    private void seesWhoLooked(Account account) {
        try (var phone = Chromium.visitor(address(), 390)) {
            phone.signIn(account.login(), Union.PASSWORD);
            phone.open("/account/looks");
            assertThat(phone.page.locator("main tbody tr")).hasCount(1);
            assertThat(phone.page.locator("main tbody tr")).containsText("解锁账号");
            phone.shoot("looks-390");
            assertThat(phone.overflow()).isZero();
        }
    }

    private void onAPhone(Account auditor) {
        try (var phone = Chromium.visitor(address(), 390)) {
            phone.signIn(auditor);
            phone.open("/access/trail");
            assertThat(phone.page.locator("#list tbody tr").first()).isVisible();
            phone.shoot("trail-390");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("#list tbody tr a").first().click();
            phone.shoot("trail-entry-390");
            assertThat(phone.overflow()).isZero();
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

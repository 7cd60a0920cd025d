package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;

/** Signing in and out as a browser does it, and what is kept of it. */
@ModuleTest
class SignInTests {

    private final Union union;
    private final JdbcClient db;
    private final int port;

    SignInTests(Union union, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.port = port;
    }

    @Test
    void leadsToTheFirstPageOfThePost() {
        var account = union.account("security-admin", null);
        var visitor = Visitor.as(account, port);
        assertThat(Visitor.leadsTo(visitor.get("/"))).isEqualTo("/organisation/people");
        assertThat(visitor.get("/access/accounts").body()).contains(account.login());
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var account = union.account("audit-admin", null);
        var visitor = new Visitor(port);
        assertThat(visitor.get("/access/sign-ins?outcome=LOCKED").statusCode()).isEqualTo(302);
        assertThat(visitor.signIn(account).headers().firstValue("Location").orElse(""))
                .contains("/access/sign-ins?outcome=LOCKED");
    }

    @Test
    void overlooksLetterCaseAndSpacesAroundTheLogin() {
        var account = union.account("audit-admin", null);
        var typed = " " + account.login().toUpperCase(java.util.Locale.ROOT) + " ";
        assertThat(new Visitor(port).signIn(typed, Union.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongPasswordGivesTheLoginBackAndNotThePassword() {
        var account = union.account("audit-admin", null);
        var answer = new Visitor(port).signIn(account.login(), "mistyped <secret>");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains(account.login()).doesNotContain("mistyped");
    }

    @Test
    void nobodyCanTellWhichAccountsThereAre() {
        var account = union.account("audit-admin", null);
        var known = new Visitor(port).signIn(account.login(), "wrong");
        var unknown = new Visitor(port).signIn("nobody-at-all", "wrong");
        assertThat(normal(known.body(), account.login())).isEqualTo(normal(unknown.body(), "nobody-at-all"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
    }

    @Test
    void fiveWrongPasswordsShutTheAccountUntilItIsUnlocked() {
        var account = union.account("audit-admin", null);
        var visitor = new Visitor(port);
        for (int i = 0; i < 5; i++)
            assertThat(visitor.signIn(account.login(), "wrong").body()).contains("账号或密码不对");
        assertThat(visitor.signIn(account.login(), Union.PASSWORD).body()).contains("15 分钟");
        assertThat(outcomes(account.login()))
                .containsExactly(
                        "WRONG_PASSWORD",
                        "WRONG_PASSWORD",
                        "WRONG_PASSWORD",
                        "WRONG_PASSWORD",
                        "WRONG_PASSWORD",
                        "LOCKED");
        var guard = Visitor.as(union.account("security-admin", null), port);
        assertThat(guard.post("/access/accounts/" + publicId(account.login()) + "/unlock", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.signIn(account.login(), Union.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void fiveTriesShutALoginThatDoesNotExistAllTheSame() {
        var visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) visitor.signIn("ghost-of-a-login", "wrong");
        assertThat(visitor.signIn("ghost-of-a-login", "wrong").body()).contains("15 分钟");
    }

    @Test
    void onlyTheSecurityAdministratorUnlocks() {
        var account = union.account("audit-admin", null);
        var auditor = Visitor.as(account, port);
        assertThat(auditor.post("/access/accounts/" + publicId(account.login()) + "/unlock", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatWasTypedForALoginThatDoesNotExistIsKeptNowhere() {
        new Visitor(port).signIn("my-secret-password-typed-here", "x");
        for (var table : List.of(
                "access.sign_in", "access.lock_out", "access.spring_session", "access.spring_session_attributes"))
            assertThat(db.sql("select count(*) from " + table
                                    + " t where t::text like '%secret-password-typed%' or t::text like :hex")
                            .param(
                                    "hex",
                                    "%"
                                            + java.util.HexFormat.of()
                                                    .formatHex("secret-password-typed".getBytes(StandardCharsets.UTF_8))
                                            + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'; drop table access.account; --", "😀", "\u0000", "a\u0000b", "甲乙丙"})
    void anyTextAsLoginIsJustWrong(String typed) {
        assertThat(new Visitor(port).signIn(typed, "x").statusCode()).isBetween(400, 401);
    }

    @Test
    void aVeryLongPasswordIsJustWrong() {
        assertThat(new Visitor(port).signIn("sysadmin", "x".repeat(1_000_000)).statusCode())
                .isBetween(400, 499);
    }

    @Test
    void aSessionHoldsIdsAndWhereItIsUsedAndNothingElse() {
        var account = union.account("audit-admin", null);
        Visitor.as(account, port);
        var held = db.sql("""
                        select s.principal_name, a.attribute_name || ' ' || encode(a.attribute_bytes, 'escape') as attribute
                        from access.spring_session s
                        join access.spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.primary_id in (
                            select session_primary_id from access.spring_session_attributes
                            where position(:id::bytea in attribute_bytes) > 0)
                        """)
                .param("id", publicId(account.login()).toString().getBytes(StandardCharsets.US_ASCII))
                .query()
                .listOfRows();
        // by this name all sessions of an account are found when its password changes
        assertThat(held)
                .allSatisfy(row -> assertThat(row.get("principal_name"))
                        .isEqualTo(publicId(account.login()).toString()))
                .extracting(row -> String.valueOf(row.get("attribute")).replaceFirst("(?s) .*", ""))
                .containsExactlyInAnyOrder(
                        AccountInSession.ACCOUNT,
                        AccountInSession.OPENED,
                        AccountInSession.DEVICE,
                        AccountInSession.ADDRESS);
        assertThat(held).noneMatch(row -> String.valueOf(row.get("attribute")).contains(account.login()));
    }

    @Test
    void signingOutEndsTheSession() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        var session = visitor.cookies().get("ug_session");
        assertThat(Visitor.leadsTo(visitor.post("/sign-out", Map.of()))).isEqualTo("/sign-in");
        assertThat(session).isNotNull();
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(302);
    }

    private static String normal(String page, String login) {
        return page.replace(login, "")
                .replaceAll("(nonce|value)=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{12,}", "");
    }

    private UUID publicId(String login) {
        return db.sql("select public_id from access.account where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private List<String> outcomes(String login) {
        return db.sql("""
                        select outcome from access.sign_in s join access.account a on a.id = s.account_id
                        where a.login = ? order by s.id
                        """).param(login).query(String.class).list();
    }
}

package org.uniongrid.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.FirstStart;

@ModuleTest
class SignInAttackTests {

    private static final String ANOTHER = "quite Another secret";

    private final Union union;
    private final FirstStart accounts;
    private final JdbcClient db;
    private final int port;

    SignInAttackTests(Union union, FirstStart accounts, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.accounts = accounts;
        this.db = db;
        this.port = port;
    }

    @Test
    void countsAWrongPasswordOnce() {
        var login = login();
        assertThat(new Browser(port).signIn(login, "wrong").statusCode()).isEqualTo(401);
        assertThat(outcomes(login)).containsExactly("WRONG_PASSWORD");
    }

    @Test
    void looksAtNoMoreThanFivePasswordsHoweverManyComeAtOnce() throws Exception {
        var login = login();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = IntStream.range(0, 30)
                    .<Future<?>>mapToObj(guess -> threads.submit(() -> {
                        var browser = new Browser(port);
                        browser.token("/sign-in");
                        start.await();
                        return browser.signIn(login, "guess " + guess);
                    }))
                    .toList();
            start.countDown();
            for (var guess : guesses) guess.get();
        }
        assertThat(outcomes(login))
                .hasSize(30)
                .filteredOn("WRONG_PASSWORD"::equals)
                .hasSize(5);
    }

    @Test
    void takesTheRightPasswordAtTheFifthTry() {
        var login = login();
        for (int i = 0; i < 4; i++) new Browser(port).signIn(login, "wrong");
        assertThat(new Browser(port).signIn(login, Union.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void neverHashesWhatIsTooLongForAPassword() {
        var login = login();
        for (int i = 0; i < 6; i++)
            assertThat(new Browser(port).signIn(login, "x".repeat(129)).statusCode())
                    .isEqualTo(401);
        assertThat(outcomes(login)).isEmpty();
    }

    @Test
    void endsTheOtherSessionsWhenThePasswordChanges() {
        var login = login();
        var mine = Browser.signedIn(port, login);
        var stolen = Browser.signedIn(port, login);
        var stranger = Browser.signedIn(port, login());
        assertThat(stolen.get("/account/password").statusCode()).isEqualTo(200);
        assertThat(change(mine, Union.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(mine.get("/account/password").statusCode()).isEqualTo(200);
        assertThat(stolen.get("/account/password").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/account/password").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAllSessionsWhenThePasswordIsReset() {
        var login = login();
        var stolen = Browser.signedIn(port, login);
        accounts.resetPassword(login);
        assertThat(stolen.get("/account/password").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void whoeverHasTheMachineResetsNoPasswordInSecret() {
        var account = union.account("audit-admin", null);
        accounts.resetPassword(account.login());
        assertThat(db.sql("""
                        select actor_name || ' ' || action || ' ' || label from access.audit_entry
                        where person_id = ? and actor_id is null
                        """)
                        .param(account.actor().personId())
                        .query(String.class)
                        .list())
                .containsExactly("console access.account.reset-password " + account.login());
        assertThat(db.sql("select kind from notice.notice where person_id = ?")
                        .param(account.actor().personId())
                        .query(String.class)
                        .list())
                .containsExactly("access.password-changed");
    }

    @Test
    void lockOutHoldsForTheCurrentPasswordTooWhereItIsChanged() {
        var stolen = Browser.signedIn(port, login());
        for (int i = 0; i < 5; i++)
            assertThat(change(stolen, "guess " + i).statusCode()).isEqualTo(422);
        assertThat(change(stolen, Union.PASSWORD).statusCode()).isEqualTo(422);
    }

    private static HttpResponse<String> change(Browser browser, String now) {
        return browser.post(
                "/account/password", "/account/password", Map.of("now", now, "next", ANOTHER, "again", ANOTHER));
    }

    private String login() {
        return union.account("federation-cadre", union.city()).login();
    }

    private List<String> outcomes(String login) {
        return db.sql("""
                        select outcome from access.sign_in s join access.account a on a.id = s.account_id
                        where a.login = ? order by s.id
                        """).param(login).query(String.class).list();
    }
}

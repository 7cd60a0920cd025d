package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;

/** What an open session still may do once things have changed, and how its pages are guarded. */
@ModuleTest
class SessionTests {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private final Union union;
    private final JdbcClient db;
    private final int port;

    SessionTests(Union union, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.port = port;
    }

    @Test
    void aDisabledAccountLosesItsOpenSessionsAtOnce() {
        var account = union.account("audit-admin", null);
        var visitors = List.of(Visitor.as(account, port), Visitor.as(account, port));
        db.sql("update access.account set disabled_at = now(), disabled_for = 'BY_HAND' where login = ?")
                .param(account.login())
                .update();
        for (var visitor : visitors)
            assertThat(isSentToSignIn(visitor.get("/access/sign-ins"))).isTrue();
        var answer = new Visitor(port).signIn(account.login(), Union.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("停用");
    }

    @Test
    void aTenureThatEndsTakesItsReachAtOnce() {
        var city = union.city();
        var account = union.account("federation-cadre", city);
        var visitor = Visitor.as(account, port);
        assertThat(visitor.get("/organisation/units").statusCode()).isEqualTo(200);
        db.sql("update organisation.tenure set during = daterange(current_date - 9, current_date) where person_id = ?")
                .param(account.actor().personId())
                .update();
        assertThat(visitor.get("/organisation/units").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").body()).contains(account.actor().name());
    }

    @Test
    void aSessionEndsTwelveHoursAfterItBeganHoweverBusy() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(200);
        age(visitor, 11);
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(200);
        age(visitor, 2);
        assertThat(isSentToSignIn(visitor.get("/access/sign-ins"))).isTrue();
    }

    @Test
    void aSessionThatIsNotUsedForHalfAnHourEnds() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        db.sql(
                        "update access.spring_session set last_access_time = last_access_time - 1900000, expiry_time = expiry_time - 1900000 where session_id = ?")
                .param(session(visitor))
                .update();
        assertThat(isSentToSignIn(visitor.get("/access/sign-ins"))).isTrue();
    }

    @Test
    void aNewcomerMayOnlyChangeThePassword() {
        var newcomer = Visitor.as(union.newcomer("system-admin", null), port);
        for (var path : List.of("/", "/organisation/units", "/exchange/imports", "/no/such/page"))
            assertThat(Visitor.leadsTo(newcomer.get(path))).as(path).isEqualTo("/account/password");
        assertThat(Visitor.leadsTo(newcomer.post("/exchange/imports", Map.of("kind", "unions"))))
                .isEqualTo("/account/password");
        assertThat(newcomer.get("/account/password").statusCode()).isEqualTo(200);
        assertThat(Visitor.leadsTo(newcomer.post(
                        "/account/password",
                        Map.of(
                                "now",
                                Union.PASSWORD,
                                "next",
                                "another long Secret 7",
                                "again",
                                "another long Secret 7"))))
                .isEqualTo("/");
        assertThat(newcomer.get("/organisation/units").statusCode()).isEqualTo(200);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPage() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        var answer = visitor.send("POST", "/sign-out", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html", "403").doesNotContain("Exception");
        assertThat(visitor.get("/access/sign-ins").statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        var visitor = new Visitor(port);
        var account = union.account("audit-admin", null);
        var set = Stream.of(visitor.get("/sign-in"), visitor.signIn(account))
                .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .toList();
        assertThat(set).anyMatch(cookie -> cookie.startsWith("ug_session="));
        assertThat(set).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void everyPageHasAPolicyWithANonceOfItsOwn() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        var nonces = Stream.of("/sign-in", "/access/sign-ins", "/access/sign-ins", "/no/such/page")
                .map(visitor::get)
                .map(answer -> NONCE.matcher(
                        answer.headers().firstValue("Content-Security-Policy").orElse("")))
                .map(found -> found.find() ? found.group(1) : "none")
                .toList();
        assertThat(nonces).doesNotHaveDuplicates().doesNotContain("none");
    }

    @Test
    void pagesAreNotStoredAndAssetsAreKept() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        var page = visitor.get("/access/sign-ins");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var asset = Pattern.compile("/assets/app-[0-9a-f]+\\.css").matcher(page.body());
        assertThat(asset.find()).isTrue();
        var kept = new Visitor(port).get(asset.group());
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
        assertThat(kept.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin"})
    void browsersAreToldToBeCareful(String header) {
        var parts = header.split(": ");
        assertThat(new Visitor(port).get("/sign-in").headers().firstValue(parts[0]))
                .hasValue(parts[1]);
    }

    private void age(Visitor visitor, int hours) {
        assertThat(db.sql("update access.spring_session set creation_time = creation_time - :ms where session_id = :id")
                        .param("ms", hours * 3_600_000L)
                        .param("id", session(visitor))
                        .update())
                .isEqualTo(1);
    }

    private static String session(Visitor visitor) {
        return new String(
                java.util.Base64.getDecoder().decode(visitor.cookies().getOrDefault("ug_session", "")),
                java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static boolean isSentToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302 && Visitor.leadsTo(answer).equals("/sign-in");
    }
}

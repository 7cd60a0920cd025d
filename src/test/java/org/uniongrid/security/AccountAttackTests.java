package org.uniongrid.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.TestData;
import org.uniongrid.Union;
import org.uniongrid.Visitor;

/** Attacks on the second step, on sessions and on invitations. */
@ModuleTest
class AccountAttackTests {

    private static final String CHOSEN = "harbour-Lantern-42";

    private final Union union;
    private final JdbcClient db;
    private final int port;

    AccountAttackTests(Union union, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.port = port;
    }

    @Test
    void oneCodeOpensOneSessionHoweverManySendItAtOnce() throws Exception {
        var account = union.account("audit-admin", null);
        var visitors = IntStream.range(0, 4).mapToObj(i -> half(account)).toList();
        var code = account.code();
        var opened = atOnce(visitors.stream()
                .<Callable<String>>map(one -> () -> Visitor.leadsTo(one.post("/sign-in/code", Map.of("code", code))))
                .toList());
        assertThat(opened).filteredOn("/"::equals).hasSize(1);
    }

    @Test
    void noMoreThanFiveCodesAreLookedAtHoweverManyComeAtOnce() throws Exception {
        var account = union.account("audit-admin", null);
        var visitors = IntStream.range(0, 12).mapToObj(i -> half(account)).toList();
        atOnce(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> visitors.get(i)
                        .post("/sign-in/code", Map.of("code", "%06d".formatted(i)))
                        .body())
                .toList());
        assertThat(db.sql("""
                        select count(*) from access.sign_in s join access.account a on a.id = s.account_id
                        where a.login = ? and s.outcome = 'WRONG_CODE'
                        """).param(account.login()).query(Long.class).single())
                .isLessThanOrEqualTo(5);
    }

    @Test
    void aSessionIdFromBeforeIsWorthNothingAfterEitherStep() {
        var account = union.account("audit-admin", null);
        var visitor = new Visitor(port);
        visitor.signIn(account.login(), Union.PASSWORD);
        var half = visitor.cookies().get("ug_session");
        visitor.post("/sign-in/code", Map.of("code", account.code()));
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(200);
        var thief = new Browser(port).get("/access/sign-ins", "Cookie", "ug_session=" + half);
        assertThat(thief.statusCode()).isEqualTo(302);
    }

    @Test
    void whatOneOpenedIsShutForTheNextWhoSignsInHere() {
        var visitor = Visitor.as(union.account("federation-cadre", union.city()), port);
        var administrator = union.account("audit-admin", null);
        visitor.get("/account");
        assertThat(Visitor.leadsTo(visitor.signIn(administrator.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/code");
        assertThat(Visitor.leadsTo(visitor.get("/access/sign-ins"))).isEqualTo("/sign-in/code");
        assertThat(Visitor.leadsTo(visitor.get("/organisation/units"))).isEqualTo("/sign-in/code");
    }

    @Test
    void strangersDoNotShutOutABrowserThatIsKnown() {
        var account = union.account("federation-cadre", union.city());
        var owner = Visitor.as(account, port);
        owner.post("/sign-out", Map.of());
        for (int i = 0; i < 6; i++) new Visitor(port).signIn(account.login(), "guess " + i);
        assertThat(new Visitor(port).signIn(account.login(), Union.PASSWORD).body())
                .contains("15 分钟");
        assertThat(Visitor.leadsTo(owner.signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void aKnownBrowserHasFiveTriesOfItsOwnAndNoMore() {
        var account = union.account("federation-cadre", union.city());
        var owner = Visitor.as(account, port);
        owner.post("/sign-out", Map.of());
        for (int i = 0; i < 5; i++) owner.signIn(account.login(), "guess " + i);
        assertThat(owner.signIn(account.login(), Union.PASSWORD).body()).contains("15 分钟");
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void aMadeUpDeviceIsAStranger() {
        var account = union.account("federation-cadre", union.city());
        for (int i = 0; i < 6; i++) new Visitor(port).signIn(account.login(), "guess");
        var known = Visitor.as(union.account("federation-cadre", union.city()), port);
        known.post("/sign-out", Map.of());
        assertThat(known.signIn(account.login(), Union.PASSWORD).body())
                .as("known to another account only")
                .contains("15 分钟");
    }

    @Test
    void anInvitationOpensOneAccountOnceHoweverManyUseIt() throws Exception {
        var token = invite(union.account("federation-cadre", union.city()));
        var answers = atOnce(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i -> () -> {
                    var chosen = CHOSEN + i;
                    return Visitor.leadsTo(new Visitor(port)
                            .post("/invitation", Map.of("token", token, "next", chosen, "again", chosen)));
                })
                .toList());
        assertThat(answers).filteredOn("/sign-in"::equals).hasSize(1);
    }

    @Test
    void anInvitationIsWrittenToNoLog() throws Exception {
        var token = invite(union.account("federation-cadre", union.city()));
        new Visitor(port).get("/invitation/" + token);
        new Visitor(port).post("/invitation", Map.of("token", token, "next", "short", "again", "short"));
        assertThat(Files.readString(TestData.PLACE.resolve("logs").resolve("uniongrid.log")))
                .doesNotContain(token);
    }

    @Test
    void sessionsOfOthersCannotBeEnded() {
        var victim = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(victim, port);
        var other = Visitor.as(victim, port);
        var ids = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end")
                .matcher(other.get("/account").body());
        assertThat(ids.find()).isTrue();
        var attacker = Visitor.as(union.account("federation-cadre", union.city()), port);
        attacker.post(ids.group(), Map.of());
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        assertThat(other.get("/account").body()).doesNotContain(other.cookies().get("ug_session"));
        assertThat(Visitor.leadsTo(other.post(ids.group(), Map.of()))).isEqualTo("/account");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    private String invite(Union.Account account) {
        var keeper = Visitor.as(union.account("security-admin", null), port);
        var id = db.sql("select public_id from access.account where login = ?")
                .param(account.login())
                .query(java.util.UUID.class)
                .single();
        var link = Pattern.compile("/invitation/([A-Za-z0-9_-]{32})")
                .matcher(keeper.post("/access/accounts/" + id + "/invite", Map.of())
                        .body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Visitor half(Union.Account account) {
        var visitor = new Visitor(port);
        assertThat(Visitor.leadsTo(visitor.signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/code");
        return visitor;
    }

    private static List<String> atOnce(List<Callable<String>> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = work.stream()
                    .<Future<String>>map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new java.util.ArrayList<String>();
            for (var future : futures) answers.add(future.get());
            return answers;
        }
    }
}

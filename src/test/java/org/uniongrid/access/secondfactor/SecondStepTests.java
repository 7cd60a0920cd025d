package org.uniongrid.access.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Account;
import org.uniongrid.Visitor;

/** Signing in with a second factor, setting it up and giving it up, as a browser does it. */
@ModuleTest
class SecondStepTests {

    private static final Pattern KEY = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern PAPER = Pattern.compile("<code>([a-z2-9]{5}-[a-z2-9]{5})</code>");

    private final Union union;
    private final JdbcClient db;
    private final int port;

    SecondStepTests(Union union, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.port = port;
    }

    @Test
    void anAdministratorWithThePasswordAloneReachesNothing() {
        var visitor = halfSignedIn(union.account("audit-admin", null));
        for (var path :
                List.of("/", "/access/sign-ins", "/account", "/account/password", "/sign-in/second-factor", "/x"))
            assertThat(Visitor.leadsTo(visitor.get(path))).as(path).isEqualTo("/sign-in/code");
        assertThat(Visitor.leadsTo(visitor.post("/account/sessions/end-others", Map.of())))
                .isEqualTo("/sign-in/code");
        assertThat(visitor.get("/sign-in/code").statusCode()).isEqualTo(200);
        assertThat(Visitor.leadsTo(visitor.post("/sign-out", Map.of()))).isEqualTo("/sign-in");
    }

    @Test
    void aCodeOpensTheSessionUnderANewId() {
        var account = union.account("audit-admin", null);
        var visitor = halfSignedIn(account);
        var before = visitor.cookies().get("ug_session");
        assertThat(Visitor.leadsTo(enter(visitor, account.code()))).isEqualTo("/");
        assertThat(visitor.cookies().get("ug_session")).isNotEqualTo(before);
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(200);
        assertThat(outcomes(account)).containsExactly("PASSWORD_RIGHT", "SIGNED_IN");
        assertThat(Visitor.leadsTo(visitor.get("/sign-in/code"))).isEqualTo("/");
    }

    @Test
    void wrongCodesAndWrongPasswordsCountTogether() {
        var account = union.account("audit-admin", null);
        new Visitor(port).signIn(account.login(), "wrong");
        new Visitor(port).signIn(account.login(), "wrong");
        var visitor = halfSignedIn(account);
        for (int i = 0; i < 3; i++) assertThat(enter(visitor, "000000").body()).contains("验证码不对");
        assertThat(enter(visitor, account.code()).body()).contains("15 分钟");
        assertThat(new Visitor(port).signIn(account.login(), Union.PASSWORD).body())
                .contains("15 分钟");
        assertThat(outcomes(account)).endsWith("WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "LOCKED", "LOCKED");
    }

    @Test
    void theRightPasswordGivesNoNewTriesForCodes() {
        var account = union.account("audit-admin", null);
        var wrong = 0;
        for (int i = 0; i < 8; i++) {
            var visitor = new Visitor(port);
            if (Visitor.leadsTo(visitor.signIn(account.login(), Union.PASSWORD)).isEmpty()) break;
            if (enter(visitor, "000000").body().contains("验证码不对")) wrong++;
        }
        assertThat(wrong).isEqualTo(5);
    }

    @Test
    void whoeverMustHaveOneSetsItUpBeforeAnythingElse() {
        var account = withoutFactor("security-admin");
        var visitor = new Visitor(port);
        assertThat(Visitor.leadsTo(visitor.signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/second-factor");
        assertThat(Visitor.leadsTo(visitor.get("/access/accounts"))).isEqualTo("/sign-in/second-factor");
        var page = visitor.get("/sign-in/second-factor").body();
        assertThat(page).contains("<svg class=\"qr\"").doesNotContain("style=");
        var again = visitor.post("/sign-in/second-factor", Map.of("code", "000000", "draft", draft(page)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).as("the same key again").contains(key(page));
        var answer = visitor.post("/sign-in/second-factor", Map.of("code", codeOf(key(page)), "draft", draft(page)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PAPER.matcher(answer.body()).results()).hasSize(RecoveryCodes.MANY);
        assertThat(visitor.get("/access/accounts").statusCode()).isEqualTo(200);
        assertThat(deeds(account)).contains("access.second-factor.enrol");
    }

    @Test
    void theCodeThatConfirmedOpensNoSecondSession() {
        var account = withoutFactor("security-admin");
        var visitor = new Visitor(port);
        visitor.signIn(account.login(), Union.PASSWORD);
        var page = visitor.get("/sign-in/second-factor").body();
        var code = codeOf(key(page));
        visitor.post("/sign-in/second-factor", Map.of("code", code, "draft", draft(page)));
        assertThat(enter(halfSignedIn(account), code).statusCode()).isEqualTo(401);
    }

    @Test
    void ofTwoWhoSetOneUpAtOnceTheFirstHasIt() throws Exception {
        var account = withoutFactor("security-admin");
        var visitors = List.of(new Visitor(port), new Visitor(port));
        for (var visitor : visitors) visitor.signIn(account.login(), Union.PASSWORD);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = visitors.stream()
                    .map(visitor -> {
                        var page = visitor.get("/sign-in/second-factor").body();
                        var form = Map.of("code", codeOf(key(page)), "draft", draft(page));
                        return threads.submit(() ->
                                visitor.post("/sign-in/second-factor", form).statusCode());
                    })
                    .toList();
            for (var one : both) answers.add(one.get());
        }
        assertThat(answers).containsOnlyOnce(200);
        assertThat(deeds(account)).containsExactly("access.second-factor.enrol");
    }

    @Test
    void somebodyElseTurnsItOnAndOff() {
        var account = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(account, port);
        var page = visitor.get("/account/second-factor").body();
        var key = key(page);
        assertThat(visitor.post(
                                "/account/second-factor",
                                Map.of("now", "wrong", "code", codeOf(key), "draft", draft(page)))
                        .statusCode())
                .as("a stolen session sets up nothing")
                .isEqualTo(422);
        assertThat(visitor.post(
                                "/account/second-factor",
                                Map.of("now", Union.PASSWORD, "code", codeOf(key), "draft", draft(page)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/code");
        assertThat(Visitor.leadsTo(visitor.post("/account/second-factor/remove", Map.of("now", Union.PASSWORD))))
                .isEqualTo("/account");
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/");
        assertThat(deeds(account)).contains("access.second-factor.enrol", "access.second-factor.remove");
    }

    @Test
    void anAdministratorCannotTurnItOff() {
        var visitor = Visitor.as(union.account("audit-admin", null), port);
        var answer = visitor.post("/account/second-factor/remove", Map.of("now", Union.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(visitor.get("/access/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsAppointedToTheWholeCellSetsItUpAtOnce() {
        var account = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(account, port);
        union.appoint(account.actor().personId(), "audit-admin");
        assertThat(Visitor.leadsTo(visitor.get("/organisation/units"))).isEqualTo("/account/second-factor");
        assertThat(visitor.get("/account/second-factor").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeOnPaperOpensOnce() {
        var account = union.account("audit-admin", null);
        var visitor = Visitor.as(account, port);
        var shown = visitor.post("/account/second-factor/codes", Map.of("now", Union.PASSWORD))
                .body();
        var codes = PAPER.matcher(shown).results().map(found -> found.group(1)).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(Visitor.leadsTo(
                        enter(halfSignedIn(account), " " + codes.getFirst().toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo("/");
        assertThat(enter(halfSignedIn(account), codes.getFirst()).statusCode()).isEqualTo(401);
        assertThat(Visitor.leadsTo(enter(halfSignedIn(account), codes.getLast().replace("-", ""))))
                .isEqualTo("/");
        assertThat(visitor.get("/account/second-factor").body())
                .contains("还有 8 个")
                .doesNotContain(codes.get(3));
        visitor.post("/account/second-factor/codes", Map.of("now", Union.PASSWORD));
        assertThat(enter(halfSignedIn(account), codes.get(3)).statusCode())
                .as("made void by new ones")
                .isEqualTo(401);
        assertThat(deeds(account)).contains("access.second-factor.recover", "access.second-factor.renew-codes");
    }

    @Test
    void neitherSecretsNorCodesOnPaperStandInTheDatabase() {
        var account = union.account("audit-admin", null);
        var page = Visitor.as(account, port)
                .post("/account/second-factor/codes", Map.of("now", Union.PASSWORD))
                .body();
        var code = PAPER.matcher(page).results().findFirst().orElseThrow().group(1);
        var kept = db.sql("""
                        select coalesce((select string_agg(f::text, ' ') from access.second_factor f), '')
                            || (select string_agg(r::text, ' ') from access.recovery_code r)
                            || (select string_agg(e::text, ' ') from access.audit_entry e)
                        """).query(String.class).single();
        assertThat(kept).doesNotContain(Union.SECRET, code, code.replace("-", ""));
    }

    @Test
    void theDatabaseKeepsOneInUseForAnAccount() {
        var account = union.account("audit-admin", null);
        assertThatThrownBy(() -> union.setUpSecondFactor(account.login()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Account withoutFactor(String role) {
        var account = union.account(role, null);
        db.sql("delete from access.second_factor where account_id = (select id from access.account where login = ?)")
                .param(account.login())
                .update();
        return account;
    }

    private Visitor halfSignedIn(Account account) {
        var visitor = new Visitor(port);
        assertThat(Visitor.leadsTo(visitor.signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/code");
        return visitor;
    }

    private static java.net.http.HttpResponse<String> enter(Visitor visitor, String code) {
        return visitor.post("/sign-in/code", Map.of("code", code));
    }

    private static String key(String page) {
        var found = KEY.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String draft(String page) {
        var found = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String codeOf(String key) {
        return Totp.code(key.replace(" ", ""), Totp.step(Instant.now()));
    }

    private List<String> outcomes(Account account) {
        return db.sql("""
                        select outcome from access.sign_in s join access.account a on a.id = s.account_id
                        where a.login = ? order by s.id
                        """).param(account.login()).query(String.class).list();
    }

    private List<String> deeds(Account account) {
        return db.sql("select action from access.audit_entry where person_id = ? order by id")
                .param(account.actor().personId())
                .query(String.class)
                .list();
    }
}

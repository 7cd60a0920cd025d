package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** A phone opens the pages of workers and no others, and no session outlives what it was opened for. */
@ModuleTest
class WorkerSessionTests {

    private static final String SESSION = "ug_session";

    private final Union union;
    private final Identities identities;
    private final WorkerSession sessions;
    private final JdbcClient db;
    private final Worker workers;
    private final int port;

    WorkerSessionTests(
            Union union,
            Persons persons,
            Identities identities,
            WorkerSession sessions,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction,
            @LocalServerPort int port) {
        this.union = union;
        this.identities = identities;
        this.sessions = sessions;
        this.db = db;
        this.workers = new Worker(persons, identities, db, vault, transaction);
        this.port = port;
    }

    @Test
    void whoeverIsNotSignedInIsLedThereAndBack() {
        var worker = workers.someone("杨志明");
        var phone = new Visitor(port);
        assertThat(Visitor.leadsTo(phone.get("/m/me/contact"))).isEqualTo("/m/sign-in");
        assertThat(workers.signIn(phone, worker.phone())).isEqualTo("/m/me/contact");
        assertThat(phone.get("/m").body()).contains("杨志明");
        assertThat(Visitor.leadsTo(phone.get("/"))).isEqualTo("/m");
        assertThat(Visitor.leadsTo(phone.get("/m/sign-in"))).isEqualTo("/m");
    }

    @Test
    void aWorkersSessionLastsThirtyDaysAndHasAnIdOfItsOwn() {
        var worker = workers.someone("杨志明");
        var phone = new Visitor(port);
        phone.get("/m/me");
        workers.signIn(phone, worker.phone());
        var first = phone.cookies().get(SESSION);
        workers.signIn(phone, worker.phone());
        assertThat(phone.cookies().get(SESSION)).isNotEqualTo(first);
        assertThat(db.sql("select max_inactive_interval from access.spring_session where principal_name = ?")
                        .param("worker:" + worker.id())
                        .query(Integer.class)
                        .list())
                .as("the one before is gone")
                .containsExactly(30 * 24 * 60 * 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organisation/units", "/matters", "/notices", "/account", "/account/looks"})
    void thePhoneOfACadreOpensNoDesk(String page) {
        var cadre = union.account("federation-cadre", union.city());
        var number = Numbers.phone();
        identities.keep(cadre.actor().personId(), IdentityField.PHONE, number);
        var phone = new Visitor(port);
        workers.signIn(phone, number);
        assertThat(phone.get("/m").statusCode()).isEqualTo(200);
        assertThat(phone.get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void aCadreAtTheDeskSignsInByPhoneAndLeavesTheDesk() {
        var cadre = union.account("federation-cadre", union.city());
        var number = Numbers.phone();
        identities.keep(cadre.actor().personId(), IdentityField.PHONE, number);
        var browser = Visitor.as(cadre, port);
        assertThat(Visitor.leadsTo(browser.get("/m"))).isEqualTo("/m/sign-in");
        assertThat(browser.get("/m/sign-in").body()).contains("退出这个浏览器里的办公端登录");
        var desk = browser.cookies().get(SESSION);
        workers.signIn(browser, number);
        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(desk);
        assertThat(browser.get("/organisation/units").statusCode()).isEqualTo(403);
        assertThat(db.sql(
                                "select count(*) from access.spring_session where principal_name = (select public_id::text from access.account where login = ?)")
                        .param(cadre.login())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignInAtTheDeskEndsTheWorkersSession() {
        var worker = workers.someone("杨志明");
        var cadre = union.account("federation-cadre", union.city());
        var browser = new Visitor(port);
        workers.signIn(browser, worker.phone());
        browser.signIn(cadre);
        assertThat(browser.get("/organisation/units").statusCode()).isEqualTo(200);
        assertThat(Visitor.leadsTo(browser.get("/m"))).isEqualTo("/m/sign-in");
    }

    @Test
    void aRecordThatIsClosedLosesItsSessionsAtOnce() {
        var worker = workers.someone("杨志明");
        var phones = new Visitor[] {new Visitor(port), new Visitor(port)};
        for (var phone : phones) workers.signIn(phone, worker.phone());
        sessions.endAll(worker.id());
        for (var phone : phones) assertThat(Visitor.leadsTo(phone.get("/m"))).isEqualTo("/m/sign-in");
    }

    @Test
    void othersAreEndedAndOneselfSignsOut() {
        var worker = workers.someone("杨志明");
        var here = new Visitor(port);
        var there = new Visitor(port);
        workers.signIn(here, worker.phone());
        workers.signIn(there, worker.phone());
        assertThat(here.get("/m/me/sessions").body()).contains("退出");
        here.post("/m/me/sessions/end-others", Map.of());
        assertThat(Visitor.leadsTo(there.get("/m"))).isEqualTo("/m/sign-in");
        assertThat(here.get("/m").statusCode()).isEqualTo(200);
        here.post("/m/me/sign-out", Map.of());
        assertThat(Visitor.leadsTo(here.get("/m"))).isEqualTo("/m/sign-in");
        assertThat(db.sql("select action from access.audit_entry where actor_id = ? order by id")
                        .param(worker.id())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "access.worker-session.open",
                        "access.worker-session.open",
                        "access.worker-session.end-others",
                        "access.worker-session.end");
    }

    @Test
    void nothingTellsWhoseAPhoneIsBeforeTheCode() {
        var known = workers.someone("杨志明").phone();
        var unknown = Numbers.phone();
        var answers = new String[2];
        var numbers = new String[] {known, unknown};
        for (int i = 0; i < 2; i++) {
            var body = new Visitor(port)
                    .post("/m/sign-in/code", Map.of("phone", numbers[i]))
                    .body();
            answers[i] = body.replace(numbers[i], "").replaceAll("nonce=\"[^\"]*\"|value=\"[^\"]*\"", "");
        }
        assertThat(answers[0]).contains("验证码已发到").isEqualTo(answers[1]);
        var stranger = new Visitor(port);
        workers.codeComes(unknown);
        var answer = stranger.post("/m/sign-in", Map.of("phone", unknown, "code", Worker.CODE));
        assertThat(answer.body()).contains("工会没有登记这个手机号");
        assertThat(stranger.get("/m").statusCode()).isEqualTo(302);
    }
}

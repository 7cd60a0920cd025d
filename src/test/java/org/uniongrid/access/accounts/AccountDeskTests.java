package org.uniongrid.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.access.AccessRule;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** What the security administrator does with accounts, and what with their own never. */
@ModuleTest
class AccountDeskTests {

    private static final String CHOSEN = "harbour-Lantern-42";

    private final Union union;
    private final AccountDesk desk;
    private final InvitationDesk invitations;
    private final JdbcClient db;
    private final int port;
    private final Union.Account keeper;

    AccountDeskTests(
            Union union, AccountDesk desk, InvitationDesk invitations, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.desk = desk;
        this.invitations = invitations;
        this.db = db;
        this.port = port;
        this.keeper = union.account("security-admin", null);
    }

    @Test
    void anAccountIsOpenedForSomebodyWhoHoldsAPostAndUsedByTheLink() {
        var cadre = union.cadre(union.city());
        var login = "invited" + cadre.personId();
        var opened = desk.open(keeper.actor(), person(cadre), login);
        assertThat(new Visitor(port).signIn(login, "").statusCode()).isEqualTo(401);
        var token = opened.invitation().token();
        assertThat(token.length() * 6).isGreaterThanOrEqualTo(128);
        invitations.accept(token, CHOSEN, CHOSEN);
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(login, CHOSEN))).isEqualTo("/");
        broken(AccessRule.INVITATION_IS_OPEN, () -> invitations.accept(token, CHOSEN + "x", CHOSEN + "x"));
        assertThat(deeds(cadre)).containsExactly("access.account.open", "access.account.accept");
        assertThat(db.sql("select string_agg(i::text, ' ') from access.invitation i")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void whosePasswordIsMadeVoidByALinkIsToldAtOnce() {
        var account = union.account("audit-admin", null);
        desk.invite(keeper.actor(), id(account));
        assertThat(db.sql("select kind from notice.notice where person_id = ?")
                        .param(account.actor().personId())
                        .query(String.class)
                        .list())
                .contains("access.password-changed");
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLinkOpen() {
        var account = union.account("federation-cadre", union.city());
        var token = desk.invite(keeper.actor(), id(account)).invitation().token();
        broken(
                AccessRule.PASSWORD_HAS_THREE_KINDS,
                () -> invitations.accept(token, "only small letters", "only small letters"));
        broken(AccessRule.PASSWORD_TWICE_THE_SAME, () -> invitations.accept(token, CHOSEN, CHOSEN + "x"));
        invitations.accept(token, CHOSEN, CHOSEN);
    }

    @Test
    void aNewLinkOrItsRevocationShutsTheOldOneAndThePassword() {
        var account = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(account, port);
        var first = desk.invite(keeper.actor(), id(account)).invitation().token();
        assertThat(Visitor.leadsTo(visitor.get("/account"))).as("reset").isEqualTo("/sign-in");
        assertThat(new Visitor(port).signIn(account.login(), Union.PASSWORD).statusCode())
                .isEqualTo(401);
        var second = desk.invite(keeper.actor(), id(account)).invitation().token();
        assertThat(invitations.find(first)).isEmpty();
        assertThat(invitations.find(second)).isPresent();
        desk.revoke(keeper.actor(), id(account));
        assertThat(invitations.find(second)).isEmpty();
        assertThat(new Visitor(port).get("/invitation/" + second).statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkEndsWithItsTimeAndWithTheAccount() {
        var account = union.account("federation-cadre", union.city());
        var late = desk.invite(keeper.actor(), id(account)).invitation().token();
        db.sql(
                        "update access.invitation set made_at = now() - interval '4 days', ends_at = now() - interval '1 second' where account_id = (select id from access.account where login = ?) and revoked_at is null")
                .param(account.login())
                .update();
        broken(AccessRule.INVITATION_IS_OPEN, () -> invitations.accept(late, CHOSEN, CHOSEN));
        var shut = desk.invite(keeper.actor(), id(account)).invitation().token();
        desk.disable(keeper.actor(), id(account), "调离");
        broken(AccessRule.INVITATION_IS_OPEN, () -> invitations.accept(shut, CHOSEN, CHOSEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "-abc", "Abc", "a b c", "abc;", "李伟", "abcdefghijabcdefghijabcdefghijabcdefghijx"})
    void aLoginIsWellFormed(String login) {
        var cadre = union.cadre(union.city());
        broken(AccessRule.LOGIN_IS_WELL_FORMED, () -> desk.open(keeper.actor(), person(cadre), login));
        assertThatThrownBy(() -> db.sql(
                                "insert into access.account (person_id, login, password_hash, must_change, changed_at) values (?, ?, 'x', false, now())")
                        .params(cadre.personId(), login)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aLoginIsGivenOnce() {
        var cadre = union.cadre(union.city());
        broken(AccessRule.LOGIN_IS_FREE, () -> desk.open(keeper.actor(), person(cadre), keeper.login()));
    }

    @Test
    void onlyPeopleWithAPostAndWithoutAnAccountAreOffered() {
        var cadre = union.cadre(union.city());
        var page = Visitor.as(keeper, port)
                .get("/access/accounts/new?q=" + cadre.name().substring(2))
                .body();
        assertThat(page).contains(cadre.name());
        var known = union.account("federation-cadre", union.city());
        assertThatThrownBy(() -> desk.open(keeper.actor(), person(known.actor()), "anything"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void aLoginThatIsTakenStaysInItsFieldToBeMended() {
        var cadre = union.cadre(union.city());
        var taken = keeper.login();
        var answer = Visitor.as(keeper, port)
                .post(
                        "/access/accounts",
                        Map.of("q", cadre.name(), "person", person(cadre).toString(), "login", taken));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("已经有人用了", "value=\"" + taken + "\"");
    }

    @Test
    void nobodyKeepsTheirOwnAccount() {
        var own = id(keeper);
        List<Consumer<UUID>> deeds = List.of(
                id -> desk.invite(keeper.actor(), id),
                id -> desk.revoke(keeper.actor(), id),
                id -> desk.unlock(keeper.actor(), id),
                id -> desk.disable(keeper.actor(), id, "x"),
                id -> desk.enable(keeper.actor(), id),
                id -> desk.resetSecondFactor(keeper.actor(), id),
                id -> desk.endSessions(keeper.actor(), id));
        for (var deed : deeds) broken(AccessRule.NOT_ONES_OWN_ACCOUNT, () -> deed.accept(own));
        var page = Visitor.as(keeper, port).get("/access/accounts/" + own).body();
        assertThat(page).doesNotContain("/disable", "/invite", "/reset-second-factor");
    }

    @Test
    void anAccountIsDisabledForAReasonAndEnabledForAPost() {
        var account = union.account("federation-cadre", union.city());
        broken(AccessRule.DISABLING_HAS_A_REASON, () -> desk.disable(keeper.actor(), id(account), " "));
        desk.disable(keeper.actor(), id(account), "调离");
        assertThat(Visitor.as(keeper, port)
                        .get("/access/accounts/" + id(account))
                        .body())
                .contains("调离", "已停用");
        desk.enable(keeper.actor(), id(account));
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/");
        desk.disable(keeper.actor(), id(account), "离任");
        db.sql("update organisation.tenure set during = daterange(current_date - 9, current_date) where person_id = ?")
                .param(account.actor().personId())
                .update();
        broken(AccessRule.PERSON_HOLDS_A_POST, () -> desk.enable(keeper.actor(), id(account)));
        assertThat(db.sql(
                                "select reason from access.audit_entry where action = 'access.account.disable' and person_id = ? order by id")
                        .param(account.actor().personId())
                        .query(String.class)
                        .list())
                .containsExactly("调离", "离任");
    }

    @Test
    void aSecondFactorIsResetBySomebodyElse() {
        var account = union.account("audit-admin", null);
        var visitor = Visitor.as(account, port);
        desk.resetSecondFactor(keeper.actor(), id(account));
        assertThat(Visitor.leadsTo(visitor.get("/access/sign-ins"))).isEqualTo("/sign-in");
        assertThat(Visitor.leadsTo(new Visitor(port).signIn(account.login(), Union.PASSWORD)))
                .isEqualTo("/sign-in/second-factor");
        assertThat(deeds(account.actor())).contains("access.second-factor.reset");
    }

    @Test
    void theDatabaseKeepsOneOpenLinkAndAReasonForEveryEnd() {
        var account = union.account("federation-cadre", union.city());
        desk.invite(keeper.actor(), id(account));
        assertThatThrownBy(() -> db.sql("""
                        insert into access.invitation (account_id, token_hash, made_at, ends_at)
                        select id, sha256('x'), now(), now() + interval '1 day' from access.account where login = ?
                        """).param(account.login()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> db.sql("update access.account set disabled_at = now() where login = ?")
                        .param(account.login())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theLinkStandsInOneAnswerAndTellsNoOtherSite() {
        var account = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(keeper, port);
        var shown = visitor.post("/access/accounts/" + id(account) + "/invite", Map.of());
        var link = Pattern.compile("/invitation/([A-Za-z0-9_-]{32})").matcher(shown.body());
        assertThat(link.find()).isTrue();
        assertThat(visitor.get("/access/accounts/" + id(account)).body()).doesNotContain(link.group(1));
        var page = new Visitor(port).get(link.group());
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).contains(account.login());
    }

    private void broken(AccessRule rule, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, found -> assertThat(found.rule()).isEqualTo(rule));
    }

    private UUID person(Actor actor) {
        return db.sql("select public_id from people.person where id = ?")
                .param(actor.personId())
                .query(UUID.class)
                .single();
    }

    private UUID id(Union.Account account) {
        return db.sql("select public_id from access.account where login = ?")
                .param(account.login())
                .query(UUID.class)
                .single();
    }

    private List<String> deeds(Actor about) {
        return db.sql("select action from access.audit_entry where person_id = ? order by id")
                .param(about.personId())
                .query(String.class)
                .list();
    }
}

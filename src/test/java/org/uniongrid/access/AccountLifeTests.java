package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.access.AccountLife.Ending;
import org.uniongrid.foundation.AuditTrail;

/** Accounts end with their posts, and when nobody uses them. */
@ModuleTest
class AccountLifeTests {

    private final Union union;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final AccountNotices notices;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final int port;
    private final Moved clock = new Moved(OffsetDateTime.now(ZoneOffset.UTC).toInstant());

    AccountLifeTests(
            Union union,
            Accounts accounts,
            AuditTrail trail,
            AccountNotices notices,
            TransactionTemplate transaction,
            JdbcClient db,
            @LocalServerPort int port) {
        this.union = union;
        this.accounts = accounts;
        this.trail = trail;
        this.notices = notices;
        this.transaction = transaction;
        this.db = db;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, -1, false", "3, 2, false", "3, 3, true"})
    void anAccountEndsWithTheLastPostOfItsPerson(int grace, int daysAgo, boolean ended) {
        var account = union.account("federation-cadre", union.city());
        endTenure(account, daysAgo);
        assertThat(inTransaction(() -> life(grace).endsWithItsPosts(known(account))))
                .isEqualTo(ended);
        assertThat(known(account).isDisabled()).isEqualTo(ended);
    }

    @Test
    void anotherPostKeepsItOpen() {
        var account = union.account("federation-cadre", union.city());
        endTenure(account, 10);
        union.appoint(account.actor().personId(), "audit-admin");
        assertThat(inTransaction(() -> life(0).endsWithItsPosts(known(account))))
                .isFalse();
    }

    @Test
    void whoeverHasNoPostLeftIsTurnedAwayAtTheSignIn() {
        var account = union.account("federation-cadre", union.city());
        endTenure(account, 1);
        assertThat(new Visitor(port).signIn(account.login(), Union.PASSWORD).body())
                .contains("停用");
        assertThat(ending(account)).isEqualTo(Ending.POST_ENDED.name());
        assertThat(db.sql(
                                "select count(*) from access.audit_entry where action = 'access.account.disable' and person_id = ?")
                        .param(account.actor().personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theJobFindsThoseWhosePostsEndedAndEndsTheirSessions() {
        var account = union.account("federation-cadre", union.city());
        var visitor = Visitor.as(account, port);
        endTenure(account, 1);
        assertThat(inTransaction(() -> life(0).endWithPosts())).isPositive();
        assertThat(ending(account)).isEqualTo(Ending.POST_ENDED.name());
        assertThat(Visitor.leadsTo(visitor.get("/account"))).isEqualTo("/sign-in");
        assertThat(inTransaction(() -> life(0).endWithPosts())).as("once").isZero();
    }

    @ParameterizedTest
    @CsvSource({"last_sign_in, 89, false", "last_sign_in, 91, true", "opened_at, 91, true", "enabled_at, 89, false"})
    void anAccountThatNobodyUsesEnds(String since, int daysAgo, boolean ended) {
        var account = union.account("federation-cadre", union.city());
        db.sql("update access.account set "
                        + (since.equals("opened_at") ? "" : "opened_at = now() - interval '1 year', ") + since
                        + " = now() - make_interval(days => ?) where login = ?")
                .params(daysAgo, account.login())
                .update();
        inTransaction(() -> life(0).endAsleep());
        assertThat(ending(account)).isEqualTo(ended ? Ending.DORMANT.name() : "");
    }

    @ParameterizedTest
    @CsvSource({"75, 0, ''", "76, 1, ''", "89, 1, ''", "90, 0, DORMANT"})
    void whoeverIsAboutToLoseAnAccountIsWarnedOnce(int daysAgo, int warnings, String ended) {
        var account = union.account("federation-cadre", union.city());
        idle(account, daysAgo);
        for (int i = 0; i < 2; i++)
            inTransaction(() -> {
                var life = life(0);
                var shut = life.endAsleep();
                life.warnBeforeSleep();
                return shut;
            });
        assertThat(told(account, "access.account-dormant-soon")).isEqualTo(warnings);
        assertThat(told(account, "access.account-dormant")).isEqualTo(ended.isEmpty() ? 0 : 1);
        assertThat(ending(account)).isEqualTo(ended);
    }

    @Test
    void aWarningNamesTheDayAndComesAgainAfterTheNextLongTime() {
        var account = union.account("federation-cadre", union.city());
        for (var daysAgo : List.of(80, 77)) {
            idle(account, daysAgo);
            inTransaction(() -> {
                life(0).warnBeforeSleep();
                return true;
            });
        }
        assertThat(db.sql("select words ->> 'day' from notice.notice where person_id = ? order by id")
                        .param(account.actor().personId())
                        .query(String.class)
                        .list())
                .containsExactly(
                        LocalDate.now(clock).plusDays(10).toString(),
                        LocalDate.now(clock).plusDays(13).toString());
    }

    private void idle(Union.Account account, int daysAgo) {
        var then = OffsetDateTime.now(clock).minusDays(daysAgo);
        db.sql("update access.account set opened_at = ?, last_sign_in = ? where login = ?")
                .params(then, then, account.login())
                .update();
    }

    private long told(Union.Account account, String kind) {
        return db.sql("select count(*) from notice.notice where person_id = ? and kind = ?")
                .params(account.actor().personId(), kind)
                .query(Long.class)
                .single();
    }

    private AccountLife life(int grace) {
        return new AccountLife(db, accounts, trail, notices, clock, grace, 90);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        var done = transaction.execute(status -> work.get());
        if (done == null) throw new IllegalStateException();
        return done;
    }

    private void endTenure(Union.Account account, int daysAgo) {
        var last = LocalDate.now(clock).minusDays(daysAgo);
        db.sql("update organisation.tenure set during = daterange(?, ?) where person_id = ?")
                .params(last.minusDays(9), last, account.actor().personId())
                .update();
    }

    private Account known(Union.Account account) {
        return accounts.byLogin(account.login()).orElseThrow();
    }

    private String ending(Union.Account account) {
        return db.sql("select coalesce(disabled_for, '') from access.account where login = ?")
                .param(account.login())
                .query(String.class)
                .single();
    }
}

package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Notices;

/** What is told about accounts. */
@ModuleTest
class AccountNoticesTests {

    private final Union union;
    private final Accounts accounts;
    private final Notices notices;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final JdbcClient db;

    AccountNoticesTests(
            Union union,
            Accounts accounts,
            Notices notices,
            MessageSource messages,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.union = union;
        this.accounts = accounts;
        this.notices = notices;
        this.messages = messages;
        this.transaction = transaction;
        this.db = db;
    }

    @Test
    void anInvitationSaysHowLongItsLinkWorks() {
        var account = invited("https://union.example.org/");
        assertThat(told(account))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("kind", "access.invited")
                        .containsEntry("hours", "48")
                        .containsEntry("login", account.login()));
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
            assertThat(messages.getMessage("notice.access.invited.text", null, language))
                    .contains("[hours]", "[login]", "[link]");
    }

    @Test
    void nobodyIsSentALinkToACellThatDoesNotKnowItsAddress() {
        assertThat(told(invited(""))).isEmpty();
    }

    private Account invited(String address) {
        var account = accounts.byLogin(
                        union.account("union-chair", union.city()).login())
                .orElseThrow();
        transaction.executeWithoutResult(status -> new AccountNotices(notices, address, 48).invited(account, "x9f"));
        return account;
    }

    private List<Map<String, Object>> told(Account account) {
        return db.sql("""
                        select kind, words ->> 'hours' as hours, words ->> 'login' as login
                        from notice.notice where person_id = ?
                        """).param(account.personId()).query().listOfRows();
    }
}

package org.uniongrid.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.accounts.AccountFilter.State;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;

/** The list of accounts and its filters. */
@ModuleTest
class AccountListTests {

    private static final Reach CELL = new Reach.Cell();

    private final Union union;
    private final AccountList accounts;
    private final JdbcClient db;

    AccountListTests(Union union, AccountList accounts, JdbcClient db) {
        this.union = union;
        this.accounts = accounts;
        this.db = db;
    }

    @Test
    void aRowThatIsGoneLeadsToTheFirstPage() {
        var gone = new Cursor(new UUID(4, 2), false);
        assertThat(accounts.page(CELL, AccountFilter.NONE, gone))
                .isEqualTo(accounts.page(CELL, AccountFilter.NONE, Cursor.START));
    }

    @Test
    void whoeverDoesNotReachTheWholeCellFindsNothing() {
        for (var reach :
                List.of(Reach.Units.NONE, new Reach.Units(List.of(union.city().scope()))))
            assertThat(accounts.page(reach, AccountFilter.NONE, Cursor.START).isEmpty())
                    .isTrue();
    }

    @Test
    void findsByLoginNameAndState() {
        var account = union.account("federation-cadre", union.city());
        var name = account.actor().name();
        for (var q : List.of(account.login().toUpperCase(java.util.Locale.ROOT), " " + name + " "))
            assertThat(found(q, null)).contains(account.login());
        assertThat(found(account.login(), State.IN_USE)).containsExactly(account.login());
        for (var other : State.values())
            if (other != State.IN_USE)
                assertThat(found(account.login(), other)).as(other.name()).isEmpty();
        assertThat(found("_no_such_%", null)).isEmpty();
    }

    @Test
    void everyWayToBeShutIsAState() {
        for (var state : List.of(State.DISABLED, State.POST_ENDED, State.DORMANT)) {
            var account = union.account("federation-cadre", union.city());
            db.sql("update access.account set disabled_at = now(), disabled_for = ? where login = ?")
                    .params(state == State.DISABLED ? "BY_HAND" : state.name(), account.login())
                    .update();
            assertThat(found(account.login(), state)).containsExactly(account.login());
            assertThat(accounts.page(CELL, new AccountFilter(account.login(), state), Cursor.START)
                            .rows()
                            .getFirst()
                            .state())
                    .isEqualTo(state);
            assertThat(found(account.login(), State.IN_USE)).isEmpty();
        }
    }

    @Test
    void whatWillSoonBeShutIsSaid() {
        var account = union.account("federation-cadre", union.city());
        db.sql("update access.account set opened_at = now() - interval '77 days', last_sign_in = null where login = ?")
                .param(account.login())
                .update();
        assertThat(found(account.login(), State.DORMANT_SOON)).containsExactly(account.login());
        assertThat(accounts.page(CELL, new AccountFilter(account.login(), null), Cursor.START)
                        .rows()
                        .getFirst()
                        .state())
                .isEqualTo(State.DORMANT_SOON);
    }

    private List<String> found(String q, @Nullable State state) {
        return accounts.page(CELL, new AccountFilter(q, state), Cursor.START).rows().stream()
                .map(AccountList.Row::login)
                .toList();
    }

    @Test
    void accountsAreListedByLoginWithTheirPosts() {
        var city = union.city();
        var account = union.account("federation-cadre", city);
        var before = accounts.page(CELL, AccountFilter.NONE, Cursor.START).rows();
        assertThat(before).extracting(AccountList.Row::login).isSorted();
        var all = new ArrayList<AccountList.Row>();
        for (var page = accounts.page(CELL, AccountFilter.NONE, Cursor.START);
                ;
                page = accounts.page(CELL, AccountFilter.NONE, new Cursor(page.after(), false))) {
            all.addAll(page.rows());
            if (page.after() == null) break;
        }
        assertThat(all)
                .filteredOn(row -> row.login().equals(account.login()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.post()).isEqualTo(city.name() + " · 干事");
                    assertThat(row.shut()).isFalse();
                });
    }
}

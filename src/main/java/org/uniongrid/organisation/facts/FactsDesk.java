package org.uniongrid.organisation.facts;

import static org.uniongrid.organisation.facts.FactsRule.*;
import static org.uniongrid.organisation.facts.UnitField.*;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.SearchText;
import org.uniongrid.people.BankAccount;
import org.uniongrid.people.Vault;

/** Where the facts of a union are changed. */
@Component
class FactsDesk {

    static final String EDIT = "organisation.unit.edit";

    private static final String WRITE = "update organisation.unit set "
            + Arrays.stream(UnitField.values()).map(UnitField::assignment).collect(Collectors.joining(", "))
            + ", search = cast(:search as tsvector) where id = :id";

    private final JdbcClient db;
    private final Registrations registrations;
    private final Vault vault;
    private final AuditTrail trail;

    FactsDesk(JdbcClient db, Registrations registrations, Vault vault, AuditTrail trail) {
        this.db = db;
        this.registrations = registrations;
        this.vault = vault;
        this.trail = trail;
    }

    /** Writes what was made of the facts. Where somebody else changed them meanwhile it writes nothing and tells what stands there. */
    @Transactional
    Optional<Registration> change(Actor actor, UUID id, Change change) {
        var before = registrations.lock(id, actor.reach(EDIT));
        if (!change.saw(before)) return Optional.of(before);
        check(change);
        if (!change.values().equals(before.values())) write(before, change);
        var account = writeAccount(before, change.account());
        tell(actor, before, change, account);
        return Optional.empty();
    }

    private static void check(Change change) {
        WOMEN_ARE_AMONG_THE_STAFF.require(isAtMost(change, WOMEN, STAFF));
        WOMEN_MEMBERS_ARE_AMONG_THE_MEMBERS.require(isAtMost(change, WOMEN_MEMBERS, MEMBERS));
        UNION_TERM_ENDS_AFTER_IT_BEGINS.require(comesFirst(change, TERM_FROM, TERM_TO, false));
        PREPARATION_COMES_BEFORE_FOUNDING.require(comesFirst(change, PREPARED_ON, FOUNDED_ON, true));
        CREDIT_CODE_OF_A_UNION_IS_RIGHT.require(
                change.value(USCC).map(CreditCode::isValid).orElse(true));
    }

    private static boolean isAtMost(Change change, UnitField part, UnitField whole) {
        var few = change.value(part).map(Integer::valueOf);
        var many = change.value(whole).map(Integer::valueOf);
        return few.isEmpty() || many.isEmpty() || few.get() <= many.get();
    }

    /** Dates as texts are in the order of the days. */
    private static boolean comesFirst(Change change, UnitField first, UnitField second, boolean evenOnOneDay) {
        var from = change.value(first);
        var to = change.value(second);
        if (from.isEmpty() || to.isEmpty()) return true;
        int order = from.get().compareTo(to.get());
        return order < 0 || (evenOnOneDay && order == 0);
    }

    private void write(Registration before, Change change) {
        var statement = db.sql(WRITE)
                .param("id", before.id())
                .param("search", SearchText.of(before.name(), change.value(CODE).orElse(null)));
        for (var field : UnitField.values())
            statement = statement.param(field.column(), change.value(field).orElse(null));
        try {
            statement.update();
        } catch (DuplicateKeyException another) {
            var isCode = String.valueOf(another.getMessage()).contains("unit_code_key");
            throw new RuleBroken(isCode ? UNION_CODE_IS_ONCE : CREDIT_CODE_OF_A_UNION_IS_ONCE);
        }
    }

    /** The account as it stands afterwards, masked. */
    private @Nullable String writeAccount(Registration before, Change.Account account) {
        return switch (account) {
            case Change.Account.Kept _ -> before.account();
            case Change.Account.Gone _ -> seal(before, null);
            case Change.Account.Other other ->
                seal(
                        before,
                        BankAccount.of(other.typed())
                                .orElseThrow(() -> new RuleBroken(ACCOUNT_OF_A_UNION_IS_A_NUMBER)));
        };
    }

    private @Nullable String seal(Registration unit, @Nullable BankAccount account) {
        var place = Registrations.ACCOUNT.at(unit.publicId());
        db.sql("update organisation.unit set bank_account = :sealed where id = :id")
                .param("sealed", account == null ? null : vault.seal(place, account.number()))
                .param("id", unit.id())
                .update();
        return account == null ? null : Masks.bankAccount(account.number());
    }

    private void tell(Actor actor, Registration before, Change change, @Nullable String account) {
        var deed = Deed.of("organisation.unit.change-facts", "organisation.unit", before.publicId(), before.name());
        for (var field : UnitField.values())
            deed = deed.with(field.key(), before.get(field), change.value(field).orElse(null));
        if (!(change.account() instanceof Change.Account.Kept))
            deed = deed.with("unit-account", before.account(), account);
        if (!deed.changes().isEmpty() || !(change.account() instanceof Change.Account.Kept)) trail.add(actor, deed);
    }
}

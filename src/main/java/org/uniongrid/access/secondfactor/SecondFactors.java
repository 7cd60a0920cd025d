package org.uniongrid.access.secondfactor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Place;
import org.uniongrid.people.SealBroken;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** The secrets that apps on phones make codes from, sealed. */
@Component
@Transactional(noRollbackFor = SealBroken.class)
@Unscoped("of the account that signs in or asks about itself")
class SecondFactors {

    private static final int BYTES = 20;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        SealedColumn secretOfSecondFactor() {
            return SealedColumn.of("access.second_factor", "public_id", "secret");
        }
    }

    private record Row(UUID publicId, String secret, OffsetDateTime confirmedAt) {}

    /**
     * A secret that is being set up. Nothing of it is kept until a code confirms it: it travels with the form, sealed.
     *
     * @param sealed opens for this account only
     */
    record Draft(String secret, String sealed) {}

    Draft draft(Account account) {
        var secret = random();
        return new Draft(secret, vault.seal(draftOf(account), secret));
    }

    /** The one that came with a form; a new one where it was tampered with. */
    Draft draft(Account account, String sealed) {
        try {
            return new Draft(vault.open(draftOf(account), sealed), sealed);
        } catch (SealBroken tampered) {
            return draft(account);
        }
    }

    /** Takes a secret into use in place of the one before, if the code shows that the app has it. */
    boolean replace(Account account, Draft draft, String code) {
        if (Totp.stepOf(draft.secret(), code, clock.instant()).isEmpty()) return false;
        db.sql("delete from access.second_factor where account_id = ?")
                .param(account.id())
                .update();
        return begin(account, draft, code);
    }

    /** The same where there is none yet: of several who know the password and do it at once, the first has it. */
    boolean begin(Account account, Draft draft, String code) {
        var step = Totp.stepOf(draft.secret(), code, clock.instant());
        if (step.isEmpty()) return false;
        var id = UUID.randomUUID();
        return db.sql("""
                        insert into access.second_factor (public_id, account_id, secret, confirmed_at, last_step)
                        values (:id, :account, :secret, :now, :step)
                        on conflict (account_id) do nothing
                        """)
                        .param("id", id)
                        .param("account", account.id())
                        .param("secret", vault.seal(place(id), draft.secret()))
                        .param("now", OffsetDateTime.now(clock))
                        .param("step", step.getAsLong())
                        .update()
                == 1;
    }

    /** Whether the code is right now. The database gives each step away once, however many ask. */
    boolean take(Account account, String code) {
        var row = row(account).orElse(null);
        if (row == null) return false;
        var step = Totp.stepOf(open(row), code, clock.instant());
        return step.isPresent()
                && db.sql("""
                        update access.second_factor set last_step = :step
                        where public_id = :id and (last_step is null or last_step < :step)
                        """)
                                .param("step", step.getAsLong())
                                .param("id", row.publicId())
                                .update()
                        == 1;
    }

    /** Since when one is in use. */
    Optional<OffsetDateTime> since(Account account) {
        return row(account).map(Row::confirmedAt);
    }

    private Optional<Row> row(Account account) {
        return db.sql("select public_id, secret, confirmed_at from access.second_factor where account_id = ?")
                .param(account.id())
                .query(Row.class)
                .optional();
    }

    private String open(Row row) {
        return vault.open(place(row.publicId()), row.secret());
    }

    private static Place draftOf(Account account) {
        return new Place("access.account", account.publicId(), "second-factor-draft");
    }

    private static Place place(UUID id) {
        return new Place("access.second_factor", id, "secret");
    }

    private String random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.write(bytes);
    }
}

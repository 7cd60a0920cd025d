package org.uniongrid.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** All accounts of this cell. */
@Component
@Unscoped("asked before anybody's reach is known, always for one login or one session")
class Accounts {

    private static final String ACCOUNT = """
            select a.id, a.public_id, a.person_id, p.name as person_name, a.login, a.password_hash, a.must_change, a.disabled_at
            from access.account a join people.person p on p.id = a.person_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Accounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Account> byLogin(String login) {
        return db.sql(ACCOUNT + "where a.login = ?")
                .param(login)
                .query(Account.class)
                .optional();
    }

    Optional<Account> byId(UUID publicId) {
        return db.sql(ACCOUNT + "where a.public_id = ?")
                .param(publicId)
                .query(Account.class)
                .optional();
    }

    boolean none() {
        return db.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    void open(long personId, String login, String passwordHash, boolean mustChange) {
        db.sql("""
                        insert into access.account (person_id, login, password_hash, must_change, changed_at)
                        values (?, ?, ?, ?, ?)
                        """).params(personId, login, passwordHash, mustChange, now()).update();
    }

    /** Ends the account's sessions, but for the one that this was asked in. */
    void changePassword(Account account, String passwordHash, boolean mustChange, @Nullable String session) {
        db.sql("""
                        with ended as (
                            delete from access.spring_session
                            where principal_name = :principal and (:session::text is null or session_id <> :session))
                        update access.account set password_hash = :hash, must_change = :mustChange, changed_at = :now
                        where id = :id
                        """)
                .param("principal", account.publicId().toString())
                .param("session", session)
                .param("hash", passwordHash)
                .param("mustChange", mustChange)
                .param("now", now())
                .param("id", account.id())
                .update();
    }

    void signedIn(long account) {
        db.sql("update access.account set last_sign_in = ? where id = ?")
                .params(now(), account)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

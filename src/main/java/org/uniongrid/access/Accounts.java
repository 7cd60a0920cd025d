package org.uniongrid.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;

/** All accounts of this cell. */
@Component
@Unscoped("asked before anybody's reach is known, always for one login or one session")
public class Accounts {

    private static final String ACCOUNT = """
            select a.id, a.public_id, a.person_id, p.name as person_name, a.login, a.password_hash, a.must_change,
                   a.changed_at, a.disabled_at,
                   exists (select from access.second_factor f where f.account_id = a.id) as second_factor,
                   exists (select from organisation.tenure t join organisation.post o on o.id = t.post_id
                           where t.person_id = a.person_id and t.during @> :today and o.cell_wide) as cell_wide
            from access.account a join people.person p on p.id = a.person_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Accounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<Account> byLogin(String login) {
        return one("where a.login = :key", login);
    }

    public Optional<Account> byId(UUID publicId) {
        return one("where a.public_id = :key", publicId);
    }

    Optional<Account> byKey(long id) {
        return one("where a.id = :key", id);
    }

    private Optional<Account> one(String where, Object key) {
        return db.sql(ACCOUNT + where)
                .param("today", LocalDate.now(clock))
                .param("key", key)
                .query(Account.class)
                .optional();
    }

    boolean none() {
        return db.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    public void open(long personId, String login, String passwordHash, boolean mustChange) {
        db.sql("""
                        insert into access.account (person_id, login, password_hash, must_change, changed_at, opened_at)
                        values (:person, :login, :hash, :mustChange, :now, :now)
                        """)
                .param("person", personId)
                .param("login", login)
                .param("hash", passwordHash)
                .param("mustChange", mustChange)
                .param("now", now())
                .update();
    }

    /** Ends the account's sessions, but for the one that this was asked in. */
    @Transactional
    public void changePassword(Account account, String passwordHash, boolean mustChange, @Nullable String session) {
        endSessions(account, session);
        db.sql("""
                        insert into access.password_before (account_id, password_hash, until)
                        select id, password_hash, ? from access.account where id = ?
                        """).params(now(), account.id()).update();
        db.sql("""
                        delete from access.password_before where account_id = :id and id not in (
                            select id from access.password_before where account_id = :id order by id desc limit :kept)
                        """)
                .param("id", account.id())
                .param("kept", PasswordProfile.MOST_KEPT)
                .update();
        db.sql("update access.account set password_hash = ?, must_change = ?, changed_at = ? where id = ?")
                .params(passwordHash, mustChange, now(), account.id())
                .update();
    }

    /** Hashes of the passwords it had before, latest first. */
    List<String> passwordsBefore(Account account, int most) {
        return db.sql("select password_hash from access.password_before where account_id = ? order by id desc limit ?")
                .params(account.id(), most)
                .query(String.class)
                .list();
    }

    /** All of them, or all but one. */
    public int endSessions(Account account, @Nullable String but) {
        return db.sql("""
                        delete from access.spring_session
                        where principal_name = :principal and (:but::text is null or session_id <> :but)
                        """)
                .param("principal", account.publicId().toString())
                .param("but", but)
                .update();
    }

    /** The phone with the codes is lost, and the paper with the others too. */
    @Transactional
    public void forgetSecondFactor(Account account) {
        for (var table : List.of("second_factor", "recovery_code", "known_device"))
            db.sql("delete from access." + table + " where account_id = ?")
                    .param(account.id())
                    .update();
    }

    /** Opens it again, however it was shut. */
    public void enable(Account account) {
        db.sql("""
                        update access.account
                        set disabled_at = null, disabled_for = null, disabled_because = null, enabled_at = ?
                        where id = ? and disabled_at is not null
                        """).params(now(), account.id()).update();
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

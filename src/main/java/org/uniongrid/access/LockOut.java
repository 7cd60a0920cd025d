package org.uniongrid.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/**
 * Shuts a door for a quarter of an hour after five wrong passwords or codes, whether or not an account of that name
 * exists. A door is a login; browsers that an account has signed in from have doors of their own, see {@link
 * KnownDevices}. Kept in the database, so that it holds across processes. Failures are forgotten after a day without
 * another.
 */
@Component
@Unscoped("asked before anybody is signed in, for one login")
public class LockOut {

    static final int ALLOWED = 5;
    static final Duration SHUT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    LockOut(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes one of the tries a door has, before the password is looked at, so that guesses made all at once count too.
     * False where the door is shut.
     */
    public boolean mayTry(String door) {
        db.sql("delete from access.lock_out where last_failure < ?")
                .param(now().minus(MEMORY))
                .update();
        return db.sql("""
                        insert into access.lock_out as l (login_hash, failures, last_failure) values (:login, 1, :now)
                        on conflict (login_hash) do update set
                            failures = case when l.locked_until <= :now then 1 else l.failures + 1 end,
                            last_failure = :now,
                            locked_until = case when l.locked_until is null and l.failures + 1 >= :allowed
                                                then :until::timestamptz end
                        where l.locked_until is null or l.locked_until <= :now
                        """)
                        .param("login", hash(door))
                        .param("now", now())
                        .param("until", now().plus(SHUT))
                        .param("allowed", ALLOWED)
                        .update()
                == 1;
    }

    /** Until when this door is shut, if it is. */
    public Optional<OffsetDateTime> shutUntil(String door) {
        return db.sql("select locked_until from access.lock_out where login_hash = ? and locked_until > ?")
                .params(hash(door), now())
                .query(OffsetDateTime.class)
                .optional();
    }

    public void open(String door) {
        db.sql("delete from access.lock_out where login_hash = ?")
                .param(hash(door))
                .update();
    }

    /** A try that was right, though another step is still to come whose wrong tries count on. */
    public void giveBack(String door) {
        var given = db.sql(
                        "update access.lock_out set failures = failures - 1, locked_until = null where login_hash = ? and failures > 1")
                .param(hash(door))
                .update();
        if (given == 0) open(door);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static byte[] hash(String login) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(login.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

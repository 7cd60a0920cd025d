package org.uniongrid.access.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.foundation.Unscoped;

/** Links with which somebody chooses the password of their account, once. The database keeps hashes of them only. */
@Component
@Transactional
@Unscoped("whoever holds the link is not signed in yet; it is for one account")
class Invitations {

    private static final int BYTES = 24;

    private final JdbcClient db;
    private final Clock clock;
    private final int hours;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient db, Clock clock, @Value("${uniongrid.invitation-hours:72}") int hours) {
        this.db = db;
        this.clock = clock;
        this.hours = hours;
    }

    /**
     * A new one.
     *
     * @param token what stands in the link; kept nowhere
     */
    record Invitation(UUID publicId, String token, OffsetDateTime endsAt) {}

    /** Opens the account once; the one before opens nothing any more. */
    Invitation make(Account account) {
        revoke(account);
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var invitation = new Invitation(
                UUID.randomUUID(), token, OffsetDateTime.now(clock).plusHours(hours));
        db.sql("""
                        insert into access.invitation (public_id, account_id, token_hash, made_at, ends_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        invitation.publicId(),
                        account.id(),
                        hash(token),
                        OffsetDateTime.now(clock),
                        invitation.endsAt())
                .update();
        return invitation;
    }

    boolean revoke(Account account) {
        return db.sql("""
                        update access.invitation set revoked_at = ?
                        where account_id = ? and used_at is null and revoked_at is null
                        """).params(OffsetDateTime.now(clock), account.id()).update() == 1;
    }

    /** The account that a link is for, while it is open. */
    Optional<UUID> accountOf(String token) {
        return db.sql("""
                        select a.public_id from access.invitation i join access.account a on a.id = i.account_id
                        where i.token_hash = ? and i.used_at is null and i.revoked_at is null and i.ends_at > ?
                        and a.disabled_at is null
                        """)
                .params(hash(token), OffsetDateTime.now(clock))
                .query(UUID.class)
                .optional();
    }

    /** Uses it up; false where somebody was faster or it is not open. */
    boolean use(String token) {
        return db.sql("""
                        update access.invitation set used_at = :now
                        where token_hash = :hash and used_at is null and revoked_at is null and ends_at > :now
                        """)
                        .param("now", OffsetDateTime.now(clock))
                        .param("hash", hash(token))
                        .update()
                == 1;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

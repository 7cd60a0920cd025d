package org.uniongrid.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;

/**
 * Browsers that an account has signed in from. Each has tries of its own, so that strangers who type wrong passwords
 * for a login they know shut it for strangers only.
 */
@Component
@Unscoped("asked before anybody is signed in, for one account")
public class KnownDevices {

    static final int MOST = 20;

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Where the tries of this browser count: the login's own door, or that of the browser where it is known. */
    public String door(String login, @Nullable Account account, Client client) {
        if (account == null || client.token() == null) return login;
        var hash = LockOut.hash(client.token());
        var known = db.sql("select exists (select from access.known_device where account_id = ? and token_hash = ?)")
                .params(account.id(), hash)
                .query(Boolean.class)
                .single();
        return known ? door(login, hash) : login;
    }

    /** All doors there are to an account. */
    public List<String> doors(Account account) {
        var doors = new ArrayList<>(List.of(account.login()));
        db.sql("select token_hash from access.known_device where account_id = ?")
                .param(account.id())
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(hash -> doors.add(door(account.login(), hash)));
        return doors;
    }

    /** Takes note that somebody signed in; gives what the browser is to be known by. The oldest of many are forgotten. */
    @Transactional
    String remember(Account account, Client client) {
        var token = client.token() != null && client.token().length() == 32 ? client.token() : random();
        db.sql("""
                        insert into access.known_device (account_id, token_hash, seen_at) values (:account, :hash, :now)
                        on conflict (account_id, token_hash) do update set seen_at = :now
                        """)
                .param("account", account.id())
                .param("hash", LockOut.hash(token))
                .param("now", OffsetDateTime.now(clock))
                .update();
        db.sql("""
                        delete from access.known_device where account_id = :account and token_hash not in (
                            select token_hash from access.known_device where account_id = :account
                            order by seen_at desc limit :most)
                        """).param("account", account.id()).param("most", MOST).update();
        return token;
    }

    private static String door(String login, byte[] hash) {
        return login + " " + HexFormat.of().formatHex(hash);
    }

    private String random() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

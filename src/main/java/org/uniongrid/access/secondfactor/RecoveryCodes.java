package org.uniongrid.access.secondfactor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.Passwords;
import org.uniongrid.foundation.Unscoped;

/** Ten codes on paper, each good once in place of a code from the app. Kept as hashes that are as slow as passwords'. */
@Component
@Transactional
@Unscoped("of the account that signs in or asks about itself")
class RecoveryCodes {

    static final int MANY = 10;

    /** Without what looks alike; fifty bits a code. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;

    private final JdbcClient db;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** New ones; those before open nothing any more. To be shown once: they cannot be read again. */
    List<String> anew(Account account) {
        var codes = Stream.generate(this::random).distinct().limit(MANY).toList();
        var salt = new byte[16];
        random.nextBytes(salt);
        db.sql("delete from access.recovery_code where account_id = ?")
                .param(account.id())
                .update();
        for (var code : codes)
            db.sql("insert into access.recovery_code (account_id, salt, code_hash) values (?, ?, ?)")
                    .params(account.id(), salt, passwords.stretch(plain(code), salt))
                    .update();
        return codes;
    }

    /** Whether it is one of them that was not used yet. It is used now. */
    boolean take(Account account, String typed) {
        var code = plain(typed);
        if (code.length() != LENGTH) return false;
        var salt = db.sql("select salt from access.recovery_code where account_id = ? limit 1")
                .param(account.id())
                .query((row, number) -> row.getBytes(1))
                .optional();
        return salt.isPresent()
                && db.sql("""
                        update access.recovery_code set used_at = ?
                        where account_id = ? and code_hash = ? and used_at is null
                        """)
                                .params(OffsetDateTime.now(clock), account.id(), passwords.stretch(code, salt.get()))
                                .update()
                        == 1;
    }

    int left(Account account) {
        return db.sql("select count(*) from access.recovery_code where account_id = ? and used_at is null")
                .param(account.id())
                .query(Integer.class)
                .single();
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private String random() {
        var code = new StringBuilder();
        random.ints(LENGTH, 0, SIGNS.length()).forEach(i -> code.append(SIGNS.charAt(i)));
        return code.insert(LENGTH / 2, '-').toString();
    }
}

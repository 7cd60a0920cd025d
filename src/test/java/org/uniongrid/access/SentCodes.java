package org.uniongrid.access;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.people.Vault;

/** Puts a code that a test knows in the place of the one that was sent to a phone. */
public final class SentCodes {

    private final JdbcClient db;
    private final Vault vault;
    private final TransactionTemplate transaction;

    public SentCodes(JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.db = db;
        this.vault = vault;
        this.transaction = transaction;
    }

    /** False where none was sent for this purpose. */
    public boolean set(String phone, String purpose, String code) {
        return db.sql("update access.phone_code set code = ? where phone = ? and purpose = ?")
                        .params(
                                index("access.phone_code.code", phone + " " + purpose + " " + code),
                                index("access.phone_code.phone", phone),
                                purpose)
                        .update()
                == 1;
    }

    /** A minute has passed for this phone, and more: it may be sent another code at once. */
    public void passTime(String phone) {
        for (var limit : new String[] {"minute", "hour", "day"})
            db.sql("delete from access.rate_limit where key_hash = ?")
                    .param(index("access.rate_limit.phone-codes-" + limit, phone))
                    .update();
    }

    private byte[] index(String column, String plain) {
        return Objects.requireNonNull(transaction.execute(_ -> vault.index(column, plain)));
    }
}

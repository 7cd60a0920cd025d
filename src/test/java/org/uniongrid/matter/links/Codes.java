package org.uniongrid.matter.links;

import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.people.Vault;

/** Puts a code that a test knows in the place of the one that was sent to a phone. */
public final class Codes {

    private final JdbcClient db;
    private final Vault vault;
    private final TransactionTemplate transaction;

    public Codes(JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.db = db;
        this.vault = vault;
        this.transaction = transaction;
    }

    public void set(UUID link, String code) {
        var hash = Objects.requireNonNull(transaction.execute(_ -> vault.index("matter.link.code", link + " " + code)));
        db.sql("update matter.link set code_hash = ? where public_id = ?")
                .params(hash, link)
                .update();
    }
}

package org.uniongrid.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** By which ids other houses, such as WeChat, know workers: one worker for an id, bound once their phone was proven. */
@Component
@Unscoped("asked before anybody is signed in, for whoever another house has vouched for")
public class WorkerKeys {

    static final SealedColumn COLUMN =
            SealedColumn.of("access.worker_key", "public_id", "key").indexedBy("key_index");

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    WorkerKeys(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whom the house behind this door knows by this id; the door in kebab case. */
    @Transactional
    public Optional<Long> find(String door, String id) {
        return db.sql("select person_id from access.worker_key where key_index = any (?)")
                .param(vault.indexes(COLUMN.indexName(), plain(door, id)).toArray(byte[][]::new))
                .query(Long.class)
                .optional();
    }

    /** In place of whom it named before. */
    @Transactional
    public void bind(String door, String id, long personId) {
        var plain = plain(door, id);
        db.sql("delete from access.worker_key where key_index = any (?)")
                .param(vault.indexes(COLUMN.indexName(), plain).toArray(byte[][]::new))
                .update();
        var row = UUID.randomUUID();
        db.sql("""
                        insert into access.worker_key (public_id, door, person_id, key, key_index, bound_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row,
                        door,
                        personId,
                        vault.seal(COLUMN.at(row), plain),
                        vault.index(COLUMN.indexName(), plain),
                        OffsetDateTime.now(clock))
                .update();
    }

    private static String plain(String door, String id) {
        return door + " " + id;
    }
}

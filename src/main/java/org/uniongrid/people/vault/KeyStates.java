package org.uniongrid.people.vault;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which keys are in use, as all processes of this UnionGrid see it. */
@Repository
class KeyStates {

    /** Held shared by whoever seals or looks up, alone by whoever changes a key's state; till the transaction ends. */
    private static final long LOCK = 0x7661756c74L;

    private final JdbcClient db;
    private final Clock clock;

    KeyStates(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    enum State {
        CURRENT,
        OLD,
        RETIRED
    }

    record Known(String id, Profile profile, State state, OffsetDateTime madeAt) {}

    void hold() {
        db.sql("select pg_advisory_xact_lock_shared(?)::text")
                .param(LOCK)
                .query(String.class)
                .optional();
    }

    /** Waits a moment for those who seal, so that they do not wait long for us. */
    void holdAlone(int seconds) {
        db.sql("select set_config('lock_timeout', ?, true)")
                .param(seconds + "s")
                .query(String.class)
                .single();
        db.sql("select pg_advisory_xact_lock(?)::text")
                .param(LOCK)
                .query(String.class)
                .optional();
    }

    /** All that were ever used, the current one first. */
    List<Known> all() {
        return db.sql("""
                        select id, profile, state, made_at from people.vault_key
                        order by state = 'CURRENT' desc, made_at desc, id
                        """).query(Known.class).list();
    }

    /** Makes this the current key; the one before is old from now on. */
    void makeCurrent(Key key) {
        db.sql("update people.vault_key set state = 'OLD' where state = 'CURRENT'")
                .update();
        db.sql("""
                        insert into people.vault_key (id, profile, state, made_at) values (:id, :profile, 'CURRENT', :now)
                        on conflict (id) do update set state = 'CURRENT', retired_at = null
                        """)
                .param("id", key.id())
                .param("profile", key.profile().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void retire(String id) {
        db.sql("update people.vault_key set state = 'RETIRED', retired_at = :now where id = :id and state = 'OLD'")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** Forgets a key that nothing was ever sealed with. */
    void drop(String id) {
        db.sql("delete from people.vault_key where id = ?").param(id).update();
    }
}

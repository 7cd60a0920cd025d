package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Cards by their handles, and which codes were taken already. */
@Repository
@Unscoped("whoever shows a code shows themselves to the gate; gates need no reach over them")
class CodeBook {

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient db;
    private final Clock clock;

    CodeBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whose card it is. */
    record Holder(long personId, UUID person, String name) {}

    Optional<UUID> handle(long personId) {
        return db.sql("select handle from membership.card where person_id = ?")
                .param(personId)
                .query(UUID.class)
                .optional();
    }

    Optional<Holder> holder(UUID handle) {
        return db.sql("""
                        select p.id as person_id, p.public_id as person, p.name from membership.card c
                        join people.person p on p.id = c.person_id where c.handle = ?
                        """).param(handle).query(Holder.class).optional();
    }

    /** In place of the one before. False where another card has these digits now. */
    boolean keep(long personId, String digits, byte[] nonce, Instant endsAt) {
        db.sql("delete from membership.short_code where person_id = ? or ends_at < ?")
                .params(personId, now())
                .update();
        return db.sql("""
                        insert into membership.short_code (code, person_id, nonce, ends_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(digits, personId, nonce, endsAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What is behind eight digits. */
    record Short(long personId, byte[] nonce) {}

    Optional<Short> typed(String digits) {
        return db.sql("select person_id, nonce from membership.short_code where code = ? and ends_at > ?")
                .params(digits, now())
                .query((row, number) -> new Short(row.getLong("person_id"), row.getBytes("nonce")))
                .optional();
    }

    Optional<Holder> holder(long personId) {
        return db.sql("select id as person_id, public_id as person, name from people.person where id = ?")
                .param(personId)
                .query(Holder.class)
                .optional();
    }

    /** Where and when a code was taken first. */
    record Use(String gate, Instant at) {}

    /** @return nothing where it is taken now; else where it was before. Of two gates at once one takes it */
    @Nullable
    Use take(byte[] nonce, long personId, String gate, Instant at, @Nullable Long by) {
        var taken = db.sql("""
                        insert into membership.code_use (nonce, person_id, gate, at, by_person) values (:nonce, :person, :gate, :at, :by)
                        on conflict (nonce) do nothing
                        """)
                .param("nonce", nonce)
                .param("person", personId)
                .param("gate", gate)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        if (taken == 1) return null;
        return db.sql("select gate, at from membership.code_use where nonce = ?")
                .param(nonce)
                .query((row, number) -> new Use(
                        row.getString("gate"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    void forgetOld() {
        db.sql("delete from membership.code_use where at < ?")
                .param(now().minus(KEPT))
                .update();
        db.sql("delete from membership.short_code where ends_at < ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

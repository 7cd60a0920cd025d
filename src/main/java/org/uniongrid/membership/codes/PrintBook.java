package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** Cards on paper: one of a person lasts. */
@Repository
@Unscoped("of a member whom the desk has found within reach, or who shows the card at a gate")
class PrintBook {

    private final JdbcClient db;
    private final Clock clock;

    PrintBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A card that lasts. */
    record Print(long serial, Instant madeAt, Instant endsAt) {}

    Optional<Print> of(long personId) {
        return db.sql(
                        "select serial, made_at, ends_at from membership.printed where person_id = ? and ended_at is null")
                .param(personId)
                .query((row, number) -> new Print(
                        row.getLong("serial"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @return how many ended: one or none */
    int end(long personId) {
        return db.sql("update membership.printed set ended_at = ? where person_id = ? and ended_at is null")
                .params(now(), personId)
                .update();
    }

    /** In place of the one before. */
    long add(long personId, Instant until, long by) {
        end(personId);
        return db.sql("""
                        insert into membership.printed (person_id, made_by, made_at, ends_at) values (?, ?, ?, ?)
                        returning serial
                        """)
                .params(personId, by, now(), until.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    boolean lasts(long personId, long serial) {
        return db.sql("select count(*) from membership.printed where serial = ? and person_id = ? and ended_at is null")
                        .params(serial, personId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Serials that a gate without a network must refuse. */
    List<Long> refused() {
        return db.sql("""
                        select p.serial from membership.printed p
                        left join membership.stay s on s.person_id = p.person_id and s.until is null and s.state <> 'SUSPENDED'
                        where p.ends_at > ? and (p.ended_at is not null or s.id is null) order by p.serial
                        """).param(now()).query(Long.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

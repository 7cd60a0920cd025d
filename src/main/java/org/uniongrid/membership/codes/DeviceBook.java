package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.AccountClosed;

/** Phones that make codes by themselves. */
@Repository
@Unscoped("of the worker themselves, or of whoever shows a code at a gate")
class DeviceBook {

    /** Phones of one person; one more ends the oldest. */
    private static final int MOST = 3;

    private final JdbcClient db;
    private final Clock clock;

    DeviceBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False where the key is somebody else's, or was ended: the phone makes another then. */
    boolean keep(long personId, byte[] key, Instant until) {
        var kept = db.sql("""
                        insert into membership.device as d (person_id, key, made_at, ends_at)
                        values (:person, :key, :now, :until)
                        on conflict (key) do update set ends_at = excluded.ends_at
                        where d.person_id = :person and d.ended_at is null
                        """)
                .param("person", personId)
                .param("key", key)
                .param("now", now())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        if (kept == 1) endOldest(personId);
        return kept == 1;
    }

    private void endOldest(long personId) {
        db.sql("""
                        update membership.device set ended_at = :now
                        where person_id = :person and ended_at is null and id not in (
                            select id from membership.device where person_id = :person and ended_at is null
                            order by ends_at desc, id desc limit :most)
                        """)
                .param("now", now())
                .param("person", personId)
                .param("most", MOST)
                .update();
    }

    boolean lasts(long personId, byte[] key) {
        return db.sql("select count(*) from membership.device where key = ? and person_id = ? and ended_at is null")
                        .params(key, personId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    int count(long personId) {
        return db.sql("select count(*) from membership.device where person_id = ? and ended_at is null and ends_at > ?")
                .params(personId, now())
                .query(Integer.class)
                .single();
    }

    @EventListener
    void on(AccountClosed closed) {
        end(closed.worker().personId());
    }

    /** @return how many there were */
    int end(long personId) {
        return db.sql("update membership.device set ended_at = ? where person_id = ? and ended_at is null")
                .params(now(), personId)
                .update();
    }

    /** Keys of phones that a gate must refuse though the city vouched for them this week. */
    List<byte[]> refused() {
        return db.sql("""
                        select d.key from membership.device d
                        left join membership.stay s on s.person_id = d.person_id and s.until is null and s.state <> 'SUSPENDED'
                        where d.ends_at > ? and (d.ended_at is not null or s.id is null) order by d.id
                        """)
                .param(now())
                .query((row, number) -> row.getBytes("key"))
                .list();
    }

    @Scheduled(initialDelay = 150_000, fixedDelay = 3_600_000)
    void forgetOld() {
        db.sql("delete from membership.device where ends_at < ?").param(now()).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

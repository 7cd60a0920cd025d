package org.uniongrid.exchange.exports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what was interrupted, what nobody decided on and what nobody fetched. Any number of processes may do it at once. */
@Component
class ExportUpkeep {

    private final JdbcClient db;
    private final Exports exports;
    private final ExportFiles files;
    private final ExportNotices notices;
    private final Clock clock;

    ExportUpkeep(JdbcClient db, Exports exports, ExportFiles files, ExportNotices notices, Clock clock) {
        this.db = db;
        this.exports = exports;
        this.files = files;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20_000)
    @Transactional
    void endInterrupted() {
        db.sql("""
                update exchange.export e
                set state = 'FAILED', failure = 'export.failed.interrupted', finished_at = :now
                where e.state = 'MAKING' and not exists (
                    select from exchange.process p
                    where p.id = e.process_id and p.beat_at > now() - interval '30 seconds')
                returning\s""" + Exports.COLUMNS)
                .param("now", OffsetDateTime.now(clock))
                .query(exports::export)
                .list()
                .forEach(notices::failed);
    }

    /** Files go with the exports that are over; those of another process's exports lie elsewhere. */
    @Scheduled(fixedDelay = 300_000)
    void forgetOld() {
        var now = OffsetDateTime.now(clock);
        db.sql("""
                        update exchange.export set state = 'EXPIRED'
                        where state = 'READY' and finished_at <= :made or state = 'WAITING' and asked_at <= :asked""")
                .param("made", now.minus(Export.KEPT))
                .param("asked", now.minus(Export.UNDECIDED))
                .update();
        var lying = files.all();
        if (lying.isEmpty()) return;
        var wanted = db.sql(
                        "select public_id from exchange.export where public_id = any (:ids) and state in ('MAKING', 'READY')")
                .param("ids", lying.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        files.keepOnly(new HashSet<>(wanted));
    }
}

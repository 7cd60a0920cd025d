package org.uniongrid.exchange.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what was interrupted and forgets what is old. Any number of processes may do it at once. */
@Component
class ImportUpkeep {

    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final Clock clock;

    ImportUpkeep(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A run that somebody holds locked is being committed, however long its process has been silent. */
    @Scheduled(fixedDelay = 20_000)
    @Transactional
    void endInterrupted() {
        db.sql("""
                with dead as (
                    select r.id from exchange.import_run r
                    where r.state in ('READING', 'CHECKING', 'COMMITTING')
                    and not exists (
                        select from exchange.process p
                        where p.id = r.process_id and p.beat_at > now() - interval '30 seconds')
                    for update of r skip locked),
                ended as (
                    update exchange.import_run r
                    set state = 'FAILED', failure = 'import.failed.interrupted', finished_at = :now
                    from dead where r.id = dead.id returning r.id),
                problems as (delete from exchange.import_problem p using ended where p.run_id = ended.id),
                changes as (delete from exchange.import_change c using ended where c.run_id = ended.id)
                delete from exchange.import_row w using ended where w.run_id = ended.id""").param("now", now()).update();
        db.sql("delete from exchange.process where beat_at < now() - interval '1 day'")
                .update();
    }

    @Scheduled(fixedDelay = 3_600_000)
    @Transactional
    void forgetOld() {
        var before = now().minus(KEPT);
        db.sql("""
                update exchange.import_run set state = 'DISCARDED', finished_at = :now
                where state = 'CHECKED' and created_at < :before""").param("now", now()).param("before", before).update();
        for (var table : new String[] {"import_row", "import_problem", "import_change"})
            db.sql("delete from exchange." + table + """
                     t using exchange.import_run r
                    where t.run_id = r.id and r.created_at < :before and r.state not in ('READING', 'CHECKING', 'COMMITTING')""")
                    .param("before", before)
                    .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

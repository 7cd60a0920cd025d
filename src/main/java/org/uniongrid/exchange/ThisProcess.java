package org.uniongrid.exchange;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This process, as others on the same database know it: alive as long as it beats. */
@Component
public class ThisProcess {

    private final UUID id = UUID.randomUUID();
    private final JdbcClient db;

    ThisProcess(JdbcClient db) {
        this.db = db;
    }

    public UUID id() {
        return id;
    }

    /** By the database's clock, so that the clocks of two machines need not agree. */
    @Scheduled(fixedDelay = 5_000)
    public void beat() {
        db.sql("""
                insert into exchange.process (id, beat_at) values (:id, now())
                on conflict (id) do update set beat_at = excluded.beat_at""").param("id", id).update();
    }

    /** Work that this process leaves behind need not wait to be found. */
    @PreDestroy
    void end() {
        db.sql("delete from exchange.process where id = :id").param("id", id).update();
    }
}

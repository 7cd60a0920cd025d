package org.uniongrid.access.trail;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Checks of the trail that somebody asked for on the page: one at a time in this process, in the background. */
@Component
@Unscoped("states of the trail as a whole, shown behind the permission to read it")
public class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final Verifier verifier;
    private final Seals seals;
    private final AuditTrail trail;
    private final JdbcClient db;
    private final JsonMapper json;

    /** How many entries the running check has looked at; null where none runs. */
    private final AtomicReference<@Nullable Long> running = new AtomicReference<>();

    Checks(Verifier verifier, Seals seals, AuditTrail trail, JdbcClient db, JsonMapper json) {
        this.verifier = verifier;
        this.seals = seals;
        this.trail = trail;
        this.db = db;
        this.json = json;
    }

    /** What the band above the trail says. */
    public record State(
            @Nullable Long sealNumber,
            @Nullable OffsetDateTime sealedAt,
            long waiting,
            @Nullable Long running,
            @Nullable Past last) {}

    /** A check that ended. */
    public record Past(
            OffsetDateTime endedAt, String askedBy, long entries, long seals, long waiting, List<Finding> findings) {}

    State state() {
        var last = seals.last().flatMap(line -> Seal.parse(line.sealed()));
        var waiting = db.sql("select count(*) from (select from access.audit_pending limit 10000) first")
                .query(Long.class)
                .single();
        return new State(
                last.map(Seal::number).orElse(null),
                last.map(seal -> seal.at().atOffset(ZoneOffset.UTC)).orElse(null),
                waiting,
                running.get(),
                last().orElse(null));
    }

    Optional<Past> last() {
        return db.sql("""
                        select ended_at, asked_by, entries, seals, waiting, findings::text as findings
                        from access.audit_check order by id desc limit 1
                        """).query(this::past).optional();
    }

    private Past past(ResultSet row, int number) throws SQLException {
        return new Past(
                row.getObject("ended_at", OffsetDateTime.class),
                row.getString("asked_by"),
                row.getLong("entries"),
                row.getLong("seals"),
                row.getLong("waiting"),
                json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {}));
    }

    /** Asked twice, it runs once. */
    void start(Actor actor) {
        if (!running.compareAndSet(null, 0L)) return;
        trail.add(actor, Deed.of("access.trail.verify", "access.trail", null, ""));
        Thread.ofVirtual().name("audit-check").start(() -> run(actor.name()));
    }

    void run(String askedBy) {
        try {
            keep(verifier.check(null, seen -> running.set(seen)), askedBy);
        } catch (IOException | RuntimeException e) {
            log.error("The audit trail could not be checked", e);
        } finally {
            running.set(null);
        }
    }

    private void keep(Verdict verdict, String askedBy) {
        db.sql("""
                        insert into access.audit_check (started_at, ended_at, asked_by, entries, seals, waiting, findings)
                        values (:started, :ended, :by, :entries, :seals, :waiting, :findings::json)
                        """)
                .param("started", verdict.startedAt().atOffset(ZoneOffset.UTC))
                .param("ended", verdict.endedAt().atOffset(ZoneOffset.UTC))
                .param("by", askedBy)
                .param("entries", verdict.entries())
                .param("seals", verdict.seals())
                .param("waiting", verdict.waiting())
                .param("findings", json.writeValueAsString(verdict.findings()))
                .update();
    }
}

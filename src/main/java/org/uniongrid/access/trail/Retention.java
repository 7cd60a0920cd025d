package org.uniongrid.access.trail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;

/**
 * Drops entries that are old enough: whole seals, oldest first, a few at a time, each time with a seal that says so.
 * The seals themselves stay.
 */
@Component
@Unscoped("a job that acts for nobody")
class Retention {

    /** Article 21 of the Cybersecurity Law: logs are kept for six months at least. */
    static final int LEAST = 6;

    private static final int SEALS_AT_ONCE = 100;
    private static final Actor JOB = Actor.system("audit-retention");

    private final int months;
    private final JdbcClient db;
    private final Seals seals;
    private final Sealer sealer;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            @Value("${uniongrid.audit.keep:36}") String keep,
            JdbcClient db,
            Seals seals,
            Sealer sealer,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.months = months(keep);
        this.db = db;
        this.seals = seals;
        this.sealer = sealer;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    static int months(String keep) {
        if (!keep.strip().matches("\\d{1,4}") || Integer.parseInt(keep.strip()) < LEAST) throw new KeptTooShort(keep);
        return Integer.parseInt(keep.strip());
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void dropOld() {
        while (Boolean.TRUE.equals(transaction.execute(_ -> dropSome()))) {}
    }

    private boolean dropSome() {
        if (!seals.lock()) return false;
        var upTo = oldEnough();
        if (upTo.isEmpty()) return false;
        sealer.sealDrop(upTo.get());
        long dropped = seals.drop(upTo.get());
        trail.add(
                JOB,
                Deed.of("access.trail.drop", "access.trail", null, String.valueOf(upTo.get()))
                        .with("entries", null, String.valueOf(dropped)));
        return true;
    }

    /** Up to which seal, where some of them still have entries. */
    private Optional<Long> oldEnough() {
        return db.sql("""
                        select max(number) from (
                            select number, written_at, leaves from access.audit_seal
                            where number > :from order by number limit :most) oldest
                        where written_at < :before having bool_or(length(leaves) > 0)
                        """)
                .param("from", seals.droppedTo())
                .param("most", SEALS_AT_ONCE)
                .param("before", OffsetDateTime.now(clock).minusMonths(months))
                .query(Long.class)
                .optional();
    }
}

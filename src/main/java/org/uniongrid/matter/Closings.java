package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;

/** The way from answered to closed: by whoever asked, or by itself once nobody may open it again. */
@Component
@Unscoped("a job that acts for nobody")
class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);
    private static final Actor JOB = Actor.system("matter-closings");
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Allowed allowed;
    private final MatterBook book;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Closings(
            JdbcClient db,
            Allowed allowed,
            MatterBook book,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.db = db;
        this.allowed = allowed;
        this.book = book;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Due(long id, UUID publicId, String kind, String unitName, String label) {}

    /** When one that is answered now is closed by itself: the night after its last day; null for at once. */
    @Nullable
    Instant after(Matter matter) {
        var days = allowed.reopens(matter);
        if (days == 0) return null;
        var last = OffsetDateTime.now(clock).toLocalDate().plusDays(days);
        return last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** One that was answered, and is locked. */
    void close(long id, UUID publicId, String kind) {
        book.close(id);
        events.publishEvent(new MatterClosed(publicId, kind, MatterState.ANSWERED));
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 60_000)
    void closeThoseWhoseDaysAreOver() {
        var due = due(0);
        while (!due.isEmpty()) {
            due.forEach(this::closeAlone);
            due = due(due.getLast());
        }
    }

    private List<Long> due(long after) {
        return db.sql("""
                        select id from matter.matter where state = 'ANSWERED' and closes_at <= :now and id > :after
                        order by id limit :most
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("after", after)
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
    }

    /** One that fails keeps no other from being closed; it is tried again the next time. */
    private void closeAlone(long id) {
        try {
            transaction.executeWithoutResult(status -> lock(id));
        } catch (RuntimeException e) {
            LOG.warn("Matter {} could not be closed", id, e);
        }
    }

    private void lock(long id) {
        db.sql("""
                        select id, public_id, kind, unit_name, asked_name || ' ' || year || '-' || nr as label
                        from matter.matter where id = ? and state = 'ANSWERED' and closes_at <= ? for no key update
                        """)
                .params(id, OffsetDateTime.now(clock))
                .query(Due.class)
                .optional()
                .ifPresent(this::close);
    }

    private void close(Due due) {
        db.sql("""
                        insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action)
                        values (?, ?, '', '', ?, ?)
                        """)
                .params(due.id(), OffsetDateTime.now(clock), due.unitName(), Action.CLOSE.name())
                .update();
        trail.add(JOB, Deed.of("matter." + Action.CLOSE.path(), Tidings.SUBJECT, due.publicId(), due.label()));
        close(due.id(), due.publicId(), due.kind());
    }
}

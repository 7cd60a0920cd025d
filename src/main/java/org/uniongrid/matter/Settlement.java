package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;

/** Answers matters in nobody's name, where the days are over in which somebody might have objected. */
@Component
@Unscoped("for the jobs of the kinds, which act for nobody")
public class Settlement {

    private final JdbcClient db;
    private final Matters matters;
    private final MatterKinds kinds;
    private final MatterBook book;
    private final TaskBook tasks;
    private final AuditTrail trail;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            JdbcClient db,
            Matters matters,
            MatterKinds kinds,
            MatterBook book,
            TaskBook tasks,
            AuditTrail trail,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.matters = matters;
        this.kinds = kinds;
        this.book = book;
        this.tasks = tasks;
        this.trail = trail;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Nothing where it came to its end meanwhile.
     *
     * @param job who sees all matters, {@link Actor#system} with {@link Matters#READ}
     */
    @Transactional
    public void answer(UUID id, Actor job) {
        var matter = matters.lock(id, job);
        if (!matter.isOpen()) return;
        kinds.of(matter.kind()).deciding(matter, Action.ANSWER, job);
        tasks.doneAll(matter, Action.ANSWER.name());
        book.end(matter, MatterState.ANSWERED, null);
        db.sql("""
                        insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action)
                        values (?, ?, '', '', ?, ?)
                        """)
                .params(matter.id(), OffsetDateTime.now(clock), matter.unitName(), Action.ANSWER.name())
                .update();
        trail.add(job, Deed.of("matter." + Action.ANSWER.path(), Tidings.SUBJECT, matter.publicId(), matter.label()));
        notices.tell(Notice.of(Tidings.NEWS + ":" + UUID.randomUUID(), Tidings.NEWS, matter.personId())
                .at(Tidings.page(matter, matter.personId())));
        events.publishEvent(new MatterClosed(matter.publicId(), matter.kind(), MatterState.ANSWERED));
    }
}

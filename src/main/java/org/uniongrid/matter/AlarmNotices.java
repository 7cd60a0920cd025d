package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Alarms.Ringing;

/** Who is told that a step is nearly due or late; nobody who is barred from the matter. */
@Component
@Unscoped("a job that acts for nobody")
class AlarmNotices {

    static final String DUE_SOON = "matter.due-soon";
    static final String OVERDUE = "matter.overdue";
    static final String ESCALATED = "matter.escalated";

    private static final Actor JOB = Actor.system("matter-alarms");

    /** Wants {@code :matter}. */
    private static final String NOT_BARRED = """
             not exists (select from matter.party p
                where p.matter_id = :matter and p.part = 'BARRED' and p.person_id = n.person_id)
            """;

    private static final String HANDLES = """
            join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
            join organisation.tenure n on n.post_id = o.id and n.during @> :today
            """;

    private final JdbcClient db;
    private final Notices notices;
    private final AuditTrail trail;
    private final Clock clock;

    AlarmNotices(JdbcClient db, Notices notices, AuditTrail trail, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    private record Named(UUID publicId, String label) {}

    private record Above(long id, String name) {}

    void dueSoon(Ringing step) {
        holders(step).forEach(person -> tell(DUE_SOON, step, person));
    }

    void overdue(Ringing step) {
        holders(step).forEach(person -> tell(OVERDUE, step, person));
    }

    /** @return whether there is a unit above with somebody who may handle matters */
    boolean escalate(Ringing step) {
        var above = above(step);
        if (above.isEmpty()) return false;
        handlers(step, above.get().id()).forEach(person -> tell(ESCALATED, step, person));
        db.sql("""
                        insert into matter.entry (matter_id, task_id, at, person_name, post_title, unit_name, action)
                        values (?, ?, ?, '', '', ?, ?)
                        """)
                .params(
                        step.matterId(),
                        step.id(),
                        OffsetDateTime.now(clock),
                        above.get().name(),
                        Action.ESCALATE.name())
                .update();
        var matter = matter(step);
        trail.add(JOB, Deed.of("matter." + Action.ESCALATE.path(), Tidings.SUBJECT, matter.publicId(), matter.label()));
        return true;
    }

    /** The nearest unit above the one in which the step waits. */
    private Optional<Above> above(Ringing step) {
        return db.sql("""
                        select a.id, a.name from organisation.unit u join organisation.unit a on a.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from u.scope), '/')) x)
                        where u.id = :unit and a.id <> u.id and not exists (
                            select from matter.task t where t.id = :task and t.holder_kind = 'PERSON') and exists (
                            select from organisation.post o\s""" + HANDLES + " where o.unit_id = a.id and " + NOT_BARRED + """
                            ) order by length(a.scope) desc limit 1
                        """)
                .param("unit", step.unitId())
                .param("task", step.id())
                .param("matter", step.matterId())
                .param("today", LocalDate.now(clock))
                .query(Above.class)
                .optional();
    }

    private List<Long> handlers(Ringing step, long unit) {
        return db.sql("select distinct n.person_id from organisation.post o " + HANDLES
                        + " where o.unit_id = :unit and " + NOT_BARRED)
                .param("unit", unit)
                .param("matter", step.matterId())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    /** Whoever has the step in their hands today: in a pool, all who may take it. */
    private List<Long> holders(Ringing step) {
        return db.sql("""
                        select n.person_id from matter.task t
                        join organisation.tenure n on n.post_id = t.holder_id and n.during @> :today
                        where t.id = :task and t.holder_kind = 'POST' and
                        """ + NOT_BARRED + """
                        union
                        select t.holder_id from matter.task t where t.id = :task and t.holder_kind = 'PERSON'
                        union
                        select n.person_id from matter.task t join organisation.post o on o.unit_id = t.holder_id
                        """ + HANDLES + " where t.id = :task and t.holder_kind = 'POOL' and "
                        + NOT_BARRED)
                .param("task", step.id())
                .param("matter", step.matterId())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    private Named matter(Ringing step) {
        return db.sql(
                        "select public_id, asked_name || ' ' || year || '-' || nr as label from matter.matter where id = ?")
                .param(step.matterId())
                .query(Named.class)
                .single();
    }

    /** Once for each deadline: a clock that went on after it had stood still has another. */
    private void tell(String kind, Ringing step, long person) {
        var key = kind + ":" + step.id() + ":" + step.dueAt().toEpochSecond() + ":" + person;
        notices.tell(Notice.of(key, kind, person).at("/matters/" + matter(step).publicId()));
    }
}

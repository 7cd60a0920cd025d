package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.web.Say;

/**
 * Running matters go over to another route where whoever wrote it says so: those that wait at steps which it has, too.
 * Only the route changes; whoever has a step keeps it, with its clock. What is more than one batch goes on as a job.
 */
@Component
@Unscoped("for a unit that the desk has found within reach, and as a job that acts for nobody")
public class RouteSwitches {

    static final String SUBJECT = "matter.route";
    static final int BATCH = 500;
    private static final Actor JOB = Actor.system("matter-routes");

    /** Open matters {@code m} that are to go by route {@code :to}, of {@code :whose}, and do not. */
    private static final String OTHERS = """
             from organisation.unit u
            join organisation.unit a on a.scope >= u.scope and a.scope < left(u.scope, -1) || '0'
            join matter.matter m on m.asked_id = a.id and m.state = 'OPEN' and m.kind = :kind and m.route_id is distinct from :to::bigint
            """;

    private static final String NO_NEARER_ROUTE = """
             where u.id = :unit and not exists (
                select from matter.route n join organisation.unit o on o.id = n.unit_id
                where n.kind = :kind and n.ended_at is null and o.id <> :unit and starts_with(a.scope, o.scope)
                  and length(o.scope) > coalesce((select length(w.scope) from organisation.unit w where w.id = :whose::bigint), 0))
            """;

    /** Whether all that waits of {@code m} waits at steps with these keys, and gets back to such. */
    private static final String FITS = """
             not exists (select from matter.task t where t.matter_id = m.id and t.state <> 'DONE'
                and not (t.step = any (:keys) and coalesce(t.returns_to, t.step) = any (:keys)))
            """;

    private final JdbcClient db;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RouteSwitches(JdbcClient db, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Matters that keep their routes, since the new one has no such step. */
    public record Stay(String step, @Nullable String ownName, int count) {

        public String name(Say say) {
            return ownName == null ? say.of("matter.step." + step) : ownName;
        }
    }

    /** @param switching how many matters would go over */
    public record Preview(int switching, List<Stay> staying) {

        public int kept() {
            return staying.stream().mapToInt(Stay::count).sum();
        }
    }

    /** @param goesOn whether there are more, which follow by themselves */
    public record Outcome(int switched, boolean goesOn) {}

    private record Standing(String step, @Nullable String name, boolean fits, int count) {}

    /** @param to the route that follows; null for one that is not written yet */
    Preview preview(MatterKind kind, long unit, @Nullable Route to, List<String> keys) {
        var all = db.sql("select step, name, fits, count(*)::int as count from (select w.step, s.name, " + FITS
                        + " as fits" + OTHERS + """
                        join matter.task w on w.matter_id = m.id and w.kind = 'STEP' and w.state <> 'DONE'
                        left join matter.route_step s on s.route_id = m.route_id and s.key = w.step
                        """ + NO_NEARER_ROUTE
                        + ") one group by step, name, fits order by count(*) desc, step, name")
                .param("kind", kind.key())
                .param("unit", unit)
                .param("to", to == null ? null : to.id())
                .param("whose", to == null ? Long.valueOf(unit) : unit(to))
                .param("keys", keys.toArray(String[]::new))
                .query(Standing.class)
                .list();
        return new Preview(
                all.stream().filter(Standing::fits).mapToInt(Standing::count).sum(),
                all.stream()
                        .filter(one -> !one.fits())
                        .map(one -> new Stay(one.step(), one.name(), one.count()))
                        .toList());
    }

    private @Nullable Long unit(Route route) {
        return db.sql("select unit_id from matter.route where id = ? and unit_id is not null")
                .param(route.id())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Whatever the unit's matters were still going over to, they no longer do. */
    Outcome begin(Actor actor, Found unit, Route to, RouteDesk.Order order) {
        db.sql("""
                        update matter.route_switch s set ended_at = :now from matter.route r
                        where r.id = s.route_id and r.kind = :kind and s.unit_id = :unit and s.ended_at is null
                        """)
                .param("now", now())
                .param("kind", order.kind())
                .param("unit", unit.id())
                .update();
        if (order.running() == RouteDesk.Running.KEEP) return new Outcome(0, false);
        var id = db.sql("""
                        insert into matter.route_switch (unit_id, route_id, note, person_id, at) values (?, ?, ?, ?, ?) returning id
                        """)
                .params(unit.id(), to.id(), order.note(), actor.personId(), now())
                .query(Long.class)
                .single();
        return batch(actor, going(" and s.id = " + id).orElseThrow());
    }

    /** How many matters have gone over so far, where it still goes on. */
    public Optional<Integer> progress(MatterKind kind, Found unit) {
        return db.sql("""
                        select s.switched from matter.route_switch s join matter.route r on r.id = s.route_id
                        where s.unit_id = ? and r.kind = ? and s.ended_at is null limit 1
                        """).params(unit.id(), kind.key()).query(Integer.class).optional();
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 5_000)
    void goOn() {
        while (Boolean.TRUE.equals(transaction.execute(status -> goOnOnce())))
            ;
    }

    private boolean goOnOnce() {
        var next = going(" order by s.id limit 1");
        next.ifPresent(one -> batch(JOB, one));
        return next.isPresent();
    }

    /** @param ended whether the route that they go over to has been replaced */
    private record Going(
            long id,
            long unitId,
            String unitName,
            long route,
            UUID routeId,
            @Nullable Long whose,
            String kind,
            int version,
            boolean ended,
            String note,
            long afterId,
            int switched) {}

    private Optional<Going> going(String which) {
        return db.sql("""
                        select s.id, s.unit_id, u.name as unit_name, r.id as route, r.public_id as route_id, r.unit_id as whose, r.kind,
                               r.version, r.ended_at is not null as ended, s.note, s.after_id, s.switched
                        from matter.route_switch s join matter.route r on r.id = s.route_id join organisation.unit u on u.id = s.unit_id
                        where s.ended_at is null
                        """ + which + " for update of s skip locked")
                .query(Going.class)
                .optional();
    }

    private Outcome batch(Actor actor, Going going) {
        var ids = going.ended() ? List.<Long>of() : locked(going);
        var switched = going.switched() + (ids.isEmpty() ? 0 : move(going, ids));
        var goesOn = ids.size() == BATCH;
        db.sql(
                        "update matter.route_switch set after_id = :after, switched = :switched, ended_at = :ended where id = :id")
                .param("after", ids.isEmpty() ? going.afterId() : ids.getLast())
                .param("switched", switched)
                .param("ended", goesOn ? null : now())
                .param("id", going.id())
                .update();
        if (!goesOn)
            trail.add(
                    actor,
                    Deed.of("matter.switch-route", SUBJECT, going.routeId(), going.unitName() + " " + going.version())
                            .because(going.note())
                            .with("switched", null, String.valueOf(switched)));
        return new Outcome(switched, goesOn);
    }

    /** The next of them, held to the end of the transaction: whoever would move one waits. */
    private List<Long> locked(Going going) {
        return db.sql("select m.id" + OTHERS + NO_NEARER_ROUTE
                        + " and m.id > :after order by m.id limit :most for no key update of m")
                .param("kind", going.kind())
                .param("unit", going.unitId())
                .param("to", going.route())
                .param("whose", going.whose())
                .param("after", going.afterId())
                .param("most", BATCH)
                .query(Long.class)
                .list();
    }

    /** Asked again now that they are held: somebody may have moved one meanwhile. */
    private int move(Going going, List<Long> ids) {
        return db.sql("""
                        with moved as (
                            update matter.matter m set route_id = :to
                            where m.id = any (:ids) and m.state = 'OPEN' and\s""" + FITS + """
                            returning m.id)
                        insert into matter.entry (matter_id, at, person_name, post_title, unit_name, action, words, audience)
                        select id, :now, '', '', :unitName, 'SWITCH_ROUTE', :note, 'HANDLERS' from moved
                        """)
                .param("to", going.route())
                .param("ids", ids.toArray(Long[]::new))
                .param("keys", keys(going.route()))
                .param("now", now())
                .param("unitName", going.unitName())
                .param("note", going.note())
                .update();
    }

    private String[] keys(long route) {
        return db.sql("select key from matter.route_step where route_id = ?")
                .param(route)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}

package org.uniongrid.membership.keeping;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.EmployerClosed;
import org.uniongrid.organisation.EmployersMerged;
import org.uniongrid.structure.UnitDissolved;
import org.uniongrid.structure.UnitsMerged;

/**
 * Nobody loses their membership because something above them ends (Trade Union Law, article 13): the members of an
 * employer that closes, and of a union that is dissolved, are kept by the union above; those of a merged one go with it.
 * All of it in the transaction of whatever ended, in statements over all of them.
 */
@Component
@Unscoped("follows from what somebody did to the employer or the union, over all its members")
class Keeping {

    private static final Actor JOB = Actor.system("members-kept");

    /** The nearest unit above that stands in the tree today. */
    private static final String ABOVE = """
            (select a.id, a.scope, a.name from organisation.unit u join organisation.unit a
                on a.id in (select organisation.units_of(organisation.rest_scope(u.id))) and a.id <> u.id and a.scope is not null
             where u.id = :unit order by length(a.scope) desc limit 1)
            """;

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Keeping(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** With the union that they are in, unless it is the employer's own: then with the one above it. */
    @EventListener
    void employerClosed(EmployerClosed closed) {
        var kept = db.sql("""
                        with these as (
                            select s.id, case when u.category = 'ENTERPRISE' then above.id else u.id end as unit_id,
                                   case when u.category = 'ENTERPRISE' then above.scope else u.scope end as scope, u.name
                            from membership.stay s join organisation.unit u on u.id = s.unit_id
                            left join lateral (
                                select a.id, a.scope from organisation.unit a
                                where a.id in (select organisation.units_of(u.scope)) and a.id <> u.id
                                order by length(a.scope) desc limit 1) above on true
                            where s.employer_id = :employer and s.state in ('MEMBER', 'SUSPENDED') and u.scope is not null),
                        moved as (
                            update membership.stay s set state = 'KEPT', unit_id = coalesce(t.unit_id, s.unit_id),
                                scope = coalesce(t.scope, s.scope)
                            from these t where s.id = t.id)
                        insert into membership.stay_event (stay_id, at, what, unit_name) select id, :now, 'KEPT', name from these
                        """)
                .param("employer", closed.id())
                .param("now", OffsetDateTime.now(clock))
                .update();
        told("membership.stay.kept", closed.publicId(), kept);
    }

    @EventListener
    void employersMerged(EmployersMerged merged) {
        db.sql("update membership.stay set employer_id = ? where employer_id = ?")
                .params(merged.kept(), merged.gone())
                .update();
    }

    @EventListener
    void unitDissolved(UnitDissolved dissolved) {
        var unit = id(dissolved.unit());
        var kept = db.sql("""
                        with above as\s""" + ABOVE + """
                        , these as (
                            select s.id, s.state, u.name from membership.stay s join organisation.unit u on u.id = s.unit_id
                            where s.unit_id = :unit and s.until is null and exists (select from above)),
                        moved as (
                            update membership.stay s set unit_id = above.id, scope = above.scope,
                                state = case when s.state in ('MEMBER', 'SUSPENDED') then 'KEPT' else s.state end
                            from these t, above where s.id = t.id)
                        insert into membership.stay_event (stay_id, at, what, unit_name) select id, :now, 'KEPT', name from these
                        """)
                .param("unit", unit)
                .param("now", OffsetDateTime.now(clock))
                .update();
        told("membership.stay.kept", dissolved.unit(), kept);
    }

    @EventListener
    void unitsMerged(UnitsMerged merged) {
        for (var gone : merged.merged()) {
            var moved = db.sql("""
                            with these as (
                                select s.id, u.name from membership.stay s join organisation.unit u on u.id = s.unit_id
                                where s.unit_id = :gone and s.until is null),
                            moved as (
                                update membership.stay s set unit_id = into_.id, scope = into_.scope
                                from these t, organisation.unit into_ where s.id = t.id and into_.id = :into)
                            insert into membership.stay_event (stay_id, at, what, unit_name) select id, :now, 'MOVED', name from these
                            """)
                    .param("gone", id(gone))
                    .param("into", id(merged.into()))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            told("membership.stay.moved", gone, moved);
        }
    }

    private long id(java.util.UUID unit) {
        return db.sql("select id from organisation.unit where public_id = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    private void told(String action, java.util.UUID of, int members) {
        if (members > 0)
            trail.add(
                    JOB,
                    Deed.of(action, "membership.roll", of, String.valueOf(members))
                            .with("members", null, String.valueOf(members)));
    }
}

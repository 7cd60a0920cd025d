package org.uniongrid.membership.reporting;

import static org.uniongrid.membership.MemberRule.REPORT_HAS_MEMBERS;
import static org.uniongrid.membership.MemberRule.REPORT_WAITS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;

/** Where reports are made, handed in and thrown away. */
@Component
class ReportDesk {

    /** More members than this are reported one after the other. */
    static final int MOST = 200_000;

    private static final String SUBJECT = "membership.report";

    /** As if it had not been made: what was never handed in cannot have changed since. */
    private static final String BEFORE = """
            case when r.before = 'REFUSED' and s.standing = 'EXPORTED' then 'REFUSED'
                when exists (select from membership.report_row e join membership.report h on h.id = e.report_id
                    where e.stay_id = r.stay_id and h.state = 'REPORTED') then 'CHANGED' else 'NONE' end
            """;

    private final JdbcClient db;
    private final Reports reports;
    private final UnitDirectory units;
    private final AuditTrail trail;
    private final Clock clock;

    ReportDesk(JdbcClient db, Reports reports, UnitDirectory units, AuditTrail trail, Clock clock) {
        this.db = db;
        this.reports = reports;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of all members under a unit who are not reported as they are now, and are in no other report that waits. */
    @Transactional
    public UUID make(Actor actor, UUID under) {
        var reach = actor.reach(Roll.REPORT);
        var unit = units.find(under, reach);
        var seen = reach.under(unit.scope());
        db.sql("select pg_advisory_xact_lock(hashtext('membership.report'))").query(row -> {});
        var number = "%s-%06d"
                .formatted(
                        LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE),
                        db.sql("select nextval('membership.report_nr')")
                                .query(Long.class)
                                .single());
        var made = db.sql("""
                        with needed as materialized (
                            select s.id, s.standing from membership.stay s
                            where s.scope >= :from and s.scope < :to
                              and (s.standing = 'NONE' and s.until is null or s.standing in ('CHANGED', 'REFUSED')) order by s.id limit :most for no key update),
                        made as (
                            insert into membership.report (number, unit_id, size, made_at, made_by, made_by_name)
                            select :number, :unit, count(*), :now, :by, :name from needed having count(*) > 0 returning id, public_id),
                        rows as (
                            insert into membership.report_row (report_id, stay_id, before) select m.id, n.id, n.standing from needed n, made m),
                        taken as (update membership.stay s set standing = 'EXPORTED' from needed n where n.id = s.id)
                        select public_id from made
                        """)
                .param("from", seen.from())
                .param("to", seen.to())
                .param("most", MOST)
                .param("number", number)
                .param("unit", unit.id())
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.personId())
                .param("name", actor.name())
                .query(UUID.class)
                .optional();
        REPORT_HAS_MEMBERS.require(made.isPresent());
        trail.add(actor, Deed.of("membership.report.make", SUBJECT, made.orElseThrow(), number));
        return made.orElseThrow();
    }

    /** Handed in: whoever has changed since it was made is to be reported again. */
    @Transactional
    public void report(Actor actor, UUID id, LocalDate day, String receipt) {
        var report = reports.find(id, actor.reach(Roll.REPORT));
        var changed = db.sql("""
                        update membership.report set state = 'REPORTED', reported_on = ?, receipt = ? where id = ? and state = 'READY'
                        """).params(day, receipt, report.id()).update();
        REPORT_WAITS.require(changed == 1);
        settle(report, "and s.standing = 'EXPORTED'", "'REPORTED'");
        trail.add(
                actor,
                Deed.of("membership.report.hand-in", SUBJECT, id, report.number())
                        .with("receipt", null, receipt));
    }

    /** Not handed in after all: its members stand as before. */
    @Transactional
    public void discard(Actor actor, UUID id) {
        var report = reports.find(id, actor.reach(Roll.REPORT));
        var changed = db.sql("update membership.report set state = 'DISCARDED' where id = ? and state = 'READY'")
                .param(report.id())
                .update();
        REPORT_WAITS.require(changed == 1);
        settle(report, "and s.standing in ('EXPORTED', 'CHANGED')", BEFORE);
        trail.add(actor, Deed.of("membership.report.discard", SUBJECT, id, report.number()));
    }

    /** Whoever has changed meanwhile and is in a later report goes by that one. */
    private void settle(Report report, String which, String standing) {
        db.sql("update membership.stay s set standing = " + standing + """
                         from membership.report_row r where r.report_id = :report and s.id = r.stay_id
                            and not exists (select from membership.report_row l join membership.report n on n.id = l.report_id
                                where l.stay_id = r.stay_id and l.report_id > r.report_id and n.state <> 'DISCARDED')\s""" + which)
                .param("report", report.id())
                .update();
    }
}

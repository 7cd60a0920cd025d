package org.uniongrid.organisation.upward;

import static org.uniongrid.organisation.upward.UpwardRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Span;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;

/** Where batches for the register above are made, taken out, handed in and thrown away. */
@Component
class UpwardDesk {

    /** More unions than this are reported district by district. */
    static final int MOST = 20_000;

    private static final String EDIT = "organisation.upward.edit";
    private static final String SUBJECT = "organisation.report-batch";

    private static final String NEEDED = """
             and not exists (select from organisation.report_standing s
                where s.unit_id = u.id and s.state in ('EXPORTED', 'REPORTED'))
            """;

    /** Writes the rows taken as a batch, unless one that says the same waits already. */
    private static final String INSERT = """
            ) n),
            whole as (
                select encode(sha256(convert_to(string_agg(array_to_string(cells, chr(31)), chr(30) order by nr), 'UTF8')), 'hex') as hash,
                       count(*) as size
                from taken having count(*) > 0),
            twin as (
                select b.public_id from organisation.report_batch b join whole w on w.hash = b.content_hash
                where b.unit_id = :unit and b.needed_only = :needed and b.state = 'READY' order by b.id limit 1),
            made as (
                insert into organisation.report_batch (number, unit_id, needed_only, made_at, made_by, made_by_name,
                    content_hash, row_count)
                select cast(:number as text), cast(:unit as bigint), cast(:needed as boolean), cast(:now as timestamptz),
                       cast(:person as bigint), cast(:name as text), w.hash, w.size
                from whole w where not exists (select from twin) returning id, public_id),
            written as (
                insert into organisation.report_row (batch_id, unit_id, number, cells, hash)
                select m.id, t.unit_id, t.nr, t.cells, t.hash from taken t cross join made m)
            select public_id, true as fresh from made union all select public_id, false from twin
            """;

    private final UnitDirectory units;
    private final Batches batches;
    private final Standings standings;
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    UpwardDesk(
            UnitDirectory units, Batches batches, Standings standings, JdbcClient db, AuditTrail trail, Clock clock) {
        this.units = units;
        this.batches = batches;
        this.standings = standings;
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** Keeps the rows of a subtree as they are now. One with the same content that waits already is the same batch. */
    @Transactional
    UUID make(Actor actor, UUID unit, boolean neededOnly) {
        var reach = actor.reach(EDIT);
        var top = units.find(unit, reach);
        var seen = reach.under(top.scope());
        db.sql("select pg_advisory_xact_lock(hashtext('organisation.report_batch'))")
                .query(row -> {});
        if (neededOnly) standings.deriveIn(seen);
        UPWARD_FITS_ONE_FILE.require(count(seen) <= MOST);
        var made =
                insert(actor, top, seen, neededOnly).orElseThrow(() -> new RuleBroken(UPWARD_HAS_SOMETHING_TO_REPORT));
        if (made.fresh()) {
            var batch = batches.find(made.publicId(), reach);
            trail.add(actor, deed("make", batch).with("report-rows", null, String.valueOf(batch.rowCount())));
        }
        return made.publicId();
    }

    /** A batch, and whether it was not there before. */
    private record Made(UUID publicId, boolean fresh) {}

    /** Whoever takes the file out has it: from now on its unions count as exported. */
    @Transactional
    Batch export(Actor actor, UUID id) {
        var batch = batches.find(id, actor.reach(EDIT));
        UPWARD_BATCH_IS_IN_USE.require(batch.state() != Batch.State.DISCARDED);
        var first = db.sql("""
                        update organisation.report_batch set state = 'EXPORTED', exported_at = :now
                        where id = :id and state = 'READY'
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", batch.id())
                .update();
        if (first > 0) standings.deriveOf(batch.id());
        trail.add(actor, deed("export", batch).with("report-rows", null, String.valueOf(batch.rowCount())));
        return batch;
    }

    /** The register above has it, on this day and under this receipt. May be set right until the answer has come. */
    @Transactional
    void report(Actor actor, UUID id, LocalDate day, String receipt) {
        var batch = batches.find(id, actor.reach(EDIT));
        UPWARD_BATCH_WAS_EXPORTED.require(
                batch.state() == Batch.State.EXPORTED || batch.state() == Batch.State.REPORTED);
        var made = LocalDate.ofInstant(batch.madeAt(), clock.getZone());
        UPWARD_DAY_LIES_BETWEEN.require(!day.isBefore(made) && !day.isAfter(LocalDate.now(clock)));
        if (day.equals(batch.reportedOn()) && receipt.equals(batch.receipt())) return;
        db.sql("""
                        update organisation.report_batch set state = 'REPORTED', reported_on = :day, receipt = :receipt
                        where id = :id and state in ('EXPORTED', 'REPORTED')
                        """)
                .param("day", day)
                .param("receipt", receipt)
                .param("id", batch.id())
                .update();
        standings.deriveOf(batch.id());
        var before = batch.reportedOn();
        trail.add(
                actor,
                deed("report", batch)
                        .with("reported-on", before == null ? null : before.toString(), day.toString())
                        .with("report-receipt", batch.receipt(), receipt));
    }

    /** It was never handed in; its unions stand where they stood before. */
    @Transactional
    void discard(Actor actor, UUID id) {
        var batch = batches.find(id, actor.reach(EDIT));
        if (batch.state() == Batch.State.DISCARDED) return;
        UPWARD_BATCH_IS_NOT_REPORTED.require(batch.isOpen());
        db.sql(
                        "update organisation.report_batch set state = 'DISCARDED' where id = ? and state in ('READY', 'EXPORTED')")
                .param(batch.id())
                .update();
        standings.deriveOf(batch.id());
        trail.add(actor, deed("discard", batch));
    }

    /** Compares what was reported of a subtree with what is there now. */
    @Transactional
    void compare(Actor actor, UUID unit) {
        var reach = actor.reach(EDIT);
        standings.deriveIn(reach.under(units.find(unit, reach).scope()));
    }

    private long count(Span seen) {
        return db.sql("select count(*) from organisation.unit where scope >= ? and scope < ?")
                .params(seen.from(), seen.to())
                .query(Long.class)
                .single();
    }

    private Optional<Made> insert(Actor actor, Found top, Span seen, boolean neededOnly) {
        var rows = Layout.rows("u.scope >= :from and u.scope < :to" + (neededOnly ? NEEDED : ""));
        return db.sql(
                        "with taken as materialized (select row_number() over (order by n.scope, n.unit_id) as nr, n.* from ("
                                + rows
                                + INSERT)
                .param("from", seen.from())
                .param("to", seen.to())
                .param("today", LocalDate.now(clock))
                .param("number", number())
                .param("unit", top.id())
                .param("needed", neededOnly)
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.personId() == 0 ? null : actor.personId())
                .param("name", actor.name())
                .query((row, number) -> new Made(row.getObject("public_id", UUID.class), row.getBoolean("fresh")))
                .optional();
    }

    private String number() {
        var day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        var last = db.sql("""
                        select coalesce(max(split_part(number, '-', 2)::int), 0) from organisation.report_batch
                        where number >= :day || '-' and number < :day || '.'
                        """).param("day", day).query(Integer.class).single();
        return day + "-" + (last + 1);
    }

    private static Deed deed(String action, Batch batch) {
        return Deed.of(
                "organisation.upward." + action, SUBJECT, batch.publicId(), batch.number() + " " + batch.unitName());
    }
}

package org.uniongrid.exchange.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.web.Say;

/** What a person may do about exports of their own: ask for one, download it, cancel it. */
@Service
class ExportDesk {

    static final String PERMISSION = "exchange.export";

    private final Exports exports;
    private final ExportBook book;
    private final ExportFiles files;
    private final ExportWork work;
    private final ExportNotices notices;
    private final Borders borders;
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportDesk(
            Exports exports,
            ExportBook book,
            ExportFiles files,
            ExportWork work,
            ExportNotices notices,
            Borders borders,
            ThisProcess process,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.exports = exports;
        this.book = book;
        this.files = files;
        this.work = work;
        this.notices = notices;
        this.borders = borders;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A workbook to send straight, or the export that is under way. */
    sealed interface Answer {
        record Straight(Export export, byte[] workbook) implements Answer {}

        record Begun(Export export) implements Answer {}
    }

    Answer ask(ExportKind kind, ExportAsked asked, Actor actor, String address, Say say) {
        ExportRule.EXPORT_WITH_A_COLUMN.require(!asked.columns().isEmpty());
        var unit = kind.unit(asked, actor);
        var post = Objects.requireNonNull(actor.chosen());
        var order = new ExportOrder(UUID.randomUUID(), kind, asked, actor, post, unit, address, clock.instant(), say);
        var rows = kind.count(asked, actor);
        ExportRule.EXPORT_WITHIN_A_SHEET.require(rows <= Borders.MOST);
        if (rows > borders.unapproved(kind)) return new Answer.Begun(await(order, rows));
        return rows > Borders.AT_ONCE ? new Answer.Begun(begin(order, rows)) : straight(order);
    }

    private Answer straight(ExportOrder order) {
        var out = new ByteArrayOutputStream();
        int rows = book.write(out, order, borders.unapproved(order.kind()), _ -> {});
        var export = Objects.requireNonNull(transaction.execute(_ -> {
            var sent = exports.fetched(order, rows);
            trail.add(order.actor(), ExportDeeds.fetch(sent));
            return sent;
        }));
        return new Answer.Straight(export, out.toByteArray());
    }

    private Export await(ExportOrder order, long rows) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var waiting = exports.begin(order, Export.State.WAITING, rows, null);
            if (waiting.publicId().equals(order.id())) {
                trail.add(order.actor(), ExportDeeds.ask(waiting));
                notices.waiting(waiting);
            }
            return waiting;
        }));
    }

    private Export begin(ExportOrder order, long rows) {
        process.beat();
        var export = Objects.requireNonNull(transaction.execute(_ -> {
            var begun = exports.begin(order, Export.State.MAKING, rows, process.id());
            if (begun.publicId().equals(order.id())) trail.add(order.actor(), ExportDeeds.ask(begun));
            return begun;
        }));
        if (export.publicId().equals(order.id())) work.make(export);
        return export;
    }

    /** The workbook, once, and only while the post is held in which it was asked for. */
    InputStream fetch(UUID id, Actor actor) throws IOException {
        var export = exports.find(id, actor);
        ExportRule.EXPORT_DOWNLOADED_ONCE.require(export.state() != Export.State.FETCHED);
        ExportRule.EXPORT_STILL_THERE.require(export.isReady() && isKept(export));
        ExportRule.EXPORT_POST_STILL_HELD.require(work.order(export).isPresent());
        transaction.executeWithoutResult(_ -> {
            ExportRule.EXPORT_DOWNLOADED_ONCE.require(exports.fetch(export.id(), clock.instant()));
            trail.add(actor, ExportDeeds.fetch(export));
        });
        return files.once(export.publicId());
    }

    private boolean isKept(Export export) {
        return clock.instant().isBefore(export.keptUntil()) && files.has(export.publicId());
    }

    void cancel(UUID id, Actor actor) {
        var export = exports.find(id, actor);
        transaction.executeWithoutResult(_ -> {
            ExportRule.EXPORT_STILL_UNDER_WAY.require(
                    export.state() == Export.State.CANCELLED || exports.cancel(export.id(), clock.instant()));
            if (export.state() != Export.State.CANCELLED) trail.add(actor, ExportDeeds.cancel(export));
        });
        files.delete(export.publicId());
    }
}

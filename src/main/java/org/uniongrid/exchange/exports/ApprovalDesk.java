package org.uniongrid.exchange.exports;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;

/** Somebody decides on the export of another. */
@Service
class ApprovalDesk {

    private static final int LONGEST_REASON = 200;

    private final Approvals approvals;
    private final ExportWork work;
    private final ExportNotices notices;
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApprovalDesk(
            Approvals approvals,
            ExportWork work,
            ExportNotices notices,
            ThisProcess process,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.approvals = approvals;
        this.work = work;
        this.notices = notices;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    void approve(UUID id, Actor actor) {
        var waiting = another(id, actor);
        process.beat();
        var approved = Objects.requireNonNull(transaction.execute(_ -> {
            var decided = approvals.decide(waiting, actor, null, process.id(), clock.instant());
            ExportRule.EXPORT_STILL_WAITING.require(decided.isPresent());
            trail.add(actor, ExportDeeds.approve(waiting));
            notices.approved(waiting);
            return decided.get();
        }));
        work.make(approved);
    }

    void refuse(UUID id, Actor actor, String typed) {
        var waiting = another(id, actor);
        var reason = typed.strip();
        ExportRule.EXPORT_REFUSED_FOR_A_REASON.require(!reason.isEmpty() && reason.length() <= LONGEST_REASON);
        transaction.executeWithoutResult(_ -> {
            ExportRule.EXPORT_STILL_WAITING.require(approvals
                    .decide(waiting, actor, reason, null, clock.instant())
                    .isPresent());
            trail.add(actor, ExportDeeds.refuse(waiting, reason));
            notices.refused(waiting, reason);
        });
    }

    private Export another(UUID id, Actor actor) {
        var waiting = approvals.find(id, actor.reach(ExportNotices.APPROVE));
        ExportRule.EXPORT_APPROVED_BY_ANOTHER.require(!actor.isAbout(waiting.personId()));
        ExportRule.EXPORT_STILL_WAITING.require(waiting.isWaiting());
        return waiting;
    }
}

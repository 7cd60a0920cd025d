package org.uniongrid.notice.delivery;

import static org.uniongrid.notice.NoticeRule.A_DECISION_HAS_A_REASON;
import static org.uniongrid.notice.NoticeRule.ONLY_WHAT_STANDS_STILL_IS_DECIDED;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.notice.Doorbell;
import org.uniongrid.notice.Templates;

/** What the system administrator decides of a delivery in doubt or failed: once more, or never. */
@Component
class DeliveryDesk {

    static final String PERMISSION = "notice.delivery.retry";
    private static final int LONGEST_REASON = 200;

    private final DeliveryList list;
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Templates templates;
    private final MessageSource messages;
    private final Doorbell doorbell;
    private final Clock clock;

    DeliveryDesk(
            DeliveryList list,
            JdbcClient db,
            AuditTrail trail,
            Templates templates,
            MessageSource messages,
            Doorbell doorbell,
            Clock clock) {
        this.list = list;
        this.db = db;
        this.trail = trail;
        this.templates = templates;
        this.messages = messages;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Transactional
    public void sendAgain(Actor actor, UUID id, String reason) {
        decide(actor, id, reason, "notice.delivery.retry", State.WAITING);
        doorbell.ring();
    }

    @Transactional
    public void drop(Actor actor, UUID id, String reason) {
        decide(actor, id, reason, "notice.delivery.drop", State.DROPPED);
    }

    private void decide(Actor actor, UUID id, String reason, String action, State next) {
        var said = reason.strip();
        A_DECISION_HAS_A_REASON.require(!said.isEmpty() && said.length() <= LONGEST_REASON);
        var row = list.find(actor.reach(PERMISSION), id);
        var done = db.sql("""
                        update notice.delivery
                        set state = :next, attempts = 0, next_try_at = :now, lease_by = null, lease_until = null,
                            trouble = case when :next = 'WAITING' then null else 'decided' end
                        where public_id = :id and state = :state and state in ('IN_DOUBT', 'FAILED')
                        """)
                .param("next", next.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("state", row.state().name())
                .update();
        ONLY_WHAT_STANDS_STILL_IS_DECIDED.require(done == 1);
        var wire = messages.getMessage("notices.wire." + row.channel().key(), null, Locale.SIMPLIFIED_CHINESE);
        var label = templates.title(row.kind(), Locale.SIMPLIFIED_CHINESE) + " · " + wire;
        var deed = Deed.of(action, "notice.delivery", id, label)
                .because(said)
                .with("notice-state", row.state().name(), next.name());
        trail.add(actor, row.personId() == null ? deed : deed.about(row.personId()));
    }
}

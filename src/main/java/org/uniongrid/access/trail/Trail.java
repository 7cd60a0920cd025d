package org.uniongrid.access.trail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.web.RequestId;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the audit trail. */
@Component
class Trail implements AuditTrail {

    private static final int SHORT = 200;
    private static final int LONG = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Trail(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(Actor actor, Deed deed) {
        write(actor, deed, true);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, Deed deed) {
        write(actor, deed, false);
    }

    private void write(Actor actor, Deed deed, boolean done) {
        var post = actor.chosen();
        db.sql("""
                        with written as (
                            insert into access.audit_entry (at, actor_id, actor_name, post, unit, address, request, action,
                                done, subject, subject_id, label, person_id, reason, changes)
                            values (:at, :actor, :name, :post, :unit, :address, :request, :action,
                                :done, :subject, :id, :label, :person, :reason, :changes::json)
                            returning id)
                        insert into access.audit_pending (entry_id) select id from written
                        """)
                .param("at", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
                .param("actor", actor.personId() == 0 ? null : actor.personId())
                .param("name", Mask.line(actor.name(), SHORT))
                .param("post", post == null || actor.personId() == 0 ? null : Mask.line(post.title(), SHORT))
                .param("unit", post == null ? null : Mask.line(post.unitName(), SHORT))
                .param("address", Mask.clean(address(), SHORT))
                .param("request", RequestId.current())
                .param("action", deed.action())
                .param("done", done)
                .param("subject", deed.subject())
                .param("id", deed.id())
                .param("label", Mask.line(deed.label(), SHORT))
                .param("person", deed.person())
                .param("reason", Mask.clean(deed.reason(), LONG))
                .param(
                        "changes",
                        json.writeValueAsString(
                                deed.changes().stream().map(Trail::masked).toList()))
                .update();
    }

    private static Deed.Change masked(Deed.Change change) {
        return new Deed.Change(change.field(), Mask.clean(change.before(), LONG), Mask.clean(change.after(), LONG));
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}

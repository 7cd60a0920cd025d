package org.uniongrid.access.trail;

import java.time.Clock;
import java.time.OffsetDateTime;
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
import tools.jackson.databind.json.JsonMapper;

/** Adds to the audit trail. */
@Component
class Trail implements AuditTrail {

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
                        insert into access.audit_entry (at, actor_id, actor_name, post, address, action, done,
                            subject, subject_id, label, person_id, reason, changes)
                        values (:at, :actor, :name, :post, :address, :action, :done,
                            :subject, :id, :label, :person, :reason, :changes::jsonb)
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor.personId() == 0 ? null : actor.personId())
                .param("name", actor.name())
                .param("post", post == null ? null : post.title())
                .param("address", address())
                .param("action", deed.action())
                .param("done", done)
                .param("subject", deed.subject())
                .param("id", deed.id())
                .param("label", deed.label())
                .param("person", deed.person())
                .param("reason", deed.reason())
                .param("changes", json.writeValueAsString(deed.changes()))
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}

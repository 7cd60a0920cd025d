package org.uniongrid.access.trail;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Posts;

/** Who signed out. Signing in, and failing to, is on a record of its own. */
@Component
@Unscoped("asked for the account that signs out")
class SignOuts {

    private final JdbcClient db;
    private final Posts posts;
    private final AuditTrail trail;

    SignOuts(JdbcClient db, Posts posts, AuditTrail trail) {
        this.db = db;
        this.posts = posts;
        this.trail = trail;
    }

    private record Account(long personId, String name, String login) {}

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        // of a worker: that page has its own way out, and the trail its own word for it
        if (!event.getAuthentication().getName().matches("[0-9a-f-]{36}")) return;
        var id = UUID.fromString(event.getAuthentication().getName());
        db.sql("""
                        select a.person_id, p.name, a.login from access.account a join people.person p on p.id = a.person_id
                        where a.public_id = ?
                        """).param(id).query(Account.class).optional().ifPresent(account -> {
            var held = posts.heldBy(account.personId());
            var actor = new Actor(account.personId(), account.name(), held, held.isEmpty() ? null : held.getFirst());
            trail.add(actor, Deed.of("access.session.end", "access.account", id, account.login()));
        });
    }
}

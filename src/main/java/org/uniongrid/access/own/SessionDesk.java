package org.uniongrid.access.own;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.Account;
import org.uniongrid.access.Accounts;
import org.uniongrid.access.Sessions;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** What ends sessions, and the word of it in the trail. */
@Service
@Transactional
class SessionDesk {

    private final Sessions sessions;
    private final Accounts accounts;
    private final AuditTrail trail;

    SessionDesk(Sessions sessions, Accounts accounts, AuditTrail trail) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
    }

    void end(Actor actor, Account account, UUID id) {
        sessions.end(account, id);
        add(actor, account);
    }

    void endOthers(Actor actor, Account account, String current) {
        accounts.endSessions(account, current);
        add(actor, account);
    }

    private void add(Actor actor, Account account) {
        trail.add(
                actor,
                Deed.of("access.account.end-sessions", "access.account", account.publicId(), account.login())
                        .about(account.personId()));
    }
}

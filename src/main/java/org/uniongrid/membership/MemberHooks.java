package org.uniongrid.membership;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.access.HookEvent;
import org.uniongrid.access.HookKind;
import org.uniongrid.access.Webhooks;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** What other systems are told of members: public ids and states, never who it is. */
@Component
@Unscoped("each system is told of the unions that it was allowed")
class MemberHooks {

    private static final String JOINED = "membership.joined";
    private static final String CHANGED = "membership.changed";

    private final Webhooks webhooks;
    private final JdbcClient db;

    MemberHooks(Webhooks webhooks, JdbcClient db) {
        this.webhooks = webhooks;
        this.db = db;
    }

    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        HookKind memberJoined() {
            return new HookKind(JOINED);
        }

        @Bean
        HookKind memberChanged() {
            return new HookKind(CHANGED);
        }
    }

    private record Where(UUID person, String scope, String state) {}

    @EventListener
    void joined(MemberJoined it) {
        tell(JOINED, it.stay(), it.unit(), it.origin().name());
    }

    @EventListener
    void changed(MemberChanged it) {
        tell(CHANGED, it.stay(), it.unit(), it.change().name());
    }

    private void tell(String kind, UUID stay, UUID unit, String what) {
        var where = db.sql("""
                        select p.public_id as person, s.scope, s.state from membership.stay s join people.person p on p.id = s.person_id
                        where s.public_id = ?
                        """).param(stay).query(Where.class).single();
        var facts = Map.of(
                "membership", stay.toString(),
                "member", where.person().toString(),
                "union", unit.toString(),
                "what", what,
                "state", where.state());
        webhooks.tell(new HookEvent(kind, kind + ":" + UUID.randomUUID(), new Scope(where.scope()), facts));
    }
}

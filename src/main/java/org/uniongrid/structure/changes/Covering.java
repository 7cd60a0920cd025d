package org.uniongrid.structure.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/** Whose reach covers all of an order. What is found stands above the units that it is about. */
@Component
@Unscoped("names of units above are known to all that stand below them")
class Covering {

    private final JdbcClient db;
    private final Clock clock;

    Covering(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Unit(UUID publicId, String name, Scope scope) {}

    private record Row(UUID publicId, String name, String scope) {}

    /** The nearest place above all that it names, and above whatever it changes. */
    Scope ground(Order order) {
        var changed = new ArrayList<UUID>();
        var hosts = new ArrayList<UUID>();
        (order.change() instanceof Change.Create ? hosts : changed)
                .add(order.change().unit());
        switch (order.change()) {
            case Change.Move it -> hosts.add(it.parent());
            case Change.Merge it -> changed.addAll(it.others());
            case Change.Dissolve it -> {
                if (it.heir() != null) hosts.add(it.heir());
                if (it.cover() != null) hosts.add(it.cover());
            }
            case Change.Create _, Change.Rename _, Change.Split _, Change.Suspend _, Change.Resume _ -> {}
        }
        return paths(changed, hosts).stream()
                .reduce(Account::common)
                .map(Scope::new)
                .orElseThrow();
    }

    private List<String> paths(List<UUID> changed, List<UUID> hosts) {
        return db.sql("""
                        select regexp_replace(scope, '[^/]+/$', '') from organisation.unit
                        where public_id = any (:changed) and scope is not null
                        union select scope from organisation.unit where public_id = any (:hosts) and scope is not null
                        """)
                .param("changed", changed.toArray(UUID[]::new))
                .param("hosts", hosts.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** The lowest unit that stands there or above and has somebody who may decide and handles matters. */
    Optional<Unit> at(Scope ground) {
        return db.sql("""
                        select u.public_id, u.name, u.scope from organisation.unit u
                        where u.id in (
                                select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                                from unnest(string_to_array(trim('/' from :ground), '/')) x where x <> '')
                          and exists (
                                select from organisation.post o join organisation.role r on r.id = o.role_id
                                join organisation.tenure t on t.post_id = o.id and t.during @> :today
                                where o.unit_id = u.id and r.reach = 'BELOW'
                                  and :decide = any (r.permissions) and 'matter.handle' = any (r.permissions))
                        order by length(u.scope) desc limit 1
                        """)
                .param("ground", ground.path())
                .param("today", LocalDate.now(clock))
                .param("decide", ChangeDesk.PERMISSION)
                .query(Row.class)
                .optional()
                .map(row -> new Unit(row.publicId(), row.name(), new Scope(row.scope())));
    }
}

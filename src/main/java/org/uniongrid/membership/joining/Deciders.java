package org.uniongrid.membership.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.MemberRule;

/** Which union decides about somebody: the one meant, or the nearest above it where somebody handles matters. */
@Repository
@Unscoped("a worker asks a union; whoever decides there sees it by its matter")
class Deciders {

    private final JdbcClient db;
    private final Clock clock;

    Deciders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return public id */
    UUID of(long unit, boolean above) {
        return db.sql("""
                        select a.public_id from organisation.unit u join organisation.unit a on a.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from organisation.rest_scope(u.id)), '/')) x)
                        where u.id = :unit and (a.id <> u.id or not :above) and a.state <> 'SUSPENDED' and exists (
                            select from organisation.post o
                            join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                            join organisation.tenure n on n.post_id = o.id and n.during @> :today
                            where o.unit_id = a.id)
                        order by length(a.scope) desc limit 1
                        """)
                .param("unit", unit)
                .param("above", above)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleBroken(MemberRule.UNION_IS_AT_WORK));
    }
}

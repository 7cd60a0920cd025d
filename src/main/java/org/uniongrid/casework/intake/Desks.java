package org.uniongrid.casework.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;

/** Which federation takes what a worker writes on the phone: never the union of the employer that they may complain of. */
@Repository
@Unscoped("any worker may ask; only the name of the federation is shown")
class Desks {

    private final JdbcClient db;
    private final Stays stays;
    private final Clock clock;

    Desks(JdbcClient db, Stays stays, Clock clock) {
        this.db = db;
        this.stays = stays;
        this.clock = clock;
    }

    record Desk(UUID id, String name) {}

    /** The nearest one above the worker's union where somebody writes cases down today; else the one nearest to the top. */
    Optional<Desk> of(Actor worker) {
        var scope = stays.current(worker.personId()).map(Stay::scope);
        return scope.flatMap(at -> find(
                        "and u.id in (select organisation.units_of(:scope)) order by length(u.scope) desc", at.path()))
                .or(() -> find("order by length(u.scope), u.id", ""));
    }

    private Optional<Desk> find(String which, String scope) {
        return db.sql("""
                        select u.public_id as id, u.name from organisation.unit u
                        where u.category = 'FEDERATION' and u.scope is not null and exists (
                            select from organisation.post o join organisation.role r on r.id = o.role_id
                            join organisation.tenure t on t.post_id = o.id and t.during @> :today
                            where o.unit_id = u.id and 'casework.case.enter' = any (r.permissions))
                        """ + which + " limit 1")
                .param("today", LocalDate.now(clock))
                .param("scope", scope)
                .query(Desk.class)
                .optional();
    }
}

package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.StructureRule.*;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;

/**
 * Finds a parent by its full name. One that lies out of reach is never shown; but whoever knows its name is told which
 * federation stands above both and may decide, and the trail keeps that they asked.
 */
@Component
class Outside {

    private final JdbcClient db;
    private final AuditTrail trail;

    Outside(JdbcClient db, AuditTrail trail) {
        this.db = db;
        this.trail = trail;
    }

    private record Named(UUID publicId, String scope) {}

    /**
     * The unit of this full name, within reach; empty where none has it, or more than one.
     *
     * @throws RuleBroken where it stands out of reach, with the name of the federation that may decide
     */
    Optional<UUID> named(String name, Node unit, Actor actor) {
        var found = find(name);
        if (found.isEmpty()) return Optional.empty();
        var reach = actor.reach(ChangeDesk.PERMISSION);
        var one = found.get();
        if (reach.seesBelow(new Scope(one.scope()))) return Optional.of(one.publicId());
        trail.refused(
                actor,
                Deed.of("structure.change.move", "structure.change", null, unit.name())
                        .with("change-parent", null, name));
        throw federationAbove(unit.scope().path(), one.scope())
                .map(above -> new RuleBroken(NOBODY_MOVES_A_UNIT_OUT_OF_THEIR_REACH, unit.name(), above))
                .orElseGet(() -> new RuleBroken(NOBODY_MOVES_A_UNIT_OUT_OF_THE_CELL, unit.name()));
    }

    /** The unit of this full name wherever it stands, to be asked for and not to be shown; empty where none or several have it. */
    @Unscoped("another unit is asked for consent, which sees it")
    Optional<UUID> anywhere(String name) {
        return find(name).map(Named::publicId);
    }

    private Optional<Named> find(String name) {
        var found = db.sql(
                        "select public_id, scope from organisation.unit where name = ? and scope is not null limit 2")
                .param(name)
                .query(Named.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The lowest federation above both. It stands above the asker's own, so its name is theirs to know. */
    private Optional<String> federationAbove(String one, String other) {
        return db.sql("""
                        select u.name from organisation.unit u
                        where u.id in (
                                select ('x' || s)::bit(64)::bigint
                                from (select lpad(x, 16, '0') as s from unnest(string_to_array(trim('/' from :one), '/')) x) steps)
                          and u.category = 'FEDERATION' and starts_with(:one, u.scope) and starts_with(:other, u.scope)
                        order by length(u.scope) desc limit 1
                        """)
                .param("one", one)
                .param("other", other)
                .query(String.class)
                .optional();
    }
}

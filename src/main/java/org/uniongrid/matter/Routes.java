package org.uniongrid.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;

/** The routes of kinds, in all their versions. How a union works is no secret to those who ask it. */
@Repository
@Unscoped("the way that matters go is told to whoever sends one")
public class Routes {

    private static final String ROUTE = """
            select r.id, r.public_id, r.kind, r.version,
                   (select u.public_id from organisation.unit u where u.id = r.unit_id) as unit,
                   (select u.name from organisation.unit u where u.id = r.unit_id) as unit_name
            from matter.route r
            """;

    private final JdbcClient db;

    Routes(JdbcClient db) {
        this.db = db;
    }

    /** What holds for matters that a unit is asked: its own route, or that of the nearest unit above, or the platform's. */
    Route inForce(MatterKind kind, long unit) {
        return kind.mayBeRerouted() ? nearest(kind, unit, null) : shipped(kind.key());
    }

    /** What would hold for them if it had no route of its own. */
    Route beyond(MatterKind kind, long unit) {
        return nearest(kind, unit, unit);
    }

    private Route nearest(MatterKind kind, long unit, @Nullable Long except) {
        return read(db.sql(ROUTE + """
                        left join (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint as id, depth
                            from organisation.unit asked, unnest(string_to_array(trim('/' from asked.scope), '/')) with ordinality up (x, depth)
                            where asked.id = :unit) above on above.id = r.unit_id
                        where r.kind = :kind and r.ended_at is null and (r.unit_id is null or above.id is not null)
                          and (r.unit_id is null or r.unit_id is distinct from :except::bigint)
                        order by above.depth desc nulls last limit 1
                        """)
                .param("kind", kind.key())
                .param("unit", unit)
                .param("except", except));
    }

    /** The one that a matter began with. */
    public Route of(Matter matter) {
        return matter.route() == null
                ? shipped(matter.kind())
                : read(db.sql(ROUTE + "where r.id = :id").param("id", matter.route()));
    }

    /** The platform's own, in force now. */
    public Route shipped(String kind) {
        return read(db.sql(ROUTE + "where r.kind = :kind and r.unit_id is null and r.ended_at is null")
                .param("kind", kind));
    }

    /** What a unit has written for itself, and is in force. */
    public Optional<Route> own(String kind, UUID unit) {
        return db.sql(
                        ROUTE
                                + "where r.kind = :kind and r.unit_id = (select id from organisation.unit where public_id = :unit) and r.ended_at is null")
                .param("kind", kind)
                .param("unit", unit)
                .query((row, number) -> route(row))
                .optional();
    }

    /** What holds for the matters that a unit is asked. */
    public Route inForce(MatterKind kind, UUID unit) {
        return inForce(
                kind,
                db.sql("select id from organisation.unit where public_id = ?")
                        .param(unit)
                        .query(Long.class)
                        .single());
    }

    /**
     * A version of a route, in the list of them.
     *
     * @param by who wrote it; null for the platform's, and where that is nobody within the reader's reach
     * @param until when it was replaced or dropped; null where it is in force
     */
    public record Version(
            UUID id,
            int version,
            @Nullable String by,
            @Nullable String note,
            Instant since,
            @Nullable Instant until) {}

    /** All versions of the same kind and unit, the latest first. */
    public List<Version> versions(Route route, Reach reach) {
        return db.sql("""
                        select r.public_id, r.version, r.note, r.since, r.ended_at,
                               case when exists (select from organisation.tenure n
                                   where n.person_id = r.person_id and organisation.sees(:reach, n.scope)) then r.person_name end as by
                        from matter.route r
                        join matter.route o on o.kind = r.kind and o.unit_id is not distinct from r.unit_id
                        where o.id = :id order by r.version desc limit 50
                        """)
                .param("id", route.id())
                .param("reach", reach.asArray())
                .query((row, number) -> new Version(
                        row.getObject("public_id", UUID.class),
                        row.getInt("version"),
                        row.getString("by"),
                        row.getString("note"),
                        Matters.instant(row, "since"),
                        row.getObject("ended_at") == null ? null : Matters.instant(row, "ended_at")))
                .list();
    }

    /** Another version of the same kind and unit. */
    public Optional<Route> version(Route route, int version) {
        return db.sql(ROUTE + """
                        join matter.route o on o.kind = r.kind and o.unit_id is not distinct from r.unit_id
                        where o.id = :id and r.version = :version
                        """)
                .param("id", route.id())
                .param("version", version)
                .query((row, number) -> route(row))
                .optional();
    }

    /** Routes in force of units within a reach that have their own, by kind and place. */
    public List<Route> within(Reach reach) {
        return db.sql(ROUTE + """
                        join organisation.unit o on o.id = r.unit_id
                        where r.ended_at is null and organisation.sees(:reach, o.scope) order by r.kind, o.scope limit 100
                        """)
                .param("reach", reach.asArray())
                .query((row, number) -> route(row))
                .list();
    }

    /**
     * One version, of the platform or of a unit within reach.
     *
     * @throws NoSuchElementException where there is none such
     */
    public Route find(UUID id, Reach reach) {
        return read(db.sql(ROUTE + """
                        where r.public_id = :id and (r.unit_id is null or organisation.sees(:reach, (
                            select u.scope from organisation.unit u where u.id = r.unit_id)))
                        """).param("id", id).param("reach", reach.asArray()));
    }

    private Route read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> route(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no route"));
    }

    private Route route(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        return new Route(
                id,
                row.getObject("public_id", UUID.class),
                row.getString("kind"),
                row.getObject("unit", UUID.class),
                row.getString("unit_name"),
                row.getInt("version"),
                steps(id));
    }

    private List<Step> steps(long route) {
        return db.sql("""
                        select s.key, s.name, s.seat, r.key as role, s.clock, s.actions, s.condition
                        from matter.route_step s left join organisation.role r on r.id = s.role_id
                        where s.route_id = ? order by s.nr
                        """)
                .param(route)
                .query((row, number) -> new Step(
                        row.getString("key"),
                        row.getString("name"),
                        Seat.valueOf(row.getString("seat")),
                        row.getString("role"),
                        row.getString("clock"),
                        actions(row),
                        StepCondition.valueOf(row.getString("condition"))))
                .list();
    }

    private static Set<Action> actions(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("actions").getArray())
                .map(Action::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}

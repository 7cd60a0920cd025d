package org.uniongrid.matter;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;

/** The route that matters take which a unit, or one below it, is asked, as somebody writes it who reaches them all. */
@Component
@Unscoped("writes for a unit that it has found within the actor's reach")
public class RouteDesk {

    private static final String WRITE = "matter.route";

    private final MatterKinds kinds;
    private final Routes routes;
    private final RouteBook book;
    private final RouteSteps steps;
    private final RouteSwitches switches;
    private final UnitDirectory directory;
    private final AuditTrail trail;
    private final JdbcClient db;

    RouteDesk(
            MatterKinds kinds,
            Routes routes,
            RouteBook book,
            RouteSteps steps,
            RouteSwitches switches,
            UnitDirectory directory,
            AuditTrail trail,
            JdbcClient db) {
        this.kinds = kinds;
        this.routes = routes;
        this.book = book;
        this.steps = steps;
        this.switches = switches;
        this.directory = directory;
        this.trail = trail;
        this.db = db;
    }

    /** What becomes of matters that run already. */
    public enum Running {
        KEEP,
        SWITCH
    }

    /**
     * @param steps none for a route that is dropped
     * @param before version that the writer has seen; 0 where the unit had none
     * @param note why
     */
    public record Order(
            Found unit, String kind, List<RouteSteps.Typed> steps, int before, String note, Running running) {}

    /**
     * The unit that a route is written for; empty where none is named and the actor's post stands in none.
     *
     * @param unit public id; null for that of the actor's own post
     * @throws NoSuchElementException where the actor does not reach it with all below
     */
    public Optional<Found> place(Actor actor, @Nullable UUID unit) {
        var own = actor.chosen() == null ? null : actor.chosen().unitId();
        var named = unit == null ? own : unit;
        if (named == null) return Optional.empty();
        return Optional.of(reached(actor, directory.find(named, actor.reach(WRITE))));
    }

    public static boolean mayWrite(Actor actor, Found unit) {
        return actor.reach(WRITE).seesBelow(unit.scope());
    }

    private static Found reached(Actor actor, Found unit) {
        if (!mayWrite(actor, unit)) throw new NoSuchElementException("No unit " + unit.publicId());
        return unit;
    }

    /** The one that the unit has of its own, and is in force. */
    public Optional<Route> own(Found unit, MatterKind kind) {
        return routes.own(kind.key(), unit.publicId());
    }

    /** What would become of the matters that run, if the order were given with {@link Running#SWITCH}. */
    public RouteSwitches.Preview preview(Order order) {
        var kind = kinds.of(order.kind());
        var after = order.steps().isEmpty() ? routes.beyond(kind, order.unit().id()) : null;
        var keys = after == null
                ? Stream.concat(
                        order.steps().stream().map(RouteSteps.Typed::key).filter(Objects::nonNull),
                        kind.route().stream().filter(Step::isAskers).map(Step::key))
                : after.steps().stream().map(Step::key);
        return switches.preview(kind, order.unit().id(), after, keys.toList());
    }

    @Transactional
    public RouteSwitches.Outcome write(Actor actor, Order order) {
        var kind = begin(actor, order);
        var unit = order.unit();
        var written = steps.of(kind, routes.inForce(kind, unit.id()), order.steps());
        book.add(kind.key(), unit.id(), written, null, order.note(), actor);
        var own = own(unit, kind).orElseThrow();
        note(actor, "matter.write-route", own, order);
        return switches.begin(actor, unit, own, order);
    }

    /** From now on the unit goes by the route of the nearest unit above that has one, or the platform's. */
    @Transactional
    public RouteSwitches.Outcome drop(Actor actor, Order order) {
        var kind = begin(actor, order);
        var unit = order.unit();
        var own = own(unit, kind).orElseThrow(() -> new RuleBroken(RouteRule.ROUTE_WAS_CHANGED));
        book.end(kind.key(), unit.id());
        note(actor, "matter.drop-route", own, order);
        return switches.begin(actor, unit, routes.inForce(kind, unit.id()), order);
    }

    /** Nobody else writes a route until the transaction ends, and nobody has since the writer looked. */
    private MatterKind begin(Actor actor, Order order) {
        reached(actor, order.unit());
        var kind = kinds.of(order.kind());
        RouteRule.KIND_MAY_BE_REROUTED.require(kind.mayBeRerouted());
        db.sql("select pg_advisory_xact_lock(hashtextextended('matter.route', 0))")
                .query()
                .singleRow();
        RouteRule.ROUTE_WAS_CHANGED.require(
                own(order.unit(), kind).map(Route::version).orElse(0) == order.before());
        return kind;
    }

    private void note(Actor actor, String what, Route own, Order order) {
        var label = order.unit().name() + " " + own.version();
        trail.add(
                actor,
                Deed.of(what, RouteSwitches.SUBJECT, own.publicId(), label).because(order.note()));
    }
}

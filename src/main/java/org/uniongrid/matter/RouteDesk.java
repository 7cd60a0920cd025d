package org.uniongrid.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.RoleName;

/** A unit writes the route that matters take which it, or a unit below it, is asked. What runs already keeps its own. */
@Component
@Unscoped("writes for the unit of the actor's own post alone")
public class RouteDesk {

    /** Steps of a route, without the asker's. */
    public static final int MOST = 8;

    private static final Set<Measure> CLOCKS = Set.of(Measure.DAYS, Measure.WORKING_DAYS, Measure.MONTHS);

    private final MatterKinds kinds;
    private final Routes routes;
    private final RouteBook book;
    private final MatterBook matters;
    private final PackSubjects subjects;
    private final AuditTrail trail;
    private final JdbcClient db;

    RouteDesk(
            MatterKinds kinds,
            Routes routes,
            RouteBook book,
            MatterBook matters,
            PackSubjects subjects,
            AuditTrail trail,
            JdbcClient db) {
        this.kinds = kinds;
        this.routes = routes;
        this.book = book;
        this.matters = matters;
        this.subjects = subjects;
        this.trail = trail;
        this.db = db;
    }

    /** A step as it was typed. */
    public record Typed(String name, Seat seat, @Nullable String role, String clock, Set<Action> actions) {}

    /**
     * @param before version that the writer has seen; 0 where the unit had none
     * @param note why
     */
    public record Order(String kind, List<Typed> steps, int before, String note) {}

    /** The values of the kind's rule pack that a step's clock may go by. */
    public List<PackSubject.Field> clocks(MatterKind kind) {
        return subjects.find(kind.pack()).orElseThrow().fields().stream()
                .filter(field -> CLOCKS.contains(field.measure()))
                .filter(field -> !field.key().equals("reopen"))
                .toList();
    }

    /** Whose holders may handle matters. */
    public List<RoleName> roles() {
        return db.sql(
                        "select key, name from organisation.role where 'matter.handle' = any (permissions) and not cell_wide order by id")
                .query(RoleName.class)
                .list();
    }

    /** The one that the actor's unit has written for itself, and is in force. */
    public Optional<Route> own(Actor actor, MatterKind kind) {
        return routes.own(kind.key(), MatterDesk.unitOf(actor));
    }

    @Transactional
    public void write(Actor actor, Order order) {
        var kind = rerouted(order.kind());
        var unit = matters.unit(MatterDesk.unitOf(actor));
        requireUnchanged(actor, kind, order.before());
        var steps = steps(kind, order.steps());
        book.add(kind.key(), unit.id(), steps, null, order.note(), actor);
        var own = own(actor, kind).orElseThrow();
        trail.add(
                actor,
                Deed.of("matter.write-route", "matter.route", own.publicId(), unit.name() + " " + own.version())
                        .because(order.note()));
    }

    /** From now on the unit goes by the route of the nearest unit above that has one, or the platform's. */
    @Transactional
    public void drop(Actor actor, String key, int before, String note) {
        var kind = rerouted(key);
        var unit = matters.unit(MatterDesk.unitOf(actor));
        requireUnchanged(actor, kind, before);
        var own = own(actor, kind).orElseThrow(() -> new RuleBroken(RouteRule.ROUTE_WAS_CHANGED));
        book.end(kind.key(), unit.id());
        trail.add(
                actor,
                Deed.of("matter.drop-route", "matter.route", own.publicId(), unit.name() + " " + own.version())
                        .because(note));
    }

    private MatterKind rerouted(String key) {
        var kind = kinds.of(key);
        RouteRule.KIND_MAY_BE_REROUTED.require(kind.mayBeRerouted());
        return kind;
    }

    private void requireUnchanged(Actor actor, MatterKind kind, int before) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('matter.route', 0))")
                .query()
                .singleRow();
        RouteRule.ROUTE_WAS_CHANGED.require(own(actor, kind).map(Route::version).orElse(0) == before);
    }

    private List<Step> steps(MatterKind kind, List<Typed> typed) {
        if (typed.isEmpty() || typed.size() > MOST) throw new RuleBroken(RouteRule.ROUTE_HAS_STEPS, MOST);
        var names = new HashSet<String>();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < typed.size(); i++) {
            var one = typed.get(i);
            RouteRule.STEP_NAMES_DIFFER.require(names.add(one.name()));
            check(kind, one, i == typed.size() - 1);
            steps.add(new Step("step-" + (i + 1), one.name(), one.seat(), one.role(), one.clock(), one.actions()));
        }
        kind.route().stream().filter(Step::isAskers).forEach(steps::add);
        return steps;
    }

    private void check(MatterKind kind, Typed step, boolean last) {
        var actions = step.actions();
        if (actions.isEmpty() || !Step.DECISIONS.containsAll(actions) || step.seat() == Seat.ASKER)
            throw new RuleBroken(RouteRule.STEP_MAY_DO_SOMETHING, step.name());
        if (!last && !actions.contains(Action.APPROVE))
            throw new RuleBroken(RouteRule.EARLIER_STEPS_GO_ON, step.name());
        RouteRule.LAST_STEP_ANSWERS.require(!last || actions.contains(Action.ANSWER));
        if (clocks(kind).stream().noneMatch(field -> field.key().equals(step.clock())))
            throw new RuleBroken(RouteRule.STEP_CLOCK_IS_KNOWN, step.name());
        if (step.role() != null && roles().stream().noneMatch(role -> role.key().equals(step.role())))
            throw new RuleBroken(RouteRule.STEP_ROLE_HANDLES, step.name());
    }
}

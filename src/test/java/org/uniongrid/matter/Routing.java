package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.RouteDesk.Order;
import org.uniongrid.matter.RouteDesk.Running;
import org.uniongrid.matter.RouteSteps.Typed;

/** Routes that unions write for general requests, in the words of tests. */
class Routing {

    final RouteDesk desk;
    final Routes routes;
    final MatterKind general;

    Routing(RouteDesk desk, Routes routes, MatterKinds kinds) {
        this.desk = desk;
        this.routes = routes;
        general = kinds.of("general");
    }

    static Typed step(String name, Seat seat, Action... actions) {
        return new Typed(null, name, seat, null, "approve", Set.of(actions), StepCondition.ALWAYS);
    }

    static Typed only(StepCondition condition, Typed step) {
        return new Typed(step.key(), step.name(), step.seat(), step.role(), step.clock(), step.actions(), condition);
    }

    static Typed after(String key, Typed step) {
        return new Typed(key, step.name(), step.seat(), step.role(), step.clock(), step.actions(), step.condition());
    }

    static Typed by(String role, String clock, Typed step) {
        return new Typed(step.key(), step.name(), step.seat(), role, clock, step.actions(), step.condition());
    }

    Order order(Actor actor, Union.@Nullable Unit unit, Running running, Typed... steps) {
        var at = desk.place(actor, unit == null ? null : unit.publicId()).orElseThrow();
        var before = desk.own(at, general).map(Route::version).orElse(0);
        return new Order(at, "general", List.of(steps), before, "主席办公会议定", running);
    }

    void write(Actor actor, Typed... steps) {
        desk.write(actor, order(actor, null, Running.KEEP, steps));
    }

    void drop(Actor actor) {
        desk.drop(actor, order(actor, null, Running.KEEP));
    }

    Route own(Actor actor) {
        return desk.own(desk.place(actor, null).orElseThrow(), general).orElseThrow();
    }

    /** The key of the nth step of what the actor's unit has of its own. */
    String key(Actor actor, int nth) {
        return own(actor).working().get(nth - 1).key();
    }

    static void broken(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}

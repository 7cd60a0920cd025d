package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uniongrid.matter.Routing.broken;
import static org.uniongrid.matter.Routing.by;
import static org.uniongrid.matter.Routing.step;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.RouteDesk.Running;
import org.uniongrid.matter.RouteSteps.Typed;

/** A unit has a route of its own: for itself and all below, in versions, and for what is asked from then on. */
@ModuleTest
class RouteTests {

    private static final Typed CHECK = step("初审", Seat.ASKED, Action.APPROVE, Action.RETURN, Action.REFUSE);
    private static final Typed SIGN = step("领导审批", Seat.ABOVE, Action.ANSWER, Action.RETURN);

    private final Scene scene;
    private final Routing routing;
    private final Routes routes;
    private final RouteBook book;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;
    private final Actor citys;

    RouteTests(Union union, AutowireCapableBeanFactory beans, Routes routes, RouteBook book) {
        scene = beans.createBean(Scene.class);
        routing = beans.createBean(Routing.class);
        this.routes = routes;
        this.book = book;
        city = union.city();
        east = union.district(city, "路");
        factory = union.enterprise(east, "路厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
        citys = union.cadre(city);
    }

    @Test
    void itGoesFromStepToStepAndIsSentBackToAnEarlierOne() {
        routing.write(cadre, CHECK, SIGN);
        var first = routing.key(cadre, 1);
        var second = routing.key(cadre, 2);
        var id = scene.ask(chair, east);
        broken(MatterRule.STEP_ALLOWS_IT, () -> scene.act(cadre, id, Action.ANSWER, "不能直接答复"));
        scene.act(cadre, id, Action.APPROVE, "拟同意");
        assertThat(scene.open(id, citys)).singleElement().satisfies(task -> {
            assertThat(task.unit()).as("the unit above").isEqualTo(city.publicId());
            assertThat(task.step()).isEqualTo(second);
        });
        broken(
                MatterRule.GOES_BACK_TO_AN_EARLIER_STEP,
                () -> scene.act(citys, id, Action.RETURN, "退", Act.Aim.step(second)));
        scene.act(citys, id, Action.RETURN, "再核一下", Act.Aim.step(first));
        scene.act(cadre, id, Action.APPROVE, null);
        scene.act(citys, id, Action.RETURN, "缺人数", Act.Aim.step("amend"));
        scene.act(chair, id, Action.COMPLETE, "300 人");
        assertThat(scene.open(id, citys))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.step()).as("whoever missed it gets it").isEqualTo(second));
        scene.act(citys, id, Action.ANSWER, "同意");
        assertThat(scene.matters.find(id, chair).state()).isEqualTo(MatterState.ANSWERED);
    }

    @Test
    void whatRunsKeepsTheVersionItBeganWith() {
        var first = scene.ask(chair, east);
        routing.write(cadre, CHECK, SIGN);
        var second = scene.ask(chair, east);
        routing.write(cadre, step("受理", Seat.ASKED, Action.ANSWER));
        assertThat(scene.open(first, cadre).getFirst().step()).isEqualTo("handle");
        assertThat(routes.of(scene.matters.find(second, cadre)).working()).hasSize(2);
        scene.act(cadre, first, Action.ANSWER, "好");
        scene.act(cadre, second, Action.APPROVE, null);
        var third = scene.ask(chair, east);
        assertThat(routes.of(scene.matters.find(third, cadre)).version()).isEqualTo(2);
        assertThat(routes.versions(routes.of(scene.matters.find(third, cadre)), Matters.reach(cadre)))
                .extracting(Routes.Version::version)
                .containsExactly(2, 1);
    }

    @Test
    void theNearestUnitAboveDecidesAndADroppedRouteLeavesItToThoseAbove() {
        var kind = routing.general;
        routing.write(citys, step("市级统一受理", Seat.ASKED, Action.ANSWER));
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(city.publicId());
        routing.write(cadre, CHECK, SIGN);
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(east.publicId());
        routing.drop(cadre);
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(city.publicId());
        routing.drop(citys);
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isNull();
        assertThat(routes.inForce(kind, scene.union.city().publicId()).unit())
                .as("another city")
                .isNull();
    }

    @Test
    void onlyTheRoleHasTheStepAndItsPool() {
        routing.write(cadre, by("union-chair", "approve", step("主席审批", Seat.ASKED, Action.ANSWER)));
        broken(MatterRule.UNIT_HAS_SOMEBODY, () -> scene.ask(chair, east));
        var leader = scene.union.holder("union-chair", east);
        var id = scene.ask(chair, east);
        var open = scene.open(id, cadre).getFirst();
        assertThat(open.isFor(scene.delegations.hands(cadre))).isFalse();
        assertThat(open.isFor(scene.delegations.hands(leader))).isTrue();
        assertThat(scene.told(cadre)).isEmpty();
        scene.act(leader, id, Action.ANSWER, "同意");
    }

    @Test
    void aRouteGetsEveryMatterToItsEnd() {
        broken(RouteRule.ROUTE_HAS_STEPS, () -> routing.write(cadre));
        broken(
                RouteRule.ROUTE_HAS_STEPS,
                () -> routing.write(cadre, Collections.nCopies(9, CHECK).toArray(Typed[]::new)));
        broken(RouteRule.LAST_STEP_ANSWERS, () -> routing.write(cadre, CHECK));
        broken(RouteRule.EARLIER_STEPS_GO_ON, () -> routing.write(cadre, SIGN, step("末", Seat.ASKED, Action.ANSWER)));
        broken(RouteRule.STEP_NAMES_DIFFER, () -> routing.write(cadre, CHECK, step("初审", Seat.ASKED, Action.ANSWER)));
        broken(RouteRule.STEP_MAY_DO_SOMETHING, () -> routing.write(cadre, step("空", Seat.ASKED)));
        broken(
                RouteRule.STEP_MAY_DO_SOMETHING,
                () -> routing.write(cadre, step("怪", Seat.ASKED, Action.URGE, Action.ANSWER)));
        broken(RouteRule.STEP_CLOCK_IS_KNOWN, () -> routing.write(cadre, by("union-chair", "reopen", SIGN)));
        broken(RouteRule.STEP_ROLE_HANDLES, () -> routing.write(cadre, by("audit-admin", "approve", SIGN)));
        assertThat(routing.desk.own(routing.desk.place(cadre, null).orElseThrow(), routing.general))
                .isEmpty();
    }

    @Test
    void whoeverWritesHasSeenTheLatest() {
        var old = routing.order(cadre, null, Running.KEEP, SIGN);
        routing.write(cadre, CHECK, SIGN);
        broken(RouteRule.ROUTE_WAS_CHANGED, () -> routing.desk.write(cadre, old));
        broken(RouteRule.ROUTE_WAS_CHANGED, () -> routing.desk.drop(cadre, old));
    }

    @Test
    void thePlatformsOwnIsWrittenOnceAStart() {
        var before = routes.shipped("general");
        book.ship();
        assertThat(routes.shipped("general")).isEqualTo(before);
    }

    @Test
    void aRouteIsReadByWhoeverReachesItsUnit() {
        routing.write(cadre, CHECK, SIGN);
        var id = routing.own(cadre).publicId();
        for (var one : List.of(cadre, citys))
            assertThat(routes.find(id, Matters.reach(one)).version()).isEqualTo(1);
        for (var one : List.of(chair, scene.union.cadre(scene.union.district(city, "外"))))
            assertThatThrownBy(() -> routes.find(id, Matters.reach(one))).isInstanceOf(NoSuchElementException.class);
        assertThat(routes.find(routes.shipped("general").publicId(), Matters.reach(chair))
                        .unit())
                .isNull();
    }

    @Test
    void whoeverReachesAUnitWithAllBelowWritesForIt() {
        var order = routing.order(citys, east, Running.KEEP, CHECK, SIGN);
        routing.desk.write(citys, order);
        assertThat(routes.inForce(routing.general, factory.publicId()).unit()).isEqualTo(east.publicId());
        var own = routing.own(cadre);
        assertThat(routes.versions(own, Matters.reach(citys)))
                .extracting(Routes.Version::by)
                .containsExactly(citys.name());
        assertThat(routes.versions(own, Matters.reach(cadre)))
                .as("whoever wrote it is out of reach")
                .extracting(Routes.Version::by)
                .containsOnlyNulls();
        var beside = scene.union.cadre(scene.union.district(city, "邻"));
        for (var one : List.of(beside, chair))
            assertThatThrownBy(() -> routing.desk.place(one, east.publicId()))
                    .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> routing.desk.write(beside, order))
                .as("the desk asks again")
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> routing.desk.place(cadre, city.publicId())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aStepFollowsOneOfTheRouteInForceAndNoOtherDoes() {
        routing.write(cadre, CHECK, SIGN);
        var first = routing.key(cadre, 1);
        var answer = step("答复", Seat.ASKED, Action.ANSWER);
        broken(
                RouteRule.STEP_FOLLOWS_ONE,
                () -> routing.write(cadre, Routing.after(first, CHECK), Routing.after(first, answer)));
        broken(RouteRule.STEP_FOLLOWS_ONE, () -> routing.write(cadre, Routing.after("handle", answer)));
        routing.write(cadre, Routing.after(first, CHECK), answer);
        assertThat(routing.key(cadre, 1)).isEqualTo(first);
        assertThat(routing.key(cadre, 2))
                .as("no other step ever had it")
                .isNotIn(routes.version(routing.own(cadre), 1).orElseThrow().steps().stream()
                        .map(Step::key)
                        .toList());
    }
}

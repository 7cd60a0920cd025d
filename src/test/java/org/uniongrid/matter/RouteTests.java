package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.RouteDesk.Order;
import org.uniongrid.matter.RouteDesk.Typed;

/** A unit has a route of its own: for itself and all below, in versions, and for what is asked from then on. */
@ModuleTest
class RouteTests {

    private static final Typed CHECK = step("初审", Seat.ASKED, Action.APPROVE, Action.RETURN, Action.REFUSE);
    private static final Typed SIGN = step("领导审批", Seat.ABOVE, Action.ANSWER, Action.RETURN);

    private final Scene scene;
    private final RouteDesk desk;
    private final Routes routes;
    private final RouteBook book;
    private final MatterKinds kinds;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;
    private final Actor citys;

    RouteTests(
            Union union,
            AutowireCapableBeanFactory beans,
            RouteDesk desk,
            Routes routes,
            RouteBook book,
            MatterKinds kinds) {
        scene = beans.createBean(Scene.class);
        this.desk = desk;
        this.routes = routes;
        this.book = book;
        this.kinds = kinds;
        city = union.city();
        east = union.district(city, "路");
        factory = union.enterprise(east, "路厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
        citys = union.cadre(city);
    }

    private static Typed step(String name, Seat seat, Action... actions) {
        return new Typed(name, seat, null, "approve", Set.of(actions));
    }

    private void write(Actor actor, Typed... steps) {
        var before = desk.own(actor, kinds.of("general")).map(Route::version).orElse(0);
        desk.write(actor, new Order("general", List.of(steps), before, "主席办公会议定"));
    }

    private static void broken(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @Test
    void itGoesFromStepToStepAndIsSentBackToAnEarlierOne() {
        write(cadre, CHECK, SIGN);
        var id = scene.ask(chair, east);
        broken(MatterRule.STEP_ALLOWS_IT, () -> scene.act(cadre, id, Action.ANSWER, "不能直接答复"));
        scene.act(cadre, id, Action.APPROVE, "拟同意");
        assertThat(scene.open(id, citys)).singleElement().satisfies(task -> {
            assertThat(task.unit()).as("the unit above").isEqualTo(city.publicId());
            assertThat(task.step()).isEqualTo("step-2");
        });
        broken(
                MatterRule.GOES_BACK_TO_AN_EARLIER_STEP,
                () -> scene.act(citys, id, Action.RETURN, "退", Act.Aim.step("step-2")));
        scene.act(citys, id, Action.RETURN, "再核一下", Act.Aim.step("step-1"));
        scene.act(cadre, id, Action.APPROVE, null);
        scene.act(citys, id, Action.RETURN, "缺人数", Act.Aim.step("amend"));
        scene.act(chair, id, Action.COMPLETE, "300 人");
        assertThat(scene.open(id, citys))
                .singleElement()
                .satisfies(task ->
                        assertThat(task.step()).as("whoever missed it gets it").isEqualTo("step-2"));
        scene.act(citys, id, Action.ANSWER, "同意");
        assertThat(scene.matters.find(id, chair).state()).isEqualTo(MatterState.ANSWERED);
    }

    @Test
    void whatRunsKeepsTheVersionItBeganWith() {
        var first = scene.ask(chair, east);
        write(cadre, CHECK, SIGN);
        var second = scene.ask(chair, east);
        write(cadre, step("受理", Seat.ASKED, Action.ANSWER));
        assertThat(scene.open(first, cadre).getFirst().step()).isEqualTo("handle");
        assertThat(routes.of(scene.matters.find(second, cadre)).working()).hasSize(2);
        scene.act(cadre, first, Action.ANSWER, "好");
        scene.act(cadre, second, Action.APPROVE, null);
        var third = scene.ask(chair, east);
        assertThat(routes.of(scene.matters.find(third, cadre)).version()).isEqualTo(2);
        assertThat(routes.versions(routes.of(scene.matters.find(third, cadre))))
                .extracting(Routes.Version::version)
                .containsExactly(2, 1);
    }

    @Test
    void theNearestUnitAboveDecidesAndADroppedRouteLeavesItToThoseAbove() {
        var kind = kinds.of("general");
        write(citys, step("市级统一受理", Seat.ASKED, Action.ANSWER));
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(city.publicId());
        write(cadre, CHECK, SIGN);
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(east.publicId());
        desk.drop(cadre, "general", 1, "按市里的");
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isEqualTo(city.publicId());
        desk.drop(citys, "general", 1, "按平台的");
        assertThat(routes.inForce(kind, factory.publicId()).unit()).isNull();
        assertThat(routes.inForce(kind, scene.union.city().publicId()).unit())
                .as("another city")
                .isNull();
    }

    @Test
    void onlyTheRoleHasTheStepAndItsPool() {
        var step = new Typed("主席审批", Seat.ASKED, "union-chair", "approve", Set.of(Action.ANSWER));
        write(cadre, step);
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
        broken(RouteRule.ROUTE_HAS_STEPS, () -> write(cadre));
        broken(
                RouteRule.ROUTE_HAS_STEPS,
                () -> write(cadre, Collections.nCopies(9, CHECK).toArray(Typed[]::new)));
        broken(RouteRule.LAST_STEP_ANSWERS, () -> write(cadre, CHECK));
        broken(RouteRule.EARLIER_STEPS_GO_ON, () -> write(cadre, SIGN, step("末", Seat.ASKED, Action.ANSWER)));
        broken(RouteRule.STEP_NAMES_DIFFER, () -> write(cadre, CHECK, step("初审", Seat.ASKED, Action.ANSWER)));
        broken(RouteRule.STEP_MAY_DO_SOMETHING, () -> write(cadre, step("空", Seat.ASKED)));
        broken(RouteRule.STEP_MAY_DO_SOMETHING, () -> write(cadre, step("怪", Seat.ASKED, Action.URGE, Action.ANSWER)));
        broken(
                RouteRule.STEP_CLOCK_IS_KNOWN,
                () -> write(cadre, new Typed("快", Seat.ASKED, null, "reopen", Set.of(Action.ANSWER))));
        broken(
                RouteRule.STEP_ROLE_HANDLES,
                () -> write(cadre, new Typed("审", Seat.ASKED, "audit-admin", "approve", Set.of(Action.ANSWER))));
        assertThat(desk.own(cadre, kinds.of("general"))).isEmpty();
    }

    @Test
    void whoeverWritesHasSeenTheLatest() {
        write(cadre, CHECK, SIGN);
        broken(RouteRule.ROUTE_WAS_CHANGED, () -> desk.write(cadre, new Order("general", List.of(SIGN), 0, "没有看到新版")));
        broken(RouteRule.ROUTE_WAS_CHANGED, () -> desk.drop(cadre, "general", 0, "没有看到新版"));
    }

    @Test
    void thePlatformsOwnIsWrittenOnceAStart() {
        var before = routes.shipped("general");
        book.ship();
        assertThat(routes.shipped("general")).isEqualTo(before);
    }

    @Test
    void aRouteIsReadByWhoeverReachesItsUnit() {
        write(cadre, CHECK, SIGN);
        UUID id = desk.own(cadre, kinds.of("general")).orElseThrow().publicId();
        for (var one : List.of(cadre, citys))
            assertThat(routes.find(id, Matters.reach(one)).version()).isEqualTo(1);
        for (var one : List.of(chair, scene.union.cadre(scene.union.district(city, "外"))))
            assertThatThrownBy(() -> routes.find(id, Matters.reach(one))).isInstanceOf(NoSuchElementException.class);
        assertThat(routes.find(routes.shipped("general").publicId(), Matters.reach(chair))
                        .unit())
                .isNull();
    }
}

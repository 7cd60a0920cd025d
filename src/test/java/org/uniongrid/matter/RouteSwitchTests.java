package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.matter.Routing.after;
import static org.uniongrid.matter.Routing.step;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.RouteDesk.Running;
import org.uniongrid.matter.RouteSteps.Typed;

/** Running matters go over to the new route where whoever writes it says so and it has the step they are at. */
@ModuleTest
class RouteSwitchTests {

    private static final Typed CHECK = step("初审", Seat.ASKED, Action.APPROVE, Action.RETURN, Action.ASK_SIGNERS);
    private static final Typed OFFICE = step("会办", Seat.ASKED, Action.APPROVE, Action.RETURN);
    private static final Typed SIGN = step("审批", Seat.ASKED, Action.ANSWER, Action.RETURN);

    private final Scene scene;
    private final Routing routing;
    private final RouteSwitches switches;
    private final Union.Unit east;
    private final Union.Unit street;
    private final Actor chair;
    private final Actor cadre;
    private final Actor streets;

    RouteSwitchTests(Union union, AutowireCapableBeanFactory beans, RouteSwitches switches) {
        scene = beans.createBean(Scene.class);
        routing = beans.createBean(Routing.class);
        this.switches = switches;
        east = union.district(union.city(), "转");
        street = union.street(east, "转街");
        chair = union.holder("union-chair", union.enterprise(street, "转厂"));
        cadre = union.cadre(east);
        streets = union.cadre(street);
    }

    private RouteSwitches.Outcome switching(Actor actor, Typed... steps) {
        return routing.desk.write(actor, routing.order(actor, null, Running.SWITCH, steps));
    }

    private Route of(UUID id) {
        return routing.routes.of(scene.matters.find(id, cadre));
    }

    @Test
    void thoseAtAStepThatFollowsGoOverAndTheOthersKeepTheirRoute() {
        routing.write(cadre, CHECK, OFFICE, SIGN);
        var check = routing.key(cadre, 1);
        var sign = routing.key(cadre, 3);
        var atCheck = scene.ask(chair, east);
        scene.act(cadre, atCheck, Action.TAKE, null);
        var due = scene.open(atCheck, cadre).getFirst().dueAt();
        var atOffice = scene.ask(chair, east);
        scene.act(cadre, atOffice, Action.APPROVE, null);
        var next = new Typed[] {after(check, CHECK), after(sign, SIGN)};
        var preview = routing.desk.preview(routing.order(cadre, null, Running.SWITCH, next));
        assertThat(preview.switching()).isEqualTo(1);
        assertThat(preview.staying()).singleElement().satisfies(stay -> {
            assertThat(stay.ownName()).isEqualTo("会办");
            assertThat(stay.count()).isEqualTo(1);
        });
        assertThat(switching(cadre, next)).isEqualTo(new RouteSwitches.Outcome(1, false));
        assertThat(of(atCheck).version()).isEqualTo(2);
        assertThat(of(atOffice).version()).isEqualTo(1);
        assertThat(scene.open(atCheck, cadre).getFirst()).satisfies(task -> {
            assertThat(task.post()).as("in the same hands").isEqualTo(Scene.post(cadre));
            assertThat(task.dueAt()).as("by the same clock").isEqualTo(due);
        });
        scene.act(cadre, atCheck, Action.APPROVE, null);
        scene.act(cadre, atCheck, Action.ANSWER, "好");
        scene.act(cadre, atOffice, Action.APPROVE, null);
        scene.act(cadre, atOffice, Action.ANSWER, "好");
    }

    @Test
    void itIsOnTheTimelineOfTheHandlersAndOnTheAuditTrail() {
        routing.write(cadre, CHECK, SIGN);
        var id = scene.ask(chair, east);
        switching(cadre, after(routing.key(cadre, 1), CHECK), SIGN);
        assertThat(scene.matters.timeline(scene.matters.find(id, cadre))).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(Action.SWITCH_ROUTE);
            assertThat(entry.personName()).isEmpty();
            assertThat(entry.words()).isEqualTo("主席办公会议定");
        });
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)))
                .noneMatch(entry -> entry.action() == Action.SWITCH_ROUTE);
        assertThat(trail(routing.own(cadre).publicId())).isEqualTo("1");
    }

    private String trail(UUID route) {
        return scene.db.sql("""
                        select changes -> 0 ->> 'after' from access.audit_entry
                        where action = 'matter.switch-route' and subject_id = ?
                        """).param(route).query(String.class).single();
    }

    @Test
    void whatWaitsForMoreGoesOverOnlyIfItGetsBackToAStepThatFollows() {
        routing.write(cadre, CHECK, SIGN);
        var stays = scene.ask(chair, east);
        scene.act(cadre, stays, Action.APPROVE, null);
        scene.act(cadre, stays, Action.RETURN, "补", Act.Aim.step("amend"));
        var goes = scene.ask(chair, east);
        scene.act(cadre, goes, Action.RETURN, "补", Act.Aim.step("amend"));
        switching(cadre, after(routing.key(cadre, 1), CHECK), SIGN);
        assertThat(of(goes).version()).isEqualTo(2);
        assertThat(of(stays).version()).isEqualTo(1);
        scene.act(chair, stays, Action.COMPLETE, "补了");
        scene.act(cadre, stays, Action.ANSWER, "好");
        scene.act(chair, goes, Action.COMPLETE, "补了");
        scene.act(cadre, goes, Action.APPROVE, null);
    }

    @Test
    void whatWaitsForSignersGoesOverWithThem() {
        routing.write(cadre, CHECK, SIGN);
        var id = scene.ask(chair, east);
        var signer = scene.union.cadre(east);
        scene.act(cadre, id, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(Scene.post(signer))));
        switching(cadre, after(routing.key(cadre, 1), CHECK), SIGN);
        assertThat(of(id).version()).isEqualTo(2);
        scene.act(signer, id, Action.AGREE, "同意");
        scene.act(cadre, id, Action.APPROVE, null);
    }

    @Test
    void aFirstRouteOfItsOwnTakesOverFromThePlatformsAndADroppedOneGivesBack() {
        var id = scene.ask(chair, east);
        switching(cadre, after("handle", CHECK), SIGN);
        assertThat(of(id).unit()).isEqualTo(east.publicId());
        assertThat(scene.open(id, cadre).getFirst().stepName()).isEqualTo("初审");
        var moved = scene.ask(chair, east);
        scene.act(cadre, moved, Action.APPROVE, null);
        var drop = routing.order(cadre, null, Running.SWITCH);
        assertThat(routing.desk.preview(drop).switching()).isEqualTo(1);
        assertThat(routing.desk.preview(drop).kept()).isEqualTo(1);
        assertThat(routing.desk.drop(cadre, drop).switched()).isEqualTo(1);
        assertThat(of(id).unit()).isNull();
        assertThat(of(moved).unit()).isEqualTo(east.publicId());
        scene.act(cadre, id, Action.ANSWER, "好");
        scene.act(cadre, moved, Action.ANSWER, "好");
    }

    @Test
    void aNearerRouteIsNotTouchedAndWhatIsBelowGoesOver() {
        var below = scene.ask(chair, street);
        switching(cadre, after("handle", SIGN));
        assertThat(of(below).unit()).isEqualTo(east.publicId());
        routing.write(streets, step("街道受理", Seat.ASKED, Action.ANSWER));
        var own = scene.ask(chair, street);
        assertThat(switching(cadre, after("handle", SIGN)).switched())
                .as("the street goes by its own route now, also where a matter began with that above")
                .isZero();
        assertThat(of(own).unit()).isEqualTo(street.publicId());
    }

    @Test
    void whatHasEndedStaysAsItWas() {
        var id = scene.ask(chair, east);
        scene.act(cadre, id, Action.ANSWER, "好");
        assertThat(switching(cadre, after("handle", SIGN)).switched()).isZero();
        assertThat(of(id).unit()).isNull();
    }

    @Test
    void manyGoOverInTurnAndNobodyElseMeanwhile() {
        var one = scene.ask(chair, east);
        copy(one, RouteSwitches.BATCH);
        var first = switching(cadre, after("handle", SIGN));
        assertThat(first).isEqualTo(new RouteSwitches.Outcome(RouteSwitches.BATCH, true));
        var at = routing.desk.place(cadre, null).orElseThrow();
        assertThat(switches.progress(routing.general, at)).contains(RouteSwitches.BATCH);
        switches.goOn();
        assertThat(switches.progress(routing.general, at)).isEmpty();
        assertThat(onRoute(routing.own(cadre))).isEqualTo(RouteSwitches.BATCH + 1);
        assertThat(trail(routing.own(cadre).publicId())).isEqualTo(String.valueOf(RouteSwitches.BATCH + 1));
    }

    @Test
    void aNewerVersionEndsWhatStillGoesOver() {
        copy(scene.ask(chair, east), RouteSwitches.BATCH);
        switching(cadre, after("handle", SIGN));
        var old = routing.own(cadre);
        routing.write(cadre, step("另办", Seat.ASKED, Action.ANSWER));
        switches.goOn();
        assertThat(onRoute(old)).isEqualTo(RouteSwitches.BATCH);
    }

    private int onRoute(Route route) {
        return scene.db
                .sql("select count(*)::int from matter.matter where route_id = ?")
                .param(route.id())
                .query(Integer.class)
                .single();
    }

    /** More of the same, each with its step in the same pool. */
    private void copy(UUID id, int times) {
        scene.db.sql("""
                        with made as (
                            insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name,
                                year, nr, open_tasks, pack_id, route_id, opened_at)
                            select kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name,
                                year, nr + n, 1, pack_id, route_id, opened_at
                            from matter.matter, generate_series(1, :times) n where public_id = :id returning id)
                        insert into matter.task (matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                        select made.id, t.step, t.holder_kind, t.holder_id, t.unit_id, t.started_at, t.due_at
                        from made, matter.task t join matter.matter m on m.id = t.matter_id where m.public_id = :id
                        """).param("id", id).param("times", times).update();
    }
}

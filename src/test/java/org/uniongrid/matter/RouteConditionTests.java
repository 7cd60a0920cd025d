package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uniongrid.matter.Routing.broken;
import static org.uniongrid.matter.Routing.only;
import static org.uniongrid.matter.Routing.step;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.RouteSteps.Typed;
import org.uniongrid.matter.StepCondition.Facts;
import org.uniongrid.matter.StepCondition.Side;

/** A step is passed over where its condition does not hold, and every matter still gets to its end. */
@ModuleTest
class RouteConditionTests {

    private static final Typed CHECK = step("初审", Seat.ASKED, Action.APPROVE, Action.RETURN);
    private static final Typed OFFICE = step("科室会办", Seat.ASKED, Action.APPROVE, Action.RETURN);
    private static final Typed SIGN = step("领导审批", Seat.ASKED, Action.ANSWER, Action.RETURN);

    private final Scene scene;
    private final Routing routing;
    private final Papers papers;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;
    private final Actor citys;

    RouteConditionTests(Union union, AutowireCapableBeanFactory beans, Papers papers) {
        scene = beans.createBean(Scene.class);
        routing = beans.createBean(Routing.class);
        this.papers = papers;
        city = union.city();
        east = union.district(city, "件");
        chair = union.holder("union-chair", union.enterprise(east, "件厂"));
        cadre = union.cadre(east);
        citys = union.cadre(city);
    }

    private String passes(UUID id) {
        scene.act(cadre, id, Action.APPROVE, null);
        return String.valueOf(scene.open(id, cadre).getFirst().stepName());
    }

    @Test
    void eachHoldsForItsOwnMattersOnly() {
        assertThat(of(new Facts(Side.BELOW, true, true)))
                .containsExactly(
                        StepCondition.ALWAYS,
                        StepCondition.FROM_BELOW,
                        StepCondition.FROM_BASE,
                        StepCondition.WITH_PAPERS);
        assertThat(of(new Facts(Side.ABOVE, false, false)))
                .containsExactly(StepCondition.ALWAYS, StepCondition.FROM_ABOVE, StepCondition.WITHOUT_PAPERS);
        assertThat(of(new Facts(Side.ELSEWHERE, false, false)))
                .containsExactly(StepCondition.ALWAYS, StepCondition.FROM_ELSEWHERE, StepCondition.WITHOUT_PAPERS);
    }

    private static List<StepCondition> of(Facts facts) {
        return Arrays.stream(StepCondition.values())
                .filter(one -> one.holds(facts))
                .toList();
    }

    @Test
    void aStepForMattersFromAboveIsPassedOverByThoseFromBelow() {
        routing.write(cadre, CHECK, only(StepCondition.FROM_ABOVE, OFFICE), SIGN);
        var below = scene.ask(chair, east);
        assertThat(passes(below)).isEqualTo("领导审批");
        broken(
                MatterRule.GOES_BACK_TO_AN_EARLIER_STEP,
                () -> scene.act(cadre, below, Action.RETURN, "没到过那里", Act.Aim.step(routing.key(cadre, 2))));
        scene.act(cadre, below, Action.RETURN, "再核", Act.Aim.step(routing.key(cadre, 1)));
        assertThat(passes(below)).isEqualTo("领导审批");
        scene.act(cadre, below, Action.ANSWER, "同意");
        var above = scene.ask(citys, east);
        assertThat(passes(above)).isEqualTo("科室会办");
        assertThat(passes(above)).isEqualTo("领导审批");
        scene.act(cadre, above, Action.RETURN, "再会办", Act.Aim.step(routing.key(cadre, 2)));
    }

    @Test
    void baseUnionsAndFederationsGoDifferentWays() {
        routing.write(cadre, CHECK, only(StepCondition.FROM_BASE, OFFICE), SIGN);
        assertThat(passes(scene.ask(chair, east))).isEqualTo("科室会办");
        assertThat(passes(scene.ask(scene.union.cadre(scene.union.street(east, "件街")), east)))
                .isEqualTo("领导审批");
    }

    @Test
    void papersAreLookedForWhenItMovesOn() {
        var more = step("复核", Seat.ASKED, Action.APPROVE);
        routing.write(
                cadre, CHECK, only(StepCondition.WITHOUT_PAPERS, OFFICE), only(StepCondition.WITH_PAPERS, more), SIGN);
        var without = scene.ask(chair, east);
        assertThat(passes(without)).isEqualTo("科室会办");
        var with = scene.ask(chair, east);
        var file = new Papers.Sent("名单.txt", "甲".getBytes(StandardCharsets.UTF_8));
        papers.attach(cadre, with, papers.accept(List.of(file)), true, UUID.randomUUID());
        assertThat(passes(with)).as("papers of the inside are nobody else's").isEqualTo("科室会办");
        scene.act(cadre, with, Action.RETURN, "再核", Act.Aim.step(routing.key(cadre, 1)));
        papers.attach(chair, with, papers.accept(List.of(file)), false, UUID.randomUUID());
        assertThat(passes(with)).isEqualTo("复核");
    }

    @Test
    void theFirstAndTheLastStepAreForAll() {
        for (var condition : StepCondition.values()) {
            if (condition == StepCondition.ALWAYS) continue;
            broken(RouteRule.FIRST_STEP_IS_FOR_ALL, () -> routing.write(cadre, only(condition, CHECK), SIGN));
            broken(RouteRule.FIRST_STEP_IS_FOR_ALL, () -> routing.write(cadre, only(condition, SIGN)));
            broken(RouteRule.LAST_STEP_IS_FOR_ALL, () -> routing.write(cadre, CHECK, only(condition, SIGN)));
        }
    }

    @Test
    void theDatabaseKeepsThemSo() {
        assertThatThrownBy(() -> insert("FROM_ABOVE", "ALWAYS")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert("ALWAYS", "FROM_ABOVE")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert("ALWAYS", "SOMETIMES")).isInstanceOf(DataIntegrityViolationException.class);
        insert("ALWAYS", "ALWAYS");
    }

    private void insert(String first, String last) {
        scene.db
                .sql("""
                        with made as (
                            insert into matter.route (kind, unit_id, version, note, person_id, person_name, since)
                            values ('general', :unit, 9, '试试', :person, '员', now()) returning id)
                        insert into matter.route_step (route_id, nr, key, name, seat, clock, actions, condition)
                        select id, nr, 'k-' || nr, '步' || nr, 'ASKED', 'approve', '{APPROVE,ANSWER}', condition
                        from made, (values (1, :first), (2, :last)) s (nr, condition)
                        """)
                .param("unit", east.id())
                .param("person", cadre.personId())
                .param("first", first)
                .param("last", last)
                .update();
    }
}

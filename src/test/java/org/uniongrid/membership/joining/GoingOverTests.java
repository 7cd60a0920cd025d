package org.uniongrid.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Origin;
import org.uniongrid.people.Numbers;

/** A member goes over to another union: the former one may object, and holds nobody by saying nothing. */
@ModuleTest
class GoingOverTests {

    private final Gate gate;
    private final GoingOver job;
    private final Union.Unit factory;
    private final Union.Unit depot;
    private final Actor cadre;
    private final Actor chair;

    GoingOverTests(AutowireCapableBeanFactory beans, Union union, GoingOver job) {
        this.gate = beans.createBean(Gate.class);
        this.job = job;
        var east = union.district(union.city(), "转");
        factory = union.enterprise(east, "转厂");
        depot = union.enterprise(east, "转站");
        cadre = union.cadre(east);
        chair = union.holder("union-chair", factory);
    }

    @Test
    void goingOverIsWantedAndTheFormerUnionLetsThemGo() {
        var phone = Numbers.phone();
        var person = gate.join(gate.door(factory, Decides.NOBODY, cadre), "转骑手", phone);
        var there = gate.door(depot, Decides.NOBODY, cadre);
        Gate.broken(
                MemberRule.GOING_OVER_IS_WANTED, () -> gate.join(there, gate.newcomer("转骑手", phone), Gate.wish(false)));
        gate.join(there, "转骑手", phone);
        assertThat(gate.union(person)).isEqualTo(factory.publicId());
        gate.act(chair, gate.matter(person, GoOver.KEY), Action.ANSWER, null);
        assertThat(gate.stay(person)).satisfies(stay -> {
            assertThat(stay.unit()).isEqualTo(depot.publicId());
            assertThat(stay.origin()).isEqualTo(Origin.TRANSFERRED);
        });
        assertThat(gate.stays.of(person))
                .extracting(stay -> stay.state())
                .containsExactly(MemberState.MEMBER, MemberState.LEFT);
    }

    @Test
    void theFormerUnionHoldsNobodyBySayingNothing() {
        var person = goingOver("默骑手");
        job.letGoThoseWhoseDaysAreOver();
        assertThat(gate.union(person)).as("the days are not over").isEqualTo(factory.publicId());
        gate.db
                .sql(
                        "update membership.application set leaves_at = now() - interval '1 second' where person_id = ? and state = 'LEAVING'")
                .param(person)
                .update();
        job.letGoThoseWhoseDaysAreOver();
        assertThat(gate.union(person)).isEqualTo(depot.publicId());
    }

    @Test
    void anObjectionGoesToTheUnionAboveWhichSettlesIt() {
        var person = goingOver("异骑手");
        var matter = gate.matter(person, GoOver.KEY);
        assertThatThrownBy(() -> gate.act(cadre, matter, Action.REFUSE, "先结清")).isInstanceOf(RuntimeException.class);
        gate.act(chair, matter, Action.APPROVE, "劳动关系还在本厂");
        job.letGoThoseWhoseDaysAreOver();
        assertThat(gate.union(person)).as("it waits for a word now").isEqualTo(factory.publicId());
        gate.act(cadre, matter, Action.REFUSE, "劳动合同未解除");
        assertThat(gate.union(person)).isEqualTo(factory.publicId());
        assertThat(gate.db
                        .sql("select state from membership.application where leaving_id = ?")
                        .param(matter)
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED");
    }

    @Test
    void whoeverAskedMayThinkOtherwise() {
        var person = goingOver("悔骑手");
        var matter = gate.matter(person, GoOver.KEY);
        gate.withdraw(person, "悔骑手", matter);
        assertThat(gate.union(person)).isEqualTo(factory.publicId());
        assertThat(gate.db
                        .sql("select state from membership.application where leaving_id = ?")
                        .param(matter)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
    }

    private long goingOver(String name) {
        var phone = Numbers.phone();
        var person = gate.join(gate.door(factory, Decides.NOBODY, cadre), name, phone);
        gate.join(gate.door(depot, Decides.NOBODY, cadre), name, phone);
        return person;
    }
}

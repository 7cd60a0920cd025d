package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.people.Persons;

/** A worker asks for themselves: no unit stands behind them, and what they have to add is in their own hands. */
@ModuleTest
class PersonAsksTests {

    private final Scene scene;
    private final OwnMatters own;
    private final Settlement settlement;
    private final Union.Unit east;
    private final Actor cadre;
    private final Actor rider;
    private final Actor stranger;

    PersonAsksTests(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            Delegations delegations,
            Allowed allowed,
            OwnMatters own,
            Settlement settlement,
            Persons persons,
            JdbcClient db) {
        this.scene = new Scene(union, desk, matters, tasks, delegations, allowed, db);
        this.own = own;
        this.settlement = settlement;
        east = union.district(union.city(), "骑");
        cadre = union.cadre(east);
        rider = Actor.worker(persons.add("骑手一"), "骑手一");
        stranger = Actor.worker(persons.add("骑手二"), "骑手二");
    }

    @Test
    void itIsAskedAmendedAnsweredAndOpenedAgain() {
        var id = scene.ask(rider, east);
        assertThat(scene.told(cadre)).containsExactly("matter.arrived");
        scene.act(cadre, id, Action.TAKE, null);
        scene.act(cadre, id, Action.RETURN, "请补充工牌照片");
        assertThat(scene.of(id, rider).person()).isEqualTo(rider.personId());
        assertThat(scene.told(rider)).containsExactly("matter.arrived");
        assertThat(scene.db
                        .sql("select href from notice.notice where person_id = ?")
                        .param(rider.personId())
                        .query(String.class)
                        .list())
                .containsExactly(OwnMatters.PAGE + id);
        scene.act(rider, id, Action.COMPLETE, "补上了");
        scene.act(cadre, id, Action.ANSWER, "已经办好");
        assertThat(scene.matters.find(id, rider).state()).isEqualTo(MatterState.ANSWERED);
        assertThat(scene.allowed.withWhole(rider, scene.matters.find(id, rider)))
                .containsExactly(Action.CLOSE, Action.REOPEN);
        scene.whole(rider, id, Action.REOPEN, "还没有解决", Act.Aim.NONE);
        scene.whole(rider, id, Action.WITHDRAW, "不办了", Act.Aim.NONE);
        assertThat(scene.matters.find(id, cadre).state()).isEqualTo(MatterState.WITHDRAWN);
    }

    @Test
    void nobodyElseSeesItOrActsInTheirPlace() {
        var id = scene.ask(rider, east);
        assertThatThrownBy(() -> scene.matters.find(id, stranger)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> scene.whole(stranger, id, Action.WITHDRAW, "撤回", Act.Aim.NONE))
                .isInstanceOf(NoSuchElementException.class);
        Scene.broken(MatterRule.WHO_ASKED_WITHDRAWS, () -> scene.whole(cadre, id, Action.WITHDRAW, "撤回", Act.Aim.NONE));
        scene.act(cadre, id, Action.TAKE, null);
        scene.act(cadre, id, Action.RETURN, "请补充");
        assertThat(scene.open(id, cadre)).singleElement().satisfies(task -> {
            assertThat(task.isPooled()).isFalse();
            assertThat(task.isFor(scene.delegations.hands(cadre))).isFalse();
            assertThat(task.maySendLink(scene.matters.find(id, cadre), cadre)).isFalse();
        });
    }

    @Test
    void theirOwnListNamesKindsAndKeepsWhatTheyHideAside() {
        var first = scene.ask(rider, east);
        var second = scene.ask(rider, east);
        scene.ask(stranger, east);
        assertThat(own.page(rider, false, Cursor.START).rows())
                .extracting(OwnMatters.Own::id)
                .containsExactly(second, first);
        own.hide(rider, second, true);
        assertThat(own.open(rider, 3)).extracting(OwnMatters.Own::id).containsExactly(first);
        assertThat(own.page(rider, true, Cursor.START).rows())
                .extracting(OwnMatters.Own::id)
                .containsExactly(second);
        assertThatThrownBy(() -> own.hide(stranger, first, true)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void timeAnswersInNobodysNameAndOnce() {
        var id = scene.ask(rider, east);
        var job = Actor.system("test", Matters.READ);
        settlement.answer(id, job);
        settlement.answer(id, job);
        var matter = scene.matters.find(id, rider);
        assertThat(matter.state()).isEqualTo(MatterState.CLOSED);
        assertThat(scene.matters.timeline(matter))
                .filteredOn(entry -> entry.action() == Action.ANSWER)
                .singleElement()
                .satisfies(entry -> assertThat(entry.author()).isEmpty());
        assertThatThrownBy(() -> settlement.answer(UUID.randomUUID(), job)).isInstanceOf(NoSuchElementException.class);
    }
}

package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterDesk.Request;

/** Nothing is done twice, nothing is lost between two at once, and numbers have no gap. */
@ModuleTest
class MatterOnceTests {

    private final Scene scene;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;

    MatterOnceTests(Union union, AutowireCapableBeanFactory beans) {
        scene = beans.createBean(Scene.class);
        east = union.district(union.city(), "次");
        factory = union.enterprise(east, "次厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
    }

    @Test
    void aFormSentTwiceIsOneDeed() {
        var key = UUID.randomUUID();
        var request = new Request("general", east.publicId(), "请派讲师", "讲一次劳动法", null, key);
        var id = scene.desk.submit(chair, request);
        assertThat(scene.desk.submit(chair, request)).isEqualTo(id);
        var act = Act.of(Action.COMMENT, null, "周三也可以", UUID.randomUUID());
        scene.desk.act(chair, id, act);
        scene.desk.act(chair, id, act);
        assertThat(scene.matters.timeline(scene.matters.find(id, chair))).hasSize(2);
    }

    @Test
    void aFormSentTwiceAtOnceIsOneMatter() throws Exception {
        var request = new Request("general", east.publicId(), "请派讲师", "讲一次劳动法", null, UUID.randomUUID());
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<UUID> once = () -> scene.desk.submit(chair, request);
            var made = both.invokeAll(List.of(once, once));
            assertThat(made.getFirst().get()).isEqualTo(made.getLast().get());
        }
        assertThat(scene.db
                        .sql("select count(*) from matter.matter where unit_id = ?")
                        .param(factory.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var other = scene.union.cadre(east);
        var id = scene.ask(chair, east);
        var task = scene.open(id, chair).getFirst().publicId();
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes = both.invokeAll(List.of(attempt(cadre, id, task), attempt(other, id, task)));
            var won = 0;
            for (var outcome : outcomes) if (outcome.get().equals("won")) won++;
            assertThat(won).isEqualTo(1);
            assertThat(outcomes.stream().map(one -> one.resultNow())).contains("rule.matter-is-still-open");
        }
    }

    private Callable<String> attempt(Actor actor, UUID id, UUID task) {
        return () -> {
            try {
                scene.desk.act(actor, id, Act.of(Action.ANSWER, task, "办好了", UUID.randomUUID()));
                return "won";
            } catch (RuleBroken broken) {
                return broken.rule().key();
            }
        };
    }

    @Test
    void numbersOfAUnitRunOnWithoutAGap() {
        var before = scene.matters.find(scene.ask(chair, east), chair).nr();
        assertThatThrownBy(() -> scene.desk.submit(
                        chair, new Request("general", factory.publicId(), "自己请自己", "不行", null, UUID.randomUUID())))
                .isInstanceOf(RuleBroken.class);
        assertThat(scene.matters.find(scene.ask(chair, east), chair).nr()).isEqualTo(before + 1);
    }

    @Test
    void theDatabaseKeepsAnOpenMatterInHands() {
        var id = scene.ask(chair, east);
        assertThatThrownBy(() -> scene.db
                        .sql(
                                "update matter.task set state = 'DONE', done_at = now(), verdict = 'X' where matter_id = (select id from matter.matter where public_id = ?)")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not in the hands");
        assertThatThrownBy(() -> scene.db
                        .sql("update matter.matter set open_tasks = 0 where public_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }
}

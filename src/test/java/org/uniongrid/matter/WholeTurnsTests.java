package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.matter.Scene.broken;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act.Aim;

/** With a matter as a whole: copies, remarks, and what becomes of it once it is answered. */
@ModuleTest
class WholeTurnsTests {

    private final Scene scene;
    private final Closings closings;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    WholeTurnsTests(Union union, AutowireCapableBeanFactory beans, Closings closings) {
        scene = beans.createBean(Scene.class);
        this.closings = closings;
        city = union.city();
        east = union.district(city, "整");
        chair = union.holder("union-chair", union.enterprise(east, "整厂"));
        cadre = union.cadre(east);
    }

    private UUID ask() {
        return scene.ask(chair, east);
    }

    @Test
    void aCopyIsToldAndSeenAndNothingWaits() {
        var west = scene.union.district(city, "西");
        var wests = scene.union.cadre(west);
        var citys = scene.union.cadre(city);
        var id = ask();
        broken(
                MatterRule.UNIT_IS_WITHIN_REACH,
                () -> scene.whole(cadre, id, Action.COPY, "请知悉", Aim.units(List.of(west.publicId()))));
        scene.whole(citys, id, Action.COPY, "请知悉", Aim.units(List.of(west.publicId())));
        assertThat(scene.told(wests)).containsExactly("matter.copied");
        assertThat(scene.matters.find(id, wests).inside()).isFalse();
        assertThat(scene.matters.timeline(scene.matters.find(id, wests))).hasSize(1);
        assertThat(scene.open(id, cadre)).hasSize(1);
        broken(
                MatterRule.STEP_ALLOWS_IT,
                () -> scene.whole(chair, id, Action.COPY, "请看", Aim.units(List.of(city.publicId()))));
    }

    @Test
    void aRemarkAmongThoseWhoHandleItIsNotForWhoAsked() {
        var id = ask();
        var inside = new Aim(List.of(), List.of(), 0, null, true, null);
        scene.whole(cadre, id, Action.COMMENT, "先核实一下", inside);
        assertThat(scene.matters.timeline(scene.matters.find(id, chair))).hasSize(1);
        assertThat(scene.matters.timeline(scene.matters.find(id, cadre))).hasSize(2);
        assertThat(scene.told(chair)).isEmpty();
        broken(MatterRule.STEP_ALLOWS_IT, () -> scene.whole(chair, id, Action.COMMENT, "偷偷说", inside));
    }

    @Test
    void whoAskedOpensItAgainWithinTheDaysOfThePack() {
        var id = ask();
        scene.act(cadre, id, Action.ANSWER, "办好了");
        broken(MatterRule.WHO_ASKED_REOPENS, () -> scene.whole(cadre, id, Action.REOPEN, "没办好", Aim.NONE));
        ended(id, 31);
        broken(MatterRule.REOPENED_IN_TIME, () -> scene.whole(chair, id, Action.REOPEN, "没办好", Aim.NONE));
        ended(id, 30);
        scene.whole(chair, id, Action.REOPEN, "没办好", Aim.NONE);
        var again = scene.matters.find(id, chair);
        assertThat(again.state()).isEqualTo(MatterState.OPEN);
        assertThat(scene.open(id, cadre))
                .singleElement()
                .satisfies(task -> assertThat(task.isPooled()).isTrue());
        broken(MatterRule.MATTER_HAS_ENDED, () -> scene.whole(chair, id, Action.REOPEN, "再来", Aim.NONE));
        scene.act(cadre, id, Action.ANSWER, "这回办好了");
    }

    private void ended(UUID id, int daysAgo) {
        scene.db.sql("""
                        update matter.matter set opened_at = opened_at - interval '90 days', answered_at = now() - make_interval(days => :days),
                            closes_at = (current_date + 31 - :days)::timestamptz
                        where public_id = :id
                        """).param("days", daysAgo).param("id", id).update();
    }

    @Test
    void whoAskedSaysThatItIsSolved() {
        var id = ask();
        broken(MatterRule.MATTER_IS_ANSWERED, () -> scene.whole(chair, id, Action.CLOSE, "好", Aim.NONE));
        scene.act(cadre, id, Action.ANSWER, "办好了");
        assertThat(scene.matters.find(id, chair).state()).isEqualTo(MatterState.ANSWERED);
        broken(MatterRule.WHO_ASKED_CLOSES, () -> scene.whole(cadre, id, Action.CLOSE, "好", Aim.NONE));
        assertThat(scene.allowed.withWhole(chair, scene.matters.find(id, chair)))
                .containsExactly(Action.CLOSE, Action.REOPEN);
        scene.whole(chair, id, Action.CLOSE, "很满意", Aim.NONE);
        assertThat(scene.matters.find(id, chair).state()).isEqualTo(MatterState.CLOSED);
        assertThat(scene.allowed.withWhole(chair, scene.matters.find(id, chair)))
                .as("it may still turn out otherwise")
                .containsExactly(Action.REOPEN);
        broken(MatterRule.MATTER_IS_ANSWERED, () -> scene.whole(chair, id, Action.CLOSE, "好", Aim.NONE));
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)).getLast())
                .satisfies(entry -> assertThat(entry.words()).isEqualTo("很满意"));
    }

    @Test
    void withoutAWordItIsClosedOnceItsDaysAreOver() {
        var id = ask();
        scene.act(cadre, id, Action.ANSWER, "办好了");
        ended(id, 30);
        closings.closeThoseWhoseDaysAreOver();
        assertThat(scene.matters.find(id, chair).state()).as("on the last day").isEqualTo(MatterState.ANSWERED);
        ended(id, 31);
        closings.closeThoseWhoseDaysAreOver();
        closings.closeThoseWhoseDaysAreOver();
        var matter = scene.matters.find(id, chair);
        assertThat(matter.state()).isEqualTo(MatterState.CLOSED);
        assertThat(scene.matters.timeline(matter))
                .extracting(Matters.Entry::action)
                .containsExactly(Action.SUBMIT, Action.ANSWER, Action.CLOSE);
        assertThat(scene.matters.timeline(matter).getLast().personName()).isEmpty();
    }
}

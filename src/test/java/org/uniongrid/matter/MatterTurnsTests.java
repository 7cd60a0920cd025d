package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.uniongrid.matter.Scene.broken;
import static org.uniongrid.matter.Scene.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act.Aim;
import org.uniongrid.organisation.Posts;

/** From hand to hand at one step: signers, parts of the work, substitutes, leaders who sign on paper. */
@ModuleTest
class MatterTurnsTests {

    private final Scene scene;
    private final Posts posts;
    private final Papers papers;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    MatterTurnsTests(Union union, AutowireCapableBeanFactory beans, Posts posts, Papers papers, Clock clock) {
        scene = beans.createBean(Scene.class);
        this.posts = posts;
        this.papers = papers;
        today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "转");
        chair = union.holder("union-chair", union.enterprise(east, "转厂"));
        cadre = union.cadre(east);
    }

    private UUID ask() {
        return scene.ask(chair, east);
    }

    @Test
    void itWaitsForSignersAndGoesOnAsSoonAsEnoughAgree() {
        var signers = List.of(scene.union.cadre(east), scene.union.cadre(east), scene.union.cadre(east));
        var id = ask();
        askSigners(id, 2, signers);
        assertThat(scene.open(id, cadre)).hasSize(3).allMatch(task -> task.kind() == Task.Kind.SIGN);
        assertThat(scene.of(id, cadre).waiting()).isTrue();
        broken(MatterRule.STEP_ALLOWS_IT, () -> scene.act(cadre, id, Action.ANSWER, "不等了"));
        scene.act(signers.getFirst(), id, Action.AGREE, null);
        assertThat(scene.of(id, cadre).waiting()).as("one of two").isTrue();
        scene.act(signers.getLast(), id, Action.AGREE, "可行");
        assertThat(scene.open(id, cadre))
                .singleElement()
                .satisfies(task -> assertThat(task.post()).isEqualTo(post(cadre)));
        assertThat(scene.told(cadre)).as("when it is back").contains("matter.arrived");
        scene.act(cadre, id, Action.ANSWER, "可以办");
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)))
                .as("who signed is not for the union that asks")
                .extracting(Matters.Entry::action)
                .containsExactly(Action.SUBMIT, Action.ANSWER);
    }

    @Test
    void itComesBackAsSoonAsTooFewCanAgree() {
        var signers = List.of(scene.union.cadre(east), scene.union.cadre(east));
        var id = ask();
        askSigners(id, 2, signers);
        scene.act(signers.getFirst(), id, Action.DISAGREE, "没有场地");
        assertThat(scene.of(id, cadre).waiting()).isFalse();
        assertThatExceptionOfType(java.util.NoSuchElementException.class)
                .as("the other is not needed any more")
                .isThrownBy(() -> scene.of(id, signers.getLast()));
        askSigners(id, 1, signers);
        scene.act(signers.getLast(), id, Action.AGREE, null);
        assertThat(scene.of(id, cadre).waiting()).as("a round of its own").isFalse();
    }

    private void askSigners(UUID id, int needs, List<Actor> signers) {
        scene.act(
                cadre,
                id,
                Action.ASK_SIGNERS,
                "请看",
                Aim.signers(needs, signers.stream().map(Scene::post).toList()));
    }

    @Test
    void howManyMustAgreeIsBetweenOneAndAll() {
        var one = scene.union.cadre(east);
        var id = ask();
        broken(MatterRule.ENOUGH_SIGNERS, () -> askSigners(id, 0, List.of(one)));
        broken(MatterRule.ENOUGH_SIGNERS, () -> askSigners(id, 2, List.of(one)));
        broken(MatterRule.SIGNERS_ARE_CHOSEN, () -> askSigners(id, 1, List.of()));
        broken(MatterRule.POST_IS_OF_THIS_UNIT, () -> askSigners(id, 1, List.of(cadre)));
        broken(MatterRule.POST_IS_OF_THIS_UNIT, () -> askSigners(id, 1, List.of(scene.union.cadre(city))));
    }

    @Test
    void whoeverHoldsTwoPostsHasOneWord() {
        var one = scene.union.cadre(east);
        posts.appoint(one.personId(), "federation-cadre", east.publicId(), "兼职干事");
        var held = posts.heldBy(one.personId());
        var other = new Actor(one.personId(), one.name(), held, held.getLast());
        var id = ask();
        askSigners(id, 2, List.of(one, other));
        scene.act(one, id, Action.AGREE, null);
        broken(MatterRule.ONE_WORD_EACH, () -> scene.act(other, id, Action.AGREE, null));
        scene.act(cadre, id, Action.RECALL, "只有一人");
        assertThat(scene.of(id, cadre).waiting()).isFalse();
    }

    @Test
    void partsGoToUnitsBelowAndComeBackReported() {
        var north = scene.union.street(east, "北街");
        var south = scene.union.street(east, "南街");
        var norths = scene.union.cadre(north);
        var souths = scene.union.cadre(south);
        var id = ask();
        scene.act(cadre, id, Action.DISPATCH, "各自摸底", Aim.units(List.of(north.publicId(), south.publicId())));
        assertThat(scene.open(id, cadre)).hasSize(2).allSatisfy(task -> {
            assertThat(task.isPooled()).isTrue();
            assertThat(task.dueAt()).isBeforeOrEqualTo(scene.of(id, cadre).dueAt());
        });
        assertThat(scene.told(norths)).containsExactly("matter.arrived");
        scene.act(norths, id, Action.REPORT, "北街 20 人");
        assertThat(scene.of(id, cadre).waiting()).isTrue();
        scene.act(souths, id, Action.SEND_UP, "不归本街");
        assertThat(scene.of(id, cadre).waiting()).isFalse();
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)))
                .as("how it is divided is not for the union that asks")
                .hasSize(1);
        scene.act(cadre, id, Action.ANSWER, "已摸底");
    }

    @Test
    void partsGoToUnitsWithinReachThatHaveSomebody() {
        var empty = scene.union.street(east, "空街");
        var id = ask();
        broken(MatterRule.UNIT_HAS_SOMEBODY, () -> dispatch(id, empty.publicId()));
        broken(MatterRule.UNIT_IS_WITHIN_REACH, () -> dispatch(id, city.publicId()));
        broken(MatterRule.UNIT_IS_WITHIN_REACH, () -> dispatch(id, east.publicId()));
        broken(
                MatterRule.WHO_ASKED_DOES_NOT_HANDLE,
                () -> dispatch(
                        id, Objects.requireNonNull(scene.matters.find(id, chair).unit())));
        assertThat(scene.of(id, cadre).waiting()).isFalse();
    }

    private void dispatch(UUID id, UUID unit) {
        scene.act(cadre, id, Action.DISPATCH, "请办", Aim.units(List.of(unit)));
    }

    @Test
    void aPartMayBeDividedFurtherAndIsCalledBackWithAllBelowIt() {
        var street = scene.union.street(east, "主街");
        var streets = scene.union.cadre(street);
        var shop = scene.union.enterprise(street, "街店");
        var shops = scene.union.holder("union-chair", shop);
        var id = ask();
        scene.act(cadre, id, Action.DISPATCH, "摸底", Aim.units(List.of(street.publicId())));
        scene.act(streets, id, Action.DISPATCH, "填表", Aim.units(List.of(shop.publicId())));
        assertThat(scene.open(id, cadre))
                .singleElement()
                .satisfies(task -> assertThat(task.unit()).isEqualTo(shop.publicId()));
        assertThat(scene.matters.find(id, shops).inside()).isTrue();
        scene.act(cadre, id, Action.RECALL, "不用了");
        assertThat(scene.open(id, cadre))
                .singleElement()
                .satisfies(task -> assertThat(task.kind()).isEqualTo(Task.Kind.STEP));
    }

    @Test
    void aColleagueHasWhatWasHandedOverForTheseDays() {
        var colleague = scene.union.cadre(east);
        var id = ask();
        scene.act(cadre, id, Action.TAKE, null);
        scene.delegations.add(cadre, new Delegations.Order(post(colleague), today, today.plusDays(3), "出差"));
        scene.act(colleague, id, Action.ANSWER, "代为答复");
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)).getLast())
                .satisfies(entry -> {
                    assertThat(entry.behalf()).contains(cadre.name());
                    assertThat(entry.recorded()).isFalse();
                });
    }

    @Test
    void aDelegationIsToAColleagueForATimeAndOnce() {
        var colleague = scene.union.cadre(east);
        broken(MatterRule.DELEGATED_TO_A_COLLEAGUE, () -> delegate(scene.union.cadre(city), 0, 1));
        broken(MatterRule.DELEGATED_TO_A_COLLEAGUE, () -> delegate(cadre, 0, 1));
        broken(MatterRule.DELEGATED_FOR_A_TIME, () -> delegate(colleague, -1, 1));
        broken(MatterRule.DELEGATED_FOR_A_TIME, () -> delegate(colleague, 1, 0));
        broken(MatterRule.DELEGATED_FOR_A_TIME, () -> delegate(colleague, 0, 180));
        delegate(colleague, 0, 179);
        broken(MatterRule.DELEGATED_ONCE, () -> delegate(scene.union.cadre(east), 179, 180));
        var one = scene.delegations.of(cadre).getFirst();
        assertThat(scene.delegations.hands(colleague).delegated()).containsExactly(post(cadre));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> scene.delegations.end(colleague, one.id()));
        scene.delegations.end(cadre, one.id());
        assertThat(scene.delegations.hands(colleague).delegated()).isEmpty();
        delegate(scene.union.cadre(east), 0, 1);
    }

    private void delegate(Actor to, int from, int until) {
        scene.delegations.add(
                cadre, new Delegations.Order(post(to), today.plusDays(from), today.plusDays(until), "休假"));
    }

    @Test
    void aClerkEntersWhatALeaderDecidedOnPaper() {
        var leader = scene.union.cadre(east);
        var id = ask();
        broken(
                MatterRule.LEADER_IS_OF_THIS_UNIT,
                () -> scene.act(cadre, id, Action.ANSWER, "同意", decidedBy(scene.union.cadre(city))));
        broken(MatterRule.LEADER_IS_OF_THIS_UNIT, () -> scene.act(cadre, id, Action.ANSWER, "同意", decidedBy(cadre)));
        broken(MatterRule.RECORDED_WITH_ITS_SCAN, () -> scene.act(cadre, id, Action.ANSWER, "同意", decidedBy(leader)));
        var scan = papers.accept(List.of(new Papers.Sent("呈批件.txt", "同意".getBytes(StandardCharsets.UTF_8))));
        scene.desk.act(
                cadre,
                id,
                Act.of(Action.ANSWER, scene.of(id, cadre).publicId(), "同意", UUID.randomUUID())
                        .to(decidedBy(leader))
                        .with(scan));
        assertThat(papers.of(scene.matters.find(id, cadre)).papers()).hasSize(1);
        assertThat(papers.of(scene.matters.find(id, chair)).papers())
                .as("a sheet of the house is not for whoever asked")
                .isEmpty();
        assertThat(scene.matters.timeline(scene.matters.find(id, chair)).getLast())
                .satisfies(entry -> {
                    assertThat(entry.personName()).isEqualTo(cadre.name());
                    assertThat(entry.behalf()).contains(leader.name());
                    assertThat(entry.recorded()).isTrue();
                });
    }

    private static Aim decidedBy(Actor leader) {
        return new Aim(List.of(), List.of(), 0, null, false, post(leader));
    }

    @Test
    void aClockThatStandsStillMovesTheDeadlineAndNothingElse() {
        var id = ask();
        scene.act(cadre, id, Action.TAKE, null);
        scene.act(cadre, id, Action.PAUSE, "等园区回复");
        broken(MatterRule.STEP_ALLOWS_IT, () -> scene.act(cadre, id, Action.ANSWER, "不等了"));
        assertThat(scene.of(id, cadre).paused()).isTrue();
        assertThat(scene.matters
                        .timeline(scene.matters.find(id, chair))
                        .getLast()
                        .words())
                .as("whoever asked reads why")
                .isEqualTo("等园区回复");
        scene.act(cadre, id, Action.RESUME, null);
        assertThat(scene.of(id, cadre).paused()).isFalse();
        scene.act(cadre, id, Action.ANSWER, "园区同意了");
    }

    @Test
    void whatAPostHadThatNobodyHoldsAnyMoreWaitsForItsUnit() {
        var leaving = scene.union.cadre(east);
        var id = ask();
        scene.act(leaving, id, Action.TAKE, null);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> scene.of(id, cadre));
        scene.db.sql("""
                        update organisation.tenure set during = daterange(current_date - 9, current_date), ended_for = '离任'
                        where person_id = ?
                        """).param(leaving.personId()).update();
        assertThat(scene.of(id, cadre).isPooled()).isTrue();
        scene.act(cadre, id, Action.ANSWER, "接着办好了");
    }
}

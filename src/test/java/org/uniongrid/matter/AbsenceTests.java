package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uniongrid.matter.Scene.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;

/** Whoever appoints in a unit says who has the work of a holder who is away. */
@ModuleTest
class AbsenceTests {

    private final Scene scene;
    private final Absences absences;
    private final MockMvcTester mvc;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor ill;
    private final Actor colleague;
    private final Actor boss;

    AbsenceTests(Union union, AutowireCapableBeanFactory beans, Absences absences, MockMvcTester mvc, Clock clock) {
        scene = beans.createBean(Scene.class);
        this.absences = absences;
        this.mvc = mvc;
        today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "病");
        chair = union.holder("union-chair", union.enterprise(east, "病厂"));
        ill = union.cadre(east);
        colleague = union.cadre(east);
        boss = union.cadre(east);
    }

    private void add(Actor by, Actor to, int from, int until) {
        absences.add(
                by,
                absences.away(post(ill), by),
                new Delegations.Order(post(to), today.plusDays(from), today.plusDays(until), "生病"));
    }

    @Test
    void theSubstituteHasItAndBothAreTold() {
        var id = scene.ask(chair, east);
        scene.act(ill, id, Action.TAKE, null);
        add(boss, colleague, 0, 3);
        assertThat(scene.told(ill)).contains("matter.substituted");
        assertThat(scene.told(colleague)).contains("matter.stands-in");
        page("/matters?box=held", colleague).contains("请协调职工食堂", "代 干事");
        page("/matters?box=held", ill).contains("请协调职工食堂").doesNotContain("代 干事");
        page("/matters/delegations", ill).contains("由别人代为设置");
        scene.act(colleague, id, Action.ANSWER, "代为答复");
        assertThat(scene.matters
                        .timeline(scene.matters.find(id, chair))
                        .getLast()
                        .behalf())
                .contains(ill.name());
        assertThat(scene.db
                        .sql(
                                "select reason from access.audit_entry where action = 'matter.delegate' and subject_id = ?")
                        .param(post(ill))
                        .query(String.class)
                        .single())
                .isEqualTo("生病");
    }

    private org.assertj.core.api.AbstractStringAssert<?> page(String address, Actor by) {
        return assertThat(mvc.get().uri(address).requestAttr(Actor.class.getName(), by))
                .bodyText();
    }

    @Test
    void itIsForAColleagueOrTheUnitAboveForATimeAndNeverForOneself() {
        broken(MatterRule.DELEGATED_TO_A_COLLEAGUE, () -> add(boss, boss, 0, 1));
        broken(MatterRule.DELEGATED_TO_A_COLLEAGUE, () -> add(boss, ill, 0, 1));
        var above = scene.union.cadre(city);
        broken(MatterRule.DELEGATED_TO_A_COLLEAGUE, () -> add(boss, above, 0, 1));
        broken(MatterRule.DELEGATED_FOR_A_TIME, () -> add(boss, colleague, -1, 1));
        broken(MatterRule.DELEGATED_FOR_A_TIME, () -> add(boss, colleague, 0, 180));
        var second = scene.union.cadre(city);
        add(second, above, 0, 179);
        broken(MatterRule.DELEGATED_ONCE, () -> add(boss, colleague, 179, 180));
        var id = scene.ask(chair, east);
        scene.act(ill, id, Action.TAKE, null);
        scene.act(above, id, Action.ANSWER, "上级代办");
    }

    @Test
    void onlyWhoeverAppointsThereMaySaySoAndEndIt() {
        var west = scene.union.cadre(scene.union.district(city, "西"));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> absences.away(post(ill), west));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> absences.away(post(ill), chair));
        add(boss, colleague, 0, 3);
        var away = absences.away(post(ill), boss);
        var one = absences.of(away, boss).getFirst();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> absences.end(boss, absences.away(post(colleague), boss), one.id()));
        absences.end(boss, away, one.id());
        assertThat(scene.delegations.hands(colleague).delegated()).isEmpty();
    }

    @Test
    void whoeverIsAwayMayEndItToo() {
        add(boss, colleague, 0, 3);
        scene.delegations.end(ill, scene.delegations.of(ill).getFirst().id());
        assertThat(scene.delegations.hands(colleague).delegated()).isEmpty();
    }

    @Test
    void nobodyDelegatesMoreThanTheyHold() {
        var weak = new Actor(boss.personId(), boss.name(), boss.posts(), weaker(boss));
        broken(
                MatterRule.NOBODY_DELEGATES_MORE_THAN_THEY_HOLD,
                () -> absences.add(
                        weak,
                        absences.away(post(ill), weak),
                        new Delegations.Order(post(colleague), today, today, "生病")));
    }

    private static Actor.Post weaker(Actor actor) {
        var own = Objects.requireNonNull(actor.chosen());
        return new Actor.Post(
                own.id(),
                own.role(),
                own.title(),
                own.unitId(),
                own.unitName(),
                own.scope(),
                own.reach(),
                Set.of("organisation.post.edit"));
    }

    private static void broken(Rule rule, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    @Test
    void whoHasAStepIsNotOfferedToUrgeIt() {
        var id = scene.ask(chair, east);
        page("/matters/" + id, colleague).doesNotContain("/urge");
        scene.act(ill, id, Action.TAKE, null);
        page("/matters/" + id, ill).doesNotContain("/urge");
        page("/matters/" + id, colleague).contains("/urge");
        page("/matters/" + id, chair).contains("/urge");
    }

    @Test
    void theTimelineNamesWhoGotACopyWithinTheReadersSight() {
        var far = scene.union.district(city, "抄西");
        var street = scene.union.street(east, "抄街");
        var id = scene.ask(chair, east);
        scene.whole(
                scene.union.cadre(city),
                id,
                Action.COPY,
                "请知悉",
                Act.Aim.units(List.of(far.publicId(), street.publicId())));
        page("/matters/" + id, scene.union.cadre(city)).contains("抄送：", far.name(), street.name());
        page("/matters/" + id, ill).contains("一个工会", street.name()).doesNotContain(far.name());
        page("/matters/" + id, chair).doesNotContain("抄送：");
    }
}

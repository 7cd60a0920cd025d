package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterDesk.Request;
import org.uniongrid.organisation.Posts;
import org.uniongrid.organisation.WorkCalendars;

/** One union asks another: somebody always has it, and it ends. */
@ModuleTest
@RecordApplicationEvents
class GeneralRequestTests {

    private final Union union;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final Allowed allowed;
    private final Delegations delegations;
    private final Posts posts;
    private final JdbcClient db;
    private final WorkCalendars calendars;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;

    GeneralRequestTests(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            Allowed allowed,
            Delegations delegations,
            Posts posts,
            JdbcClient db,
            WorkCalendars calendars,
            Clock clock) {
        this.calendars = calendars;
        this.tasks = tasks;
        this.allowed = allowed;
        this.delegations = delegations;
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.posts = posts;
        this.db = db;
        this.today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "请");
        factory = union.enterprise(east, "请厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
    }

    @Test
    void whatIsAskedIsTakenAnsweredAndToldToWhoAsked(ApplicationEvents events) {
        var id = ask();
        assertThat(tasks.open(matters.find(id, cadre))).singleElement().satisfies(task -> {
            assertThat(task.isPooled()).isTrue();
            assertThat(task.unit()).isEqualTo(east.publicId());
            assertThat(LocalDate.ofInstant(task.dueAt(), ZoneId.of("Asia/Shanghai")))
                    .isEqualTo(calendars.from(today).after(today, 10));
        });
        assertThat(told(cadre)).containsExactly("matter.arrived");
        step(cadre, id, Action.TAKE, null);
        assertThat(open(id).isFor(hands(cadre))).isTrue();
        assertThat(open(id).isFor(hands(union.cadre(east))))
                .as("a colleague in another post")
                .isFalse();
        step(cadre, id, Action.ANSWER, "已协调，下周一到厂里");
        var closed = matters.find(id, chair);
        assertThat(closed.state()).isEqualTo(MatterState.ANSWERED);
        assertThat(tasks.open(closed)).isEmpty();
        assertThat(told(chair)).containsExactly("matter.news");
        assertThat(matters.timeline(closed))
                .extracting(Matters.Entry::action)
                .containsExactly(Action.SUBMIT, Action.ANSWER);
        assertThat(matters.timeline(matters.find(id, cadre)))
                .as("who took it is the business of the unit that is asked")
                .extracting(Matters.Entry::action)
                .containsExactly(Action.SUBMIT, Action.TAKE, Action.ANSWER);
        assertThat(events.stream(MatterClosed.class)).isEmpty();
        desk.act(chair, id, Act.of(Action.CLOSE, null, null, UUID.randomUUID()));
        assertThat(events.stream(MatterClosed.class))
                .extracting(MatterClosed::matterId)
                .containsExactly(id);
    }

    @Test
    void whatIsMissingIsSentBackAndComesAgainWithANewClock() {
        var id = ask();
        step(cadre, id, Action.RETURN, "请写明人数");
        assertThat(open(id).step()).isEqualTo("amend");
        assertThat(open(id).isFor(hands(chair))).isTrue();
        assertThatThrownBy(() -> step(cadre, id, Action.COMPLETE, "人数")).isInstanceOf(RuleBroken.class);
        step(union.holder("union-chair", factory), id, Action.COMPLETE, "共 27 人");
        assertThat(open(id).step()).isEqualTo("handle");
        step(cadre, id, Action.REFUSE, "不在本区范围");
        assertThat(matters.find(id, chair).state()).isEqualTo(MatterState.REFUSED);
    }

    @Test
    void aColleagueGetsItAndNobodyElse() {
        var other = union.cadre(east);
        var stranger = union.cadre(union.district(city, "外"));
        var id = ask();
        step(cadre, id, Action.TAKE, null);
        assertThatThrownBy(() -> desk.act(
                        cadre,
                        id,
                        Act.of(Action.HAND_OVER, open(id).publicId(), null, UUID.randomUUID())
                                .to(Act.Aim.post(post(stranger)))))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(MatterRule.POST_IS_OF_THIS_UNIT));
        desk.act(
                cadre,
                id,
                Act.of(Action.HAND_OVER, open(id).publicId(), "你更熟", UUID.randomUUID())
                        .to(Act.Aim.post(post(other))));
        assertThat(open(id).isFor(hands(other))).isTrue();
        assertThatThrownBy(() -> step(cadre, id, Action.ANSWER, "已办"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(MatterRule.STEP_IS_IN_YOUR_HANDS));
        step(other, id, Action.PUT_BACK, null);
        assertThat(open(id).isPooled()).isTrue();
    }

    @Test
    void whoeverReachesOneSideSeesItAndNobodyElse() {
        var id = ask();
        for (var one : List.of(chair, cadre, union.cadre(city)))
            assertThat(matters.find(id, one).publicId()).isEqualTo(id);
        for (var one : List.of(
                union.cadre(union.district(city, "别")), union.holder("union-chair", union.enterprise(east, "邻厂"))))
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> matters.find(id, one));
        db.sql(
                        "insert into matter.party (matter_id, part, person_id, since) select id, 'BARRED', ?, now() from matter.matter where public_id = ?")
                .params(cadre.personId(), id)
                .update();
        assertThatExceptionOfType(NoSuchElementException.class).as("barred").isThrownBy(() -> matters.find(id, cadre));
    }

    @Test
    void nobodyDecidesWhatTheyAskedThemselves() {
        posts.appoint(chair.personId(), "federation-cadre", east.publicId(), "兼职干事");
        var held = posts.heldBy(chair.personId());
        var both = new Actor(chair.personId(), chair.name(), held, held.getLast());
        var id = ask();
        assertThatThrownBy(() -> step(both, id, Action.ANSWER, "准"))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(MatterRule.NOBODY_DECIDES_THEIR_OWN_MATTER));
        assertThat(allowed.atStep(both, hands(both), matters.find(id, both), open(id)))
                .doesNotContain(Action.ANSWER, Action.REFUSE, Action.TAKE);
    }

    @Test
    void itIsWithdrawnByTheUnitThatAskedAndUrgedOnceADay() {
        var id = ask();
        assertThatThrownBy(() -> whole(cadre, id, Action.URGE))
                .as("whoever has it in the pool")
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(MatterRule.WHO_HAS_IT_IS_NOT_URGED));
        whole(chair, id, Action.URGE);
        assertThat(told(cadre)).containsExactly("matter.arrived", "matter.urged");
        assertThatThrownBy(() -> whole(chair, id, Action.URGE))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.URGED_ONCE_A_DAY));
        assertThatThrownBy(() -> whole(cadre, id, Action.WITHDRAW)).isInstanceOf(RuleBroken.class);
        whole(chair, id, Action.WITHDRAW);
        assertThat(matters.find(id, cadre).state()).isEqualTo(MatterState.WITHDRAWN);
        assertThatThrownBy(() -> whole(chair, id, Action.COMMENT))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(MatterRule.MATTER_IS_STILL_OPEN));
    }

    @Test
    void aUnitWithoutAnybodyCannotBeAsked() {
        var empty = union.district(city, "空");
        assertThatThrownBy(() -> desk.submit(
                        cadre, new Request("general", empty.publicId(), "请派讲师", "讲一次劳动法", null, UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.UNIT_HAS_SOMEBODY));
        var id = ask();
        db.sql(
                        "update organisation.tenure set during = daterange(current_date - 9, current_date), ended_for = '离任' where person_id = ?")
                .param(chair.personId())
                .update();
        assertThatThrownBy(() -> desk.act(
                        cadre,
                        id,
                        Act.of(
                                Action.RETURN,
                                tasks.open(matters.find(id, cadre)).getFirst().publicId(),
                                "请补充",
                                UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.UNIT_HAS_SOMEBODY));
    }

    private Hands hands(Actor actor) {
        return delegations.hands(actor);
    }

    private UUID ask() {
        return desk.submit(
                chair, new Request("general", east.publicId(), "请协调职工食堂", "厂区没有食堂", null, UUID.randomUUID()));
    }

    private Task open(UUID id) {
        return tasks.open(matters.find(id, chair)).getFirst();
    }

    private void step(Actor actor, UUID id, Action action, @Nullable String words) {
        desk.act(actor, id, Act.of(action, open(id).publicId(), words, UUID.randomUUID()));
    }

    private void whole(Actor actor, UUID id, Action action) {
        desk.act(actor, id, Act.of(action, null, "请看", UUID.randomUUID()));
    }

    private static UUID post(Actor actor) {
        return Objects.requireNonNull(actor.chosen()).id();
    }

    private List<String> told(Actor actor) {
        return db.sql("select kind from notice.notice where person_id = ? and kind like 'matter.%' order by id")
                .param(actor.personId())
                .query(String.class)
                .list();
    }
}

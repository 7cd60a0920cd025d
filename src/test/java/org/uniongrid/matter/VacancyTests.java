package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uniongrid.matter.Scene.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PostWork;

/** Whoever leaves hands on what they had, or leaves it to the pool of their unit. */
@ModuleTest
class VacancyTests {

    private final VacancyScene at;
    private final PostWork work;
    private final HandOns handOns;
    private final TransactionTemplate transaction;
    private final LocalDate today;

    VacancyTests(
            AutowireCapableBeanFactory beans,
            PostWork work,
            HandOns handOns,
            TransactionTemplate transaction,
            MockMvcTester mvc,
            Clock clock) {
        at = new VacancyScene(beans.createBean(Scene.class), mvc, "离");
        this.work = work;
        this.handOns = handOns;
        this.transaction = transaction;
        today = LocalDate.now(clock);
    }

    @Test
    void whatAPostHasIsShownBeforeItsHolderLeaves() {
        at.began(at.leaving);
        at.held(at.leaving);
        var late = at.held(at.leaving);
        at.scene
                .db
                .sql(
                        "update matter.task set started_at = now() - interval '9 days', due_at = now() - interval '1 day' where matter_id = (select id from matter.matter where public_id = ?)")
                .param(late)
                .update();
        at.page("/organisation/tenures/" + at.tenure(at.leaving) + "/end", at.staying)
                .contains(
                        "有 2 个事项没有办结，其中 1 个已超期",
                        "一般事项",
                        at.staying.name(),
                        "/matters?box=all&amp;post=" + post(at.leaving));
        at.page("/matters?box=all&post=" + post(at.leaving), at.staying).contains("请协调职工食堂");
        at.page("/matters?box=all&post=" + post(at.staying), at.staying).doesNotContain("请协调职工食堂");
        at.page("/matters?box=all&post=" + post(at.leaving), at.chair).doesNotContain("请协调职工食堂");
    }

    @Test
    void allOfItGoesToAColleagueWithTheEnd() {
        at.began(at.leaving);
        var plain = at.held(at.leaving);
        var waiting = at.held(at.leaving);
        at.scene.act(at.leaving, waiting, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(at.staying))));
        var signed = at.held(at.staying);
        at.scene.act(at.staying, signed, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(at.leaving))));
        assertThat(at.end(at.leaving, at.staying, today, post(at.staying).toString()))
                .hasStatus3xxRedirection();
        for (var id : List.of(plain, waiting, signed))
            assertThat(at.handedOn(id, at.staying)).singleElement().satisfies(entry -> {
                assertThat(entry.personName()).isEqualTo(at.staying.name());
                assertThat(entry.moved()).isNotNull().satisfies(moved -> {
                    assertThat(moved.from()).contains(at.leaving.name());
                    assertThat(moved.to()).contains(at.staying.name());
                });
            });
        assertThat(at.handedOn(plain, at.chair))
                .as("hands are not for whoever asked")
                .isEmpty();
        assertThat(at.scene.told(at.staying))
                .filteredOn("matter.handed-on"::equals)
                .hasSize(1);
        assertThat(deeds("matter.hand-on", post(at.leaving))).isEqualTo(1);
        at.scene.act(at.staying, plain, Action.ANSWER, "办好了");
        at.scene.act(at.staying, signed, Action.AGREE, null);
        at.scene.act(at.staying, signed, Action.ANSWER, "办好了");
    }

    private long deeds(String action, UUID subject) {
        return at.scene
                .db
                .sql("select count(*) from access.audit_entry where action = ? and subject_id = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    @Test
    void nobodySignsTwiceAndNobodyGetsWhatTheyAreBarredFrom() {
        at.began(at.leaving);
        var both = at.held(at.staying);
        var other = at.scene.union.cadre(at.east);
        at.scene.act(
                at.staying, both, Action.ASK_SIGNERS, null, Act.Aim.signers(2, List.of(post(at.leaving), post(other))));
        var barred = at.held(at.leaving);
        at.scene.db.sql("""
                        insert into matter.party (matter_id, part, person_id, since)
                        select id, 'BARRED', ?, now() from matter.matter where public_id = ?
                        """).params(other.personId(), barred).update();
        at.end(at.leaving, at.staying, today, post(other).toString());
        assertThat(at.handedOn(both, at.staying)).isEmpty();
        assertThat(at.handedOn(barred, at.staying)).isEmpty();
        assertThat(at.scene.of(barred, at.staying).isPooled()).isTrue();
    }

    @Test
    void whatIsToGoLaterGoesOnThatDayAndMayBeCalledOff() {
        var one = at.held(at.leaving);
        at.end(at.leaving, at.staying, today.plusDays(5), post(at.staying).toString());
        handOns.goOn();
        assertThat(at.handedOn(one, at.staying)).isEmpty();
        at.page("/organisation/posts/" + post(at.leaving) + "/work", at.staying)
                .contains("从 " + today.plusDays(5) + " 起移交给");
        handOn(null, UUID.randomUUID());
        at.scene.db.sql("update matter.hand_on set day = current_date").update();
        handOns.goOn();
        assertThat(at.handedOn(one, at.staying)).isEmpty();
        assertThat(deeds("matter.end-hand-on", post(at.leaving))).isEqualTo(1);
    }

    @Test
    void itGoesOnItsDay() {
        var one = at.held(at.leaving);
        at.end(at.leaving, at.staying, today.plusDays(5), post(at.staying).toString());
        at.scene
                .db
                .sql(
                        "update matter.hand_on set day = current_date where post_id = (select id from organisation.post where public_id = ?)")
                .param(post(at.leaving))
                .update();
        handOns.goOn();
        assertThat(at.handedOn(one, at.staying)).hasSize(1);
    }

    private void handOn(@Nullable UUID to, UUID key) {
        transaction.executeWithoutResult(
                status -> work.handOn(at.staying, new PostWork.Order(post(at.leaving), to, today, key), null));
    }

    @Test
    void aFormSentTwiceIsOneWord() {
        var key = UUID.randomUUID();
        at.held(at.leaving);
        handOn(post(at.staying), key);
        var later = at.held(at.leaving);
        handOn(post(at.staying), key);
        assertThat(at.handedOn(later, at.staying)).isEmpty();
        assertThat(deeds("matter.hand-on", post(at.leaving))).isEqualTo(1);
    }

    @Test
    void onlyAColleagueWhoMayHandleMattersGetsIt() {
        var elsewhere = at.scene.union.cadre(at.city);
        var auditor = at.scene.union.holder("security-admin", null);
        for (var to : List.of(post(elsewhere), post(auditor), post(at.leaving), UUID.randomUUID()))
            assertThatThrownBy(() -> handOn(to, UUID.randomUUID()))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            broken -> assertThat(broken.rule()).isEqualTo(MatterRule.HANDED_ON_TO_A_COLLEAGUE));
    }

    @Test
    void moreThanABatchGoesOnInTheBackgroundAndIsToldOnce() {
        var like = at.held(at.leaving);
        many(like, 2 * HandOns.AT_ONCE);
        handOn(post(at.staying), UUID.randomUUID());
        at.page("/organisation/posts/" + post(at.leaving) + "/work", at.staying).contains("已移交 500 个", "有 501 个");
        assertThat(at.scene.told(at.staying)).doesNotContain("matter.handed-on");
        handOns.goOn();
        assertThat(work.of(post(at.leaving), today, null, at.staying).open()).isZero();
        assertThat(at.scene.told(at.staying))
                .filteredOn("matter.handed-on"::equals)
                .hasSize(1);
        assertThat(at.scene
                        .db
                        .sql("select count(*) from matter.entry where action = 'HAND_ON' and person_id = ?")
                        .param(at.staying.personId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * HandOns.AT_ONCE + 1);
    }

    /** As many more in the same hands. */
    private void many(UUID like, int count) {
        at.scene
                .db
                .sql("""
                        with made as (
                            insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name,
                                year, nr, open_tasks, pack_id, route_id, opened_at)
                            select kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name,
                                year, nr + 1000 + n, 1, pack_id, route_id, opened_at
                            from matter.matter, generate_series(1, :count) n where public_id = :like returning id, asked_id),
                        party as (
                            insert into matter.party (matter_id, part, unit_id, scope, since)
                            select made.id, 'HANDLER', u.id, u.scope, now() from made join organisation.unit u on u.id = made.asked_id)
                        insert into matter.task (matter_id, step, holder_kind, holder_id, unit_id, started_at, due_at)
                        select made.id, 'handle', 'POST', o.id, o.unit_id, now(), now() + interval '9 days'
                        from made, organisation.post o where o.public_id = :post
                        """)
                .param("count", count)
                .param("like", like)
                .param("post", post(at.leaving))
                .update();
    }
}

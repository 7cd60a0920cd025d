package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PostWork;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.organisation.TreeWriter;

/** Whoever leaves, and whatever becomes of a unit: what was in their hands is in somebody's. */
@ModuleTest
class VacancyTests {

    private final Scene scene;
    private final PostWork work;
    private final HandOns handOns;
    private final Orphans orphans;
    private final TreeWriter tree;
    private final TransactionTemplate transaction;
    private final MockMvcTester mvc;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor leaving;
    private final Actor staying;

    VacancyTests(
            Union union,
            AutowireCapableBeanFactory beans,
            PostWork work,
            HandOns handOns,
            Orphans orphans,
            TreeWriter tree,
            TransactionTemplate transaction,
            MockMvcTester mvc,
            Clock clock) {
        scene = beans.createBean(Scene.class);
        this.work = work;
        this.handOns = handOns;
        this.orphans = orphans;
        this.tree = tree;
        this.transaction = transaction;
        this.mvc = mvc;
        today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "离");
        chair = union.holder("union-chair", union.enterprise(east, "离厂"));
        leaving = union.cadre(east);
        staying = union.cadre(east);
    }

    private UUID held(Actor who) {
        var id = scene.ask(chair, east);
        scene.act(who, id, Action.TAKE, null);
        return id;
    }

    private UUID tenure(Actor who) {
        return scene.db
                .sql("select public_id from organisation.tenure where person_id = ?")
                .param(who.personId())
                .query(UUID.class)
                .single();
    }

    private MvcTestResult end(Actor who, Actor by, LocalDate until, String to) {
        return mvc.post()
                .uri("/organisation/tenures/" + tenure(who) + "/end")
                .param("until", until.toString())
                .param("reason", "调任")
                .param("to", to)
                .requestAttr(Actor.class.getName(), by)
                .exchange();
    }

    private void began(Actor who) {
        scene.db
                .sql("update organisation.tenure set during = daterange(current_date - 30, null) where person_id = ?")
                .param(who.personId())
                .update();
    }

    private org.assertj.core.api.AbstractStringAssert<?> page(String address, Actor by) {
        return assertThat(mvc.get().uri(address).requestAttr(Actor.class.getName(), by))
                .bodyText();
    }

    private List<Matters.Entry> handedOn(UUID id, Actor reader) {
        return scene.matters.timeline(scene.matters.find(id, reader)).stream()
                .filter(entry -> entry.action() == Action.HAND_ON)
                .toList();
    }

    @Test
    void whatAPostHasIsShownBeforeItsHolderLeaves() {
        began(leaving);
        held(leaving);
        var late = held(leaving);
        scene.db
                .sql(
                        "update matter.task set started_at = now() - interval '9 days', due_at = now() - interval '1 day' where matter_id = (select id from matter.matter where public_id = ?)")
                .param(late)
                .update();
        page("/organisation/tenures/" + tenure(leaving) + "/end", staying)
                .contains(
                        "有 2 个事项没有办结，其中 1 个已超期", "一般事项", staying.name(), "/matters?box=all&amp;post=" + post(leaving));
        page("/matters?box=all&post=" + post(leaving), staying).contains("请协调职工食堂");
        page("/matters?box=all&post=" + post(staying), staying).doesNotContain("请协调职工食堂");
        page("/matters?box=all&post=" + post(leaving), chair).doesNotContain("请协调职工食堂");
    }

    @Test
    void allOfItGoesToAColleagueWithTheEnd() {
        began(leaving);
        var plain = held(leaving);
        var waiting = held(leaving);
        scene.act(leaving, waiting, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(staying))));
        var signed = held(staying);
        scene.act(staying, signed, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(leaving))));
        assertThat(end(leaving, staying, today, post(staying).toString())).hasStatus3xxRedirection();
        for (var id : List.of(plain, waiting, signed))
            assertThat(handedOn(id, staying)).singleElement().satisfies(entry -> {
                assertThat(entry.personName()).isEqualTo(staying.name());
                assertThat(entry.moved()).isNotNull().satisfies(moved -> {
                    assertThat(moved.from()).contains(leaving.name());
                    assertThat(moved.to()).contains(staying.name());
                });
            });
        assertThat(handedOn(plain, chair)).as("hands are not for whoever asked").isEmpty();
        assertThat(scene.told(staying)).filteredOn("matter.handed-on"::equals).hasSize(1);
        assertThat(deeds("matter.hand-on", post(leaving))).isEqualTo(1);
        scene.act(staying, plain, Action.ANSWER, "办好了");
        scene.act(staying, signed, Action.AGREE, null);
        scene.act(staying, signed, Action.ANSWER, "办好了");
    }

    private long deeds(String action, UUID subject) {
        return scene.db
                .sql("select count(*) from access.audit_entry where action = ? and subject_id = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    @Test
    void nobodySignsTwiceAndNobodyGetsWhatTheyAreBarredFrom() {
        began(leaving);
        var both = held(staying);
        var other = scene.union.cadre(east);
        scene.act(staying, both, Action.ASK_SIGNERS, null, Act.Aim.signers(2, List.of(post(leaving), post(other))));
        var barred = held(leaving);
        scene.db.sql("""
                        insert into matter.party (matter_id, part, person_id, since)
                        select id, 'BARRED', ?, now() from matter.matter where public_id = ?
                        """).params(other.personId(), barred).update();
        end(leaving, staying, today, post(other).toString());
        assertThat(handedOn(both, staying)).isEmpty();
        assertThat(handedOn(barred, staying)).isEmpty();
        assertThat(scene.of(barred, staying).isPooled()).isTrue();
    }

    @Test
    void whatIsToGoLaterGoesOnThatDayAndMayBeCalledOff() {
        var one = held(leaving);
        end(leaving, staying, today.plusDays(5), post(staying).toString());
        handOns.goOn();
        assertThat(handedOn(one, staying)).isEmpty();
        page("/organisation/posts/" + post(leaving) + "/work", staying).contains("从 " + today.plusDays(5) + " 起移交给");
        handOn(null, UUID.randomUUID());
        scene.db.sql("update matter.hand_on set day = current_date").update();
        handOns.goOn();
        assertThat(handedOn(one, staying)).isEmpty();
        assertThat(deeds("matter.end-hand-on", post(leaving))).isEqualTo(1);
    }

    @Test
    void itGoesOnItsDay() {
        var one = held(leaving);
        end(leaving, staying, today.plusDays(5), post(staying).toString());
        scene.db
                .sql(
                        "update matter.hand_on set day = current_date where post_id = (select id from organisation.post where public_id = ?)")
                .param(post(leaving))
                .update();
        handOns.goOn();
        assertThat(handedOn(one, staying)).hasSize(1);
    }

    private void handOn(@Nullable UUID to, UUID key) {
        transaction.executeWithoutResult(
                status -> work.handOn(staying, new PostWork.Order(post(leaving), to, today, key), null));
    }

    @Test
    void aFormSentTwiceIsOneWord() {
        var key = UUID.randomUUID();
        held(leaving);
        handOn(post(staying), key);
        var later = held(leaving);
        handOn(post(staying), key);
        assertThat(handedOn(later, staying)).isEmpty();
        assertThat(deeds("matter.hand-on", post(leaving))).isEqualTo(1);
    }

    @Test
    void onlyAColleagueWhoMayHandleMattersGetsIt() {
        var elsewhere = scene.union.cadre(city);
        var auditor = scene.union.holder("security-admin", null);
        for (var to : List.of(post(elsewhere), post(auditor), post(leaving), UUID.randomUUID()))
            assertThatThrownBy(() -> handOn(to, UUID.randomUUID()))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            broken -> assertThat(broken.rule()).isEqualTo(MatterRule.HANDED_ON_TO_A_COLLEAGUE));
    }

    @Test
    void moreThanABatchGoesOnInTheBackgroundAndIsToldOnce() {
        var like = held(leaving);
        many(like, 2 * HandOns.AT_ONCE);
        handOn(post(staying), UUID.randomUUID());
        page("/organisation/posts/" + post(leaving) + "/work", staying).contains("已移交 500 个", "有 501 个");
        assertThat(scene.told(staying)).doesNotContain("matter.handed-on");
        handOns.goOn();
        assertThat(work.of(post(leaving), today, null, staying).open()).isZero();
        assertThat(scene.told(staying)).filteredOn("matter.handed-on"::equals).hasSize(1);
        assertThat(scene.db
                        .sql("select count(*) from matter.entry where action = 'HAND_ON' and person_id = ?")
                        .param(staying.personId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * HandOns.AT_ONCE + 1);
    }

    /** As many more in the same hands. */
    private void many(UUID like, int count) {
        scene.db
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
                .param("post", post(leaving))
                .update();
    }

    @Test
    void whereTheLastOneLeavesItGoesToTheUnitAboveAtOnce() {
        var street = scene.union.street(east, "离街");
        var only = scene.union.cadre(street);
        began(only);
        var asker = scene.union.holder("union-chair", scene.union.enterprise(street, "街厂"));
        var taken = scene.ask(asker, street);
        var pooled = scene.ask(asker, street);
        scene.act(only, taken, Action.TAKE, null);
        page("/organisation/tenures/" + tenure(only) + "/end", staying).contains("事项马上转到上级 " + east.name());
        end(only, staying, today, "");
        for (var id : List.of(taken, pooled)) {
            assertThat(scene.of(id, staying)).satisfies(task -> {
                assertThat(task.isPooled()).isTrue();
                assertThat(task.unit()).isEqualTo(east.publicId());
            });
            assertThat(handedOn(id, staying))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.moved()).isNotNull().satisfies(moved -> {
                        assertThat(moved.from()).startsWith(street.name());
                        assertThat(moved.to()).isEqualTo(east.name());
                    }));
            assertThat(scene.matters.find(id, staying).inside()).isTrue();
        }
        page("/matters/" + taken, staying).contains("自动移交");
        assertThat(scene.told(staying)).filteredOn("matter.moved-up"::equals).hasSize(1);
        scene.act(staying, taken, Action.ANSWER, "上级接着办好了");
    }

    @Test
    void whatWaitsForSignersThereWaitsNoLongerAndWhatWaitsForUnitsBelowGoesOn() {
        var street = scene.union.street(east, "签街");
        var first = scene.union.cadre(street);
        var second = scene.union.cadre(street);
        var shop = scene.union.enterprise(street, "签店");
        var shops = scene.union.holder("union-chair", shop);
        var signed = scene.ask(chair2(street), street);
        scene.act(first, signed, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(second))));
        var divided = scene.ask(chair2(street), street);
        scene.act(first, divided, Action.DISPATCH, "请办", Act.Aim.units(List.of(shop.publicId())));
        gone(first);
        gone(second);
        orphans.sweep(List.of(street.id()));
        assertThat(scene.open(signed, staying)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.STEP);
            assertThat(task.unit()).isEqualTo(east.publicId());
        });
        scene.act(shops, divided, Action.REPORT, "办了");
        scene.act(staying, divided, Action.ANSWER, "都办了");
    }

    private Actor chair2(Union.Unit above) {
        return scene.union.holder("union-chair", scene.union.enterprise(above, "问厂"));
    }

    /** Ended by itself, some days ago. */
    private void gone(Actor who) {
        scene.db.sql("""
                        update organisation.tenure set during = daterange(current_date - 9, current_date), ended_for = '离任'
                        where person_id = ?
                        """).param(who.personId()).update();
    }

    @Test
    void itGoesToWhoeverAskedLastOfAll() {
        var street = scene.union.street(east, "空街");
        var only = scene.union.cadre(street);
        var citys = scene.union.cadre(city);
        var id = scene.ask(staying, street);
        gone(only);
        orphans.sweep(List.of(street.id()));
        assertThat(scene.of(id, citys).unit()).isEqualTo(city.publicId());
    }

    @Test
    void whereSomebodyIsLeftNothingMoves() {
        var id = held(leaving);
        gone(leaving);
        orphans.sweep(List.of(east.id()));
        assertThat(handedOn(id, staying)).isEmpty();
        assertThat(scene.of(id, staying).isPooled()).isTrue();
    }

    @Test
    void whereNobodyIsLeftAnywhereItStays() {
        var lonely = scene.union.city();
        var below = scene.union.district(lonely, "孤");
        var only = scene.union.cadre(below);
        var id = scene.ask(chair2(below), below);
        gone(only);
        orphans.sweep(List.of(below.id()));
        assertThat(scene.db
                        .sql(
                                "select count(*) from matter.entry e join matter.matter m on m.id = e.matter_id where m.public_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var late = scene.union.cadre(below);
        assertThat(scene.of(id, late).isPooled()).isTrue();
    }

    @Test
    void ofAUnitThatIsMergedItGoesToTheOneThatTookOver() {
        var north = scene.union.street(east, "并北");
        var south = scene.union.street(east, "并南");
        scene.union.cadre(north);
        var souths = scene.union.cadre(south);
        var id = scene.ask(chair2(east), east);
        scene.act(staying, id, Action.DISPATCH, "请办", Act.Aim.units(List.of(north.publicId())));
        write(new TreeStep.End(north.id(), south.id()));
        assertThat(scene.of(id, souths)).satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.DISPATCH);
            assertThat(task.unit()).isEqualTo(south.publicId());
        });
        scene.act(souths, id, Action.REPORT, "并过来办的");
    }

    @Test
    void ofAUnitThatRestsItGoesToTheOneAboveAndNothingNewComes() {
        var street = scene.union.street(east, "停街");
        var streets = scene.union.cadre(street);
        var asker = chair2(street);
        var id = scene.ask(asker, street);
        scene.act(streets, id, Action.TAKE, null);
        write(new TreeStep.Suspend(street.id()));
        assertThat(scene.of(id, staying).unit()).isEqualTo(east.publicId());
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> scene.ask(asker, street));
    }

    private void write(TreeStep step) {
        transaction.executeWithoutResult(status -> {
            tree.lock();
            tree.write(List.of(step), today, "调整");
        });
    }
}

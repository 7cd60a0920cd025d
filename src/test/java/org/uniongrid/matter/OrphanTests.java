package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.uniongrid.matter.Scene.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.organisation.TreeWriter;

/** What a unit has in which nobody may handle matters any more goes to the nearest one with somebody. */
@ModuleTest
class OrphanTests {

    private final VacancyScene at;
    private final Orphans orphans;
    private final TreeWriter tree;
    private final TransactionTemplate transaction;
    private final LocalDate today;

    OrphanTests(
            AutowireCapableBeanFactory beans,
            Orphans orphans,
            TreeWriter tree,
            TransactionTemplate transaction,
            MockMvcTester mvc,
            Clock clock) {
        at = new VacancyScene(beans.createBean(Scene.class), mvc, "孤");
        this.orphans = orphans;
        this.tree = tree;
        this.transaction = transaction;
        today = LocalDate.now(clock);
    }

    @Test
    void whereTheLastOneLeavesItGoesToTheUnitAboveAtOnce() {
        var street = at.scene.union.street(at.east, "离街");
        var only = at.scene.union.cadre(street);
        at.began(only);
        var asker = at.scene.union.holder("union-chair", at.scene.union.enterprise(street, "街厂"));
        var taken = at.scene.ask(asker, street);
        var pooled = at.scene.ask(asker, street);
        at.scene.act(only, taken, Action.TAKE, null);
        at.page("/organisation/tenures/" + at.tenure(only) + "/end", at.staying).contains("事项马上转到上级 " + at.east.name());
        at.end(only, at.staying, today, "");
        for (var id : List.of(taken, pooled)) {
            assertThat(at.scene.of(id, at.staying)).satisfies(task -> {
                assertThat(task.isPooled()).isTrue();
                assertThat(task.unit()).isEqualTo(at.east.publicId());
            });
            assertThat(at.handedOn(id, at.staying))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.moved()).isNotNull().satisfies(moved -> {
                        assertThat(moved.from()).startsWith(street.name());
                        assertThat(moved.to()).isEqualTo(at.east.name());
                    }));
            assertThat(at.scene.matters.find(id, at.staying).inside()).isTrue();
        }
        at.page("/matters/" + taken, at.staying).contains("自动移交");
        assertThat(at.scene.told(at.staying))
                .filteredOn("matter.moved-up"::equals)
                .hasSize(1);
        at.scene.act(at.staying, taken, Action.ANSWER, "上级接着办好了");
    }

    @Test
    void whatWaitsForSignersThereWaitsNoLongerAndWhatWaitsForUnitsBelowGoesOn() {
        var street = at.scene.union.street(at.east, "签街");
        var first = at.scene.union.cadre(street);
        var second = at.scene.union.cadre(street);
        var shop = at.scene.union.enterprise(street, "签店");
        var shops = at.scene.union.holder("union-chair", shop);
        var signed = at.scene.ask(chair2(street), street);
        at.scene.act(first, signed, Action.ASK_SIGNERS, null, Act.Aim.signers(1, List.of(post(second))));
        var divided = at.scene.ask(chair2(street), street);
        at.scene.act(first, divided, Action.DISPATCH, "请办", Act.Aim.units(List.of(shop.publicId())));
        gone(first);
        gone(second);
        orphans.sweep(List.of(street.id()));
        assertThat(at.scene.open(signed, at.staying)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.STEP);
            assertThat(task.unit()).isEqualTo(at.east.publicId());
        });
        at.scene.act(shops, divided, Action.REPORT, "办了");
        at.scene.act(at.staying, divided, Action.ANSWER, "都办了");
    }

    private Actor chair2(Union.Unit above) {
        return at.scene.union.holder("union-chair", at.scene.union.enterprise(above, "问厂"));
    }

    /** Ended by itself, some days ago. */
    private void gone(Actor who) {
        at.scene.db.sql("""
                        update organisation.tenure set during = daterange(current_date - 9, current_date), ended_for = '离任'
                        where person_id = ?
                        """).param(who.personId()).update();
    }

    @Test
    void itGoesToWhoeverAskedLastOfAll() {
        var street = at.scene.union.street(at.east, "空街");
        var only = at.scene.union.cadre(street);
        var citys = at.scene.union.cadre(at.city);
        var id = at.scene.ask(at.staying, street);
        gone(only);
        orphans.sweep(List.of(street.id()));
        assertThat(at.scene.of(id, citys).unit()).isEqualTo(at.city.publicId());
    }

    @Test
    void whereSomebodyIsLeftNothingMoves() {
        var id = at.held(at.leaving);
        gone(at.leaving);
        orphans.sweep(List.of(at.east.id()));
        assertThat(at.handedOn(id, at.staying)).isEmpty();
        assertThat(at.scene.of(id, at.staying).isPooled()).isTrue();
    }

    @Test
    void whereNobodyIsLeftAnywhereItStays() {
        var lonely = at.scene.union.city();
        var below = at.scene.union.district(lonely, "孤");
        var only = at.scene.union.cadre(below);
        var id = at.scene.ask(chair2(below), below);
        gone(only);
        orphans.sweep(List.of(below.id()));
        assertThat(at.scene
                        .db
                        .sql(
                                "select count(*) from matter.entry e join matter.matter m on m.id = e.matter_id where m.public_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var late = at.scene.union.cadre(below);
        assertThat(at.scene.of(id, late).isPooled()).isTrue();
    }

    @Test
    void ofAUnitThatIsMergedItGoesToTheOneThatTookOver() {
        var north = at.scene.union.street(at.east, "并北");
        var south = at.scene.union.street(at.east, "并南");
        at.scene.union.cadre(north);
        var souths = at.scene.union.cadre(south);
        var id = at.scene.ask(chair2(at.east), at.east);
        at.scene.act(at.staying, id, Action.DISPATCH, "请办", Act.Aim.units(List.of(north.publicId())));
        write(new TreeStep.End(north.id(), south.id()));
        assertThat(at.scene.of(id, souths)).satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.DISPATCH);
            assertThat(task.unit()).isEqualTo(south.publicId());
        });
        at.scene.act(souths, id, Action.REPORT, "并过来办的");
    }

    @Test
    void ofAUnitThatRestsItGoesToTheOneAboveAndNothingNewComes() {
        var street = at.scene.union.street(at.east, "停街");
        var streets = at.scene.union.cadre(street);
        var asker = chair2(street);
        var id = at.scene.ask(asker, street);
        at.scene.act(streets, id, Action.TAKE, null);
        write(new TreeStep.Suspend(street.id()));
        assertThat(at.scene.of(id, at.staying).unit()).isEqualTo(at.east.publicId());
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> at.scene.ask(asker, street));
    }

    private void write(TreeStep step) {
        transaction.executeWithoutResult(status -> {
            tree.lock();
            tree.write(List.of(step), today, "调整");
        });
    }
}

package org.uniongrid.casework.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.CaseScene;
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Claims;
import org.uniongrid.casework.Corrections;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterState;

/** A case at work: claims put right, money written down, the follow-up before it ends. */
@ModuleTest
class CaseWorkTests {

    private final CaseScene scene;
    private final ClaimDesk desk;
    private final VisitDesk visits;
    private final Corrections corrections;
    private final Actor cadre;
    private final Actor stranger;

    CaseWorkTests(
            Union union, AutowireCapableBeanFactory beans, ClaimDesk desk, VisitDesk visits, Corrections corrections) {
        scene = beans.createBean(CaseScene.class);
        this.desk = desk;
        this.visits = visits;
        this.corrections = corrections;
        cadre = union.cadre(union.district(union.city(), "案"));
        stranger = union.cadre(union.district(union.city(), "旁"));
    }

    private static void broken(Rule rule, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private UUID filed() {
        return scene.file(cadre, "拖欠工资", false, "周立 2026-07 6000\n周立 2026-08 6187\n吴强 2026-08 11318");
    }

    private Claimant named(UUID id, String name) {
        return scene.claimants(cadre, id).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClaimDesk.Money money(long fen) {
        return new ClaimDesk.Money(fen, LocalDate.EPOCH, Claimant.Way.BANK, "回单 0317");
    }

    @Test
    void sumsFollowWhatIsWrittenBelowThem() {
        var id = filed();
        assertThat(scene.caseFile(cadre, id).claimed()).isEqualTo(2_350_500);
        var one = named(id, "周立").publicId();
        desk.owe(cadre, id, one, YearMonth.of(2026, 8), 700_000L, "来电人更正");
        desk.owe(cadre, id, one, YearMonth.of(2026, 7), null, "七月已经发了");
        var file = scene.caseFile(cadre, id);
        assertThat(file.claimed()).isEqualTo(1_831_800);
        assertThat(corrections.of(file))
                .extracting(line ->
                        line.correction().before() + " > " + line.correction().after())
                .containsExactly("6,000.00 > null", "6,187.00 > 7,000.00");
        assertThat(scene.db
                        .sql(
                                "select count(*) from casework.wage w join casework.claimant c on c.id = w.claimant_id where c.case_id = ?")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .as("what was wrong is still there")
                .isEqualTo(4);
    }

    @Test
    void aFourthOneComesAndAThirdOneLeaves() {
        var id = filed();
        desk.add(cadre, id, Claims.read("钱勇 2026-09 100\n吴强 2026-09 50").claims(), "核实后补充");
        assertThat(scene.caseFile(cadre, id).heads()).isEqualTo(3);
        assertThat(named(id, "吴强").claimed()).isEqualTo(1_136_800);
        desk.leave(cadre, id, named(id, "钱勇").publicId(), "自己要回来了");
        var file = scene.caseFile(cadre, id);
        assertThat(file.claimants()).isEqualTo(2);
        assertThat(file.claimed()).isEqualTo(2_355_500);
        assertThat(scene.claimants(cadre, id)).hasSize(3);
        broken(
                CaseRule.CLAIMANT_NAMED_ONCE,
                () -> desk.rename(cadre, id, named(id, "吴强").publicId(), "周立", null));
    }

    @Test
    void nobodyIsPaidMoreThanIsAgreed() {
        var id = filed();
        var one = named(id, "吴强").publicId();
        broken(
                CaseRule.PAID_IS_NOT_MORE_THAN_AGREED,
                () -> desk.pay(cadre, id, one, money(1_131_801), UUID.randomUUID()));
        desk.agree(cadre, id, one, 1_000_000, "双方商定");
        broken(
                CaseRule.PAID_IS_NOT_MORE_THAN_AGREED,
                () -> desk.pay(cadre, id, one, money(1_000_001), UUID.randomUUID()));
        var key = UUID.randomUUID();
        desk.pay(cadre, id, one, money(1_000_000), key);
        desk.pay(cadre, id, one, money(1_000_000), key);
        assertThat(named(id, "吴强").paid()).isEqualTo(1_000_000);
        broken(CaseRule.PAID_IS_NOT_MORE_THAN_AGREED, () -> desk.agree(cadre, id, one, 999_999, null));
        broken(CaseRule.WHO_WAS_PAID_DOES_NOT_LEAVE, () -> desk.leave(cadre, id, one, "不要了"));
        desk.cancel(cadre, id, named(id, "吴强").payments().getFirst().publicId(), "退票");
        assertThat(scene.caseFile(cadre, id).paid()).isZero();
        desk.leave(cadre, id, one, "不要了");
    }

    @Test
    void moneyDoesNotComeTomorrow() {
        var id = filed();
        var late = new ClaimDesk.Money(1, LocalDate.now().plusDays(2), Claimant.Way.CASH, "收条");
        broken(CaseRule.PAID_BY_TODAY, () -> desk.pay(cadre, id, named(id, "吴强").publicId(), late, UUID.randomUUID()));
    }

    @Test
    void theDatabaseSaysSoToo() {
        var id = filed();
        var one = named(id, "吴强").id();
        assertThatThrownBy(() -> scene.inTransaction(() -> scene.claimants.pay(
                        named(id, "吴强"), 1_131_801, LocalDate.EPOCH, Claimant.Way.CASH, "收条", UUID.randomUUID())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("claimant_not_overpaid");
        assertThatThrownBy(() -> scene.db
                        .sql(
                                "insert into casework.wage (claimant_id, month, amount, since) values (?, '2026-07-02', 1, now())")
                        .param(one)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoDoesNotReachItFindsNothing() {
        var id = filed();
        assertThatThrownBy(
                        () -> desk.add(stranger, id, Claims.read("钱勇 2026-09 1").claims(), null))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void itEndsOnceTheCallerSaysThatItIsSolved() {
        var id = scene.replied(cadre);
        broken(CaseRule.FOLLOWED_UP_BEFORE_IT_ENDS, () -> scene.act(cadre, id, Action.ANSWER, null));
        visits.visit(cadre, id, CaseScene.said(false), UUID.randomUUID());
        assertThat(scene.waiting(cadre, id).step()).isEqualTo("handle");
        broken(
                CaseRule.CASE_IS_FOLLOWED_UP_NOW,
                () -> visits.visit(cadre, id, CaseScene.said(true), UUID.randomUUID()));
        scene.act(cadre, id, Action.REPLY, "又到账一笔");
        visits.visit(cadre, id, CaseScene.said(true), UUID.randomUUID());
        assertThat(scene.matters.find(id, cadre).state()).isEqualTo(MatterState.ANSWERED);
        broken(
                CaseRule.CASE_IS_STILL_OPEN,
                () -> desk.add(cadre, id, Claims.read("钱勇 2026-09 1").claims(), null));
    }

    @Test
    void threeTimesNobodyReachedIsEnough() {
        var id = scene.replied(cadre);
        for (int i = 0; i < 2; i++) visits.visit(cadre, id, CaseScene.said(null), UUID.randomUUID());
        broken(CaseRule.FOLLOWED_UP_BEFORE_IT_ENDS, () -> scene.act(cadre, id, Action.ANSWER, null));
        visits.visit(cadre, id, CaseScene.said(null), UUID.randomUUID());
        scene.act(cadre, id, Action.ANSWER, null);
        assertThat(scene.matters.find(id, cadre).isOpen()).isFalse();
    }

    @Test
    void clocksGoByGradeAndUrgency() {
        var calm = scene.file(cadre, "入会和会籍", false, "");
        var urgent = scene.file(cadre, "工伤", true, "");
        assertThat(clock(calm)).isEqualTo("accept");
        assertThat(clock(urgent)).isEqualTo("urgent");
        scene.act(cadre, calm, Action.APPROVE, null);
        scene.act(cadre, urgent, Action.APPROVE, null);
        assertThat(clock(calm)).isEqualTo("general");
        assertThat(clock(urgent)).isEqualTo("complex");
    }

    private String clock(UUID id) {
        return scene.db.sql("""
                        select t.clock_value from matter.task t join matter.matter m on m.id = t.matter_id
                        where m.public_id = ? and t.state = 'OPEN'
                        """).param(id).query(String.class).single();
    }
}

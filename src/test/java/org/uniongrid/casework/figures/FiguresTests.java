package org.uniongrid.casework.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.casework.CaseScene;
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Visit;
import org.uniongrid.casework.Visits;
import org.uniongrid.casework.figures.CaseFigures.Line;
import org.uniongrid.casework.figures.CaseFigures.Sums;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;

/** The figures of a month are what a recount by hand gives. */
@ModuleTest
class FiguresTests {

    private final CaseScene scene;
    private final CaseFigures figures;
    private final Visits visits;
    private final Actor city;
    private final Actor zone;
    private final Actor beside;

    FiguresTests(Union union, AutowireCapableBeanFactory beans, CaseFigures figures, Visits visits) {
        scene = beans.createBean(CaseScene.class);
        this.figures = figures;
        this.visits = visits;
        var town = union.city();
        city = union.cadre(town);
        zone = union.cadre(union.district(town, "数"));
        beside = union.cadre(union.district(town, "邻"));
    }

    private UUID rated(int stars, boolean solved, long paid) {
        var id = scene.replied(zone);
        scene.inTransaction(() -> {
            var said = new Visit(Visit.Way.CALL, stars, solved, null, "", java.time.Instant.EPOCH);
            visits.add(zone, scene.caseFile(zone, id), said, UUID.randomUUID());
            if (paid > 0)
                scene.claimants.pay(
                        scene.claimants(zone, id).getFirst(),
                        paid,
                        LocalDate.EPOCH,
                        Claimant.Way.BANK,
                        "回单",
                        UUID.randomUUID());
        });
        if (solved) scene.act(zone, id, Action.ANSWER, null);
        return id;
    }

    @Test
    void aMonthIsCounted() {
        rated(5, true, 600_000);
        var late = rated(4, true, 100_000);
        rated(2, false, 0);
        var refused = scene.file(zone, "其他", false, "");
        scene.act(zone, refused, Action.REFUSE, "不属于工会职责");
        scene.file(zone, "其他", false, "");
        scene.file(beside, "其他", false, "");
        var before = scene.file(zone, "其他", false, "");
        scene.db
                .sql(
                        "update casework.case_file f set filed_on = f.filed_on - 40 from matter.matter m where m.id = f.matter_id and m.public_id = ?")
                .param(before)
                .update();
        scene.db.sql("""
                        update matter.task t set started_at = t.started_at - interval '90 days', due_at = t.started_at - interval '1 day'
                        from matter.matter m
                        where m.id = t.matter_id and m.public_id = ? and t.step = 'handle'
                        """).param(late).update();
        var month = YearMonth.now(java.time.ZoneId.of("Asia/Shanghai"));
        assertThat(figures.month(zone, month).whole()).isEqualTo(new Sums(5, 3, 2, 2, 1, 3, 2, 1_800_000, 700_000));
        assertThat(figures.month(beside, month).whole().received()).isEqualTo(1);
        assertThat(figures.month(zone, month).kinds())
                .extracting(Line::name, line -> line.sums().received())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("拖欠工资", 3L), org.assertj.core.groups.Tuple.tuple("其他", 2L));
        assertThat(figures.month(city, month).unions())
                .extracting(line -> line.sums().received())
                .contains(5L, 1L);
        assertThat(figures.steps(zone, month)).anySatisfy(step -> {
            assertThat(step.step()).isEqualTo("handle");
            assertThat(step.count()).isEqualTo(3);
            assertThat(step.days()).isEqualByComparingTo("30.0");
        });
    }

    @Test
    void aShareOfNothingIsNone() {
        assertThat(Sums.share(0, 0)).isNull();
        assertThat(Sums.share(2, 3)).isEqualTo(66);
        assertThat(Sums.share(3, 3)).isEqualTo(100);
    }
}

package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterDesk.Request;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.WorkCalendars;

/** The clock of a step runs by the working calendar, and rings once at each level. */
@ModuleTest
class AlarmTests {

    private final ClockScene it;
    private final Alarms alarms;
    private final WorkCalendars calendars;
    private final MockMvcTester mvc;
    private final Clock clock;

    AlarmTests(
            AutowireCapableBeanFactory beans,
            TaskClocks clocks,
            Alarms alarms,
            WorkCalendars calendars,
            MockMvcTester mvc,
            Clock clock) {
        it = new ClockScene(beans.createBean(Scene.class), clocks, "钟");
        this.alarms = alarms;
        this.calendars = calendars;
        this.mvc = mvc;
        this.clock = clock;
    }

    @Test
    void aStepIsDueByTheWorkingDaysOfItsPack() {
        var id = it.ask();
        var today = LocalDate.now(clock);
        assertThat(it.clock(id)).satisfies(found -> {
            assertThat(found.unit()).isEqualTo(Measure.WORKING_DAYS);
            assertThat(found.amount()).isEqualTo(10);
            assertThat(found.value()).isEqualTo("handle");
            assertThat(found.article()).contains("示例");
            assertThat(found.level()).isEqualTo(AlarmLevel.NONE);
            assertThat(LocalDate.ofInstant(found.dueAt(), clock.getZone()))
                    .isEqualTo(calendars.from(today).after(today, 10));
        });
        assertThat(it.instant(id, "alarm_at")).isBefore(it.instant(id, "due_at"));
    }

    @Test
    void whatIsNearlyDueIsToldOnceToWhoeverHasIt() {
        var id = it.ask();
        it.set(id, "alarm_at = now() - interval '1 minute'");
        alarms.ring();
        alarms.ring();
        assertThat(it.clock(id).level()).isEqualTo(AlarmLevel.AMBER);
        assertThat(it.scene.told(it.cadre)).containsExactly("matter.arrived", "matter.due-soon");
        assertThat(it.scene.told(it.chair)).isEmpty();
        assertThat(it.instant(id, "alarm_at")).isEqualTo(it.instant(id, "due_at"));
    }

    @Test
    void whatIsLateIsRedAndNotYetForTheUnitAbove() {
        var above = it.scene.union.cadre(it.city);
        var id = it.ask();
        it.late(id, "1 second");
        alarms.ring();
        assertThat(it.clock(id).level()).isEqualTo(AlarmLevel.RED);
        assertThat(it.scene.told(it.cadre)).containsExactly("matter.arrived", "matter.overdue");
        assertThat(it.scene.told(above)).isEmpty();
        assertThat(it.instant(id, "alarm_at")).isAfter(clock.instant());
    }

    @Test
    void afterAStopItCatchesUpAndTellsTheUnitAboveOnce() {
        var above = it.scene.union.cadre(it.city);
        var id = it.ask();
        it.late(id, "40 days");
        alarms.ring();
        alarms.ring();
        assertThat(it.clock(id).level()).isEqualTo(AlarmLevel.ESCALATED);
        assertThat(it.scene.told(it.cadre)).containsExactly("matter.arrived", "matter.overdue");
        assertThat(it.scene.told(above)).containsExactly("matter.escalated");
        assertThat(it.scene.matters.timeline(it.scene.matters.find(id, above)))
                .filteredOn(entry -> entry.action() == Action.ESCALATE)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.unitName()).isEqualTo(it.city.name());
                    assertThat(entry.personName()).isEmpty();
                });
        assertThat(mvc.get().uri("/matters/" + id).requestAttr(Actor.class.getName(), above))
                .bodyText()
                .contains("已超期，已上报上级", "系统按期限办理 · 已通知" + it.city.name());
        assertThat(it.scene
                        .db
                        .sql(
                                "select count(*) from access.audit_entry where subject_id = ? and action = 'matter.escalate'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whereNobodyAboveMayHandleMattersItStaysRed() {
        var id = it.scene.desk.submit(
                it.cadre,
                new Request("general", city(it.scene.union.cadre(it.city)), "请协调场地", "要一个会场", null, UUID.randomUUID()));
        it.late(id, "40 days");
        alarms.ring();
        assertThat(it.level(id)).isEqualTo("RED");
        assertThat(it.scene
                        .db
                        .sql(
                                "select alarm_at is null from matter.task where matter_id = (select id from matter.matter where public_id = ?)")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoeverIsBarredIsToldNothing() {
        var barred = it.scene.union.cadre(it.city);
        var above = it.scene.union.cadre(it.city);
        var id = it.ask();
        it.scene
                .db
                .sql(
                        "insert into matter.party (matter_id, part, person_id, since) select id, 'BARRED', ?, now() from matter.matter where public_id = ?")
                .params(barred.personId(), id)
                .update();
        it.late(id, "40 days");
        alarms.ring();
        assertThat(it.scene.told(barred)).isEmpty();
        assertThat(it.scene.told(above)).containsExactly("matter.escalated");
    }

    @Test
    void ofSeveralProcessesOneRaisesIt() throws Exception {
        var above = it.scene.union.cadre(it.city);
        var id = it.ask();
        it.late(id, "40 days");
        try (var many = Executors.newFixedThreadPool(4)) {
            Callable<Void> ring = () -> {
                alarms.ring();
                return null;
            };
            for (var one : many.invokeAll(List.of(ring, ring, ring, ring))) one.get();
        }
        assertThat(it.scene.matters.timeline(it.scene.matters.find(id, above)))
                .filteredOn(entry -> entry.action() == Action.ESCALATE)
                .hasSize(1);
    }

    private UUID city(Actor somebody) {
        return Objects.requireNonNull(Objects.requireNonNull(somebody.chosen()).unitId());
    }
}

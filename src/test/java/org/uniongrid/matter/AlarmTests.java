package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterDesk.Request;
import org.uniongrid.organisation.Measure;
import org.uniongrid.organisation.WorkCalendars;

/** The clock of a step runs by the working calendar, rings once at each level, and stands still where it is told to. */
@ModuleTest
class AlarmTests {

    private final Union union;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final Alarms alarms;
    private final UnsureClocks unsure;
    private final TaskClocks clocks;
    private final WorkCalendars calendars;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Clock clock;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    AlarmTests(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            Alarms alarms,
            UnsureClocks unsure,
            TaskClocks clocks,
            WorkCalendars calendars,
            MockMvcTester mvc,
            JdbcClient db,
            Clock clock) {
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.alarms = alarms;
        this.unsure = unsure;
        this.clocks = clocks;
        this.calendars = calendars;
        this.mvc = mvc;
        this.db = db;
        this.clock = clock;
        city = union.city();
        east = union.district(city, "钟");
        chair = union.holder("union-chair", union.enterprise(east, "钟厂"));
        cadre = union.cadre(east);
    }

    @Test
    void aStepIsDueByTheWorkingDaysOfItsPack() {
        var id = ask();
        var today = LocalDate.now(clock);
        assertThat(clock(id)).satisfies(it -> {
            assertThat(it.unit()).isEqualTo(Measure.WORKING_DAYS);
            assertThat(it.amount()).isEqualTo(10);
            assertThat(it.value()).isEqualTo("handle");
            assertThat(it.article()).contains("示例");
            assertThat(it.level()).isEqualTo(AlarmLevel.NONE);
            assertThat(LocalDate.ofInstant(it.dueAt(), clock.getZone()))
                    .isEqualTo(calendars.from(today).after(today, 10));
        });
        assertThat(instant(id, "alarm_at")).isBefore(instant(id, "due_at"));
    }

    @Test
    void whatIsNearlyDueIsToldOnceToWhoeverHasIt() {
        var id = ask();
        set(id, "alarm_at = now() - interval '1 minute'");
        alarms.ring();
        alarms.ring();
        assertThat(clock(id).level()).isEqualTo(AlarmLevel.AMBER);
        assertThat(told(cadre)).containsExactly("matter.arrived", "matter.due-soon");
        assertThat(told(chair)).isEmpty();
        assertThat(instant(id, "alarm_at")).isEqualTo(instant(id, "due_at"));
    }

    @Test
    void whatIsLateIsRedAndNotYetForTheUnitAbove() {
        var above = union.cadre(city);
        var id = ask();
        late(id, "1 second");
        alarms.ring();
        assertThat(clock(id).level()).isEqualTo(AlarmLevel.RED);
        assertThat(told(cadre)).containsExactly("matter.arrived", "matter.overdue");
        assertThat(told(above)).isEmpty();
        assertThat(instant(id, "alarm_at")).isAfter(clock.instant());
    }

    @Test
    void afterAStopItCatchesUpAndTellsTheUnitAboveOnce() {
        var above = union.cadre(city);
        var id = ask();
        late(id, "40 days");
        alarms.ring();
        alarms.ring();
        assertThat(clock(id).level()).isEqualTo(AlarmLevel.ESCALATED);
        assertThat(told(cadre)).containsExactly("matter.arrived", "matter.overdue");
        assertThat(told(above)).containsExactly("matter.escalated");
        assertThat(matters.timeline(matters.find(id, above)))
                .filteredOn(entry -> entry.action() == Action.ESCALATE)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.unitName()).isEqualTo(city.name());
                    assertThat(entry.personName()).isEmpty();
                });
        assertThat(mvc.get().uri("/matters/" + id).requestAttr(Actor.class.getName(), above))
                .bodyText()
                .contains("已超期，已上报上级", "系统按期限办理 · 已通知" + city.name());
        assertThat(db.sql("select count(*) from access.audit_entry where subject_id = ? and action = 'matter.escalate'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whereNobodyAboveMayHandleMattersItStaysRed() {
        var id = desk.submit(
                cadre, new Request("general", city(union.cadre(city)), "请协调场地", "要一个会场", null, UUID.randomUUID()));
        late(id, "40 days");
        alarms.ring();
        assertThat(level(id)).isEqualTo("RED");
        assertThat(db.sql(
                                "select alarm_at is null from matter.task where matter_id = (select id from matter.matter where public_id = ?)")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoeverIsBarredIsToldNothing() {
        var barred = union.cadre(city);
        var above = union.cadre(city);
        var id = ask();
        db.sql(
                        "insert into matter.party (matter_id, part, person_id, since) select id, 'BARRED', ?, now() from matter.matter where public_id = ?")
                .params(barred.personId(), id)
                .update();
        late(id, "40 days");
        alarms.ring();
        assertThat(told(barred)).isEmpty();
        assertThat(told(above)).containsExactly("matter.escalated");
    }

    @Test
    void ofSeveralProcessesOneRaisesIt() throws Exception {
        var above = union.cadre(city);
        var id = ask();
        late(id, "40 days");
        try (var many = Executors.newFixedThreadPool(4)) {
            Callable<Void> ring = () -> {
                alarms.ring();
                return null;
            };
            for (var one : many.invokeAll(List.of(ring, ring, ring, ring))) one.get();
        }
        assertThat(matters.timeline(matters.find(id, above)))
                .filteredOn(entry -> entry.action() == Action.ESCALATE)
                .hasSize(1);
    }

    @Test
    void aClockStandsStillAndGoesOnWithWhatWasLeft() {
        var id = ask();
        set(
                id,
                "clock_unit = 'MINUTES', clock_amount = 600, started_at = now() - interval '100 minutes', due_at = now() + interval '500 minutes'");
        clocks.pause(task(id).id());
        assertThat(clock(id)).satisfies(it -> {
            assertThat(it.used()).isEqualTo(100);
            assertThat(it.pausedSince()).isNotNull();
        });
        set(id, "paused_since = now() - interval '50 minutes'");
        alarms.ring();
        assertThat(clock(id).level()).isEqualTo(AlarmLevel.NONE);
        clocks.resume(task(id).id());
        var left = Duration.between(clock.instant(), clock(id).dueAt());
        assertThat(left.toMinutes()).isBetween(498L, 500L);
        assertThat(clock(id).pausedSince()).isNull();
        var first = Duration.between(clock.instant(), instant(id, "alarm_at"));
        assertThat(first.toMinutes()).as("80 % of 600 minutes, less those used").isBetween(378L, 380L);
    }

    @Test
    void monthsDoNotStandStill() {
        var id = ask();
        set(id, "clock_unit = 'MONTHS', clock_amount = 2");
        assertThatThrownBy(() -> clocks.pause(task(id).id()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.MONTHS_RUN_ON));
        assertThatThrownBy(() -> set(id, "paused_since = now(), alarm_at = null"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWasLateWhenItStoodStillStaysLate() {
        var id = ask();
        late(id, "1 minute");
        alarms.ring();
        var due = clock(id).dueAt();
        clocks.pause(task(id).id());
        assertThat(level(id)).isEqualTo("RED");
        clocks.resume(task(id).id());
        assertThat(clock(id).dueAt()).isEqualTo(due);
        assertThat(instant(id, "alarm_at")).isAfter(clock.instant());
    }

    @Test
    void aClockOfAYearWithoutAListIsWoundAgainWhenTheListIsThere() {
        var id = ask();
        set(
                id,
                "clock_sure = false, clock_amount = 3, started_at = '2044-12-28T10:00+08', due_at = '2045-01-02T23:59:59+08', alarm_at = '2045-01-02T23:59:59+08'");
        unsure.windAgain();
        assertThat(clock(id).sure()).as("2044 and 2045 are not known").isFalse();
        list(2044);
        list(2045);
        unsure.windAgain();
        assertThat(clock(id)).satisfies(it -> {
            assertThat(it.sure()).isTrue();
            assertThat(LocalDate.ofInstant(it.dueAt(), clock.getZone())).isEqualTo("2045-01-03");
        });
    }

    /** Off are the first of January, May and October. */
    private void list(int year) {
        db.sql("insert into organisation.calendar_year (year, changed_at) values (?, now())")
                .param(year)
                .update();
        for (var month : List.of(1, 5, 10))
            db.sql("insert into organisation.calendar_day (day, year, works, name) values (?, ?, false, '假')")
                    .params(LocalDate.of(year, month, 1), year)
                    .update();
        db.sql("insert into organisation.calendar_day (day, year, works, name) values (?, ?, false, '假')")
                .params(LocalDate.of(year, 1, 2), year)
                .update();
    }

    private UUID ask() {
        return desk.submit(chair, new Request("general", east.publicId(), "请协调食堂", "厂区没有食堂", null, UUID.randomUUID()));
    }

    private UUID city(Actor somebody) {
        return Objects.requireNonNull(Objects.requireNonNull(somebody.chosen()).unitId());
    }

    private void late(UUID id, String since) {
        set(
                id,
                "started_at = now() - interval '60 days', due_at = now() - interval '" + since
                        + "', alarm_at = now() - interval '" + since + "'");
    }

    private void set(UUID id, String what) {
        db.sql("update matter.task set " + what
                        + " where state = 'OPEN' and matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .update();
    }

    private Task task(UUID id) {
        return tasks.open(matters.find(id, chair)).getFirst();
    }

    private TaskClocks.TaskClock clock(UUID id) {
        return Objects.requireNonNull(clocks.of(matters.find(id, chair)).get(task(id).publicId()));
    }

    private String level(UUID id) {
        return db.sql(
                        "select alarm_level from matter.task where matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .query(String.class)
                .single();
    }

    private Instant instant(UUID id, String column) {
        return db.sql(
                        "select " + column
                                + " from matter.task where state = 'OPEN' and matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<String> told(Actor actor) {
        return db.sql("select kind from notice.notice where person_id = ? and kind like 'matter.%' order by id")
                .param(actor.personId())
                .query(String.class)
                .list();
    }
}

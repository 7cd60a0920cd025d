package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.RuleBroken;

/** A clock stands still where it is told to, and is wound again when the calendar of its year is known. */
@ModuleTest
class PausedClockTests {

    private final ClockScene it;
    private final Alarms alarms;
    private final UnsureClocks unsure;
    private final TaskClocks clocks;
    private final Clock clock;

    PausedClockTests(
            AutowireCapableBeanFactory beans, TaskClocks clocks, Alarms alarms, UnsureClocks unsure, Clock clock) {
        it = new ClockScene(beans.createBean(Scene.class), clocks, "停");
        this.alarms = alarms;
        this.unsure = unsure;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Test
    void aClockStandsStillAndGoesOnWithWhatWasLeft() {
        var id = it.ask();
        it.set(
                id,
                "clock_unit = 'MINUTES', clock_amount = 600, started_at = now() - interval '100 minutes', due_at = now() + interval '500 minutes'");
        clocks.pause(it.task(id).id());
        assertThat(it.clock(id)).satisfies(found -> {
            assertThat(found.used()).isEqualTo(100);
            assertThat(found.pausedSince()).isNotNull();
        });
        it.set(id, "paused_since = now() - interval '50 minutes'");
        alarms.ring();
        assertThat(it.clock(id).level()).isEqualTo(AlarmLevel.NONE);
        clocks.resume(it.task(id).id());
        var left = Duration.between(clock.instant(), it.clock(id).dueAt());
        assertThat(left.toMinutes()).isBetween(498L, 500L);
        assertThat(it.clock(id).pausedSince()).isNull();
        var first = Duration.between(clock.instant(), it.instant(id, "alarm_at"));
        assertThat(first.toMinutes()).as("80 % of 600 minutes, less those used").isBetween(378L, 380L);
    }

    @Test
    void monthsDoNotStandStill() {
        var id = it.ask();
        it.set(id, "clock_unit = 'MONTHS', clock_amount = 2");
        assertThatThrownBy(() -> clocks.pause(it.task(id).id()))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.MONTHS_RUN_ON));
        assertThatThrownBy(() -> it.set(id, "paused_since = now(), alarm_at = null"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWasLateWhenItStoodStillStaysLate() {
        var id = it.ask();
        it.late(id, "1 minute");
        alarms.ring();
        var due = it.clock(id).dueAt();
        clocks.pause(it.task(id).id());
        assertThat(it.level(id)).isEqualTo("RED");
        clocks.resume(it.task(id).id());
        assertThat(it.clock(id).dueAt()).isEqualTo(due);
        assertThat(it.instant(id, "alarm_at")).isAfter(clock.instant());
    }

    @Test
    void aClockOfAYearWithoutAListIsWoundAgainWhenTheListIsThere() {
        var id = it.ask();
        it.set(
                id,
                "clock_sure = false, clock_amount = 3, started_at = '2044-12-28T10:00+08', due_at = '2045-01-02T23:59:59+08', alarm_at = '2045-01-02T23:59:59+08'");
        unsure.windAgain();
        assertThat(it.clock(id).sure()).as("2044 and 2045 are not known").isFalse();
        list(2044);
        list(2045);
        unsure.windAgain();
        assertThat(it.clock(id)).satisfies(found -> {
            assertThat(found.sure()).isTrue();
            assertThat(LocalDate.ofInstant(found.dueAt(), clock.getZone())).isEqualTo("2045-01-03");
        });
    }

    /** Off are the first of January, May and October. */
    private void list(int year) {
        it.scene
                .db
                .sql("insert into organisation.calendar_year (year, changed_at) values (?, now())")
                .param(year)
                .update();
        for (var month : List.of(1, 5, 10))
            it.scene
                    .db
                    .sql("insert into organisation.calendar_day (day, year, works, name) values (?, ?, false, '假')")
                    .params(LocalDate.of(year, month, 1), year)
                    .update();
        it.scene
                .db
                .sql("insert into organisation.calendar_day (day, year, works, name) values (?, ?, false, '假')")
                .params(LocalDate.of(year, 1, 2), year)
                .update();
    }
}

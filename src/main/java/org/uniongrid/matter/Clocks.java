package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.WorkCalendars;

/** Winds the clocks of steps by the rule packs that hold where a step waits, and by the working calendar. */
@Component
class Clocks {

    private final RulePacks packs;
    private final WorkCalendars calendars;
    private final Clock clock;

    Clocks(RulePacks packs, WorkCalendars calendars, Clock clock) {
        this.packs = packs;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The clock of a step that begins now.
     *
     * @param value of the pack; its measure says what is counted
     * @param unitId where the step waits
     */
    TimeLimit start(RulePack pack, String value, long unitId) {
        var now = clock.instant();
        var amount = pack.time(value);
        var unit = amount.measure();
        var counted = Math.max(1, amount.amount().intValueExact());
        var rules = rules(unitId, now);
        var span = ClockRules.span(unit, counted);
        var due = rules.due(unit, span, now);
        return new TimeLimit(
                unit,
                counted,
                pack.id(),
                value,
                pack.article(),
                due,
                rules.firstAlarm(unit, span, 0, now, due),
                rules.isSure(unit, now, due));
    }

    /** How clocks count in a unit, for one that began then. */
    ClockRules rules(long unitId, Instant since) {
        var from = LocalDate.ofInstant(since, clock.getZone());
        var on = LocalDate.now(clock);
        var place = packs.divisionOf(unitId).orElse(null);
        var reminders = packs.find("reminders", place, on).orElseThrow();
        return new ClockRules(
                calendars.from(from),
                packs.find("office-hours", place, on).orElseThrow().officeHours("hours"),
                packs.find("time-limits", place, on).orElseThrow().yes("roll-over"),
                reminders.percent("amber").intValue(),
                reminders.workingDays("escalate"),
                clock.getZone());
    }
}

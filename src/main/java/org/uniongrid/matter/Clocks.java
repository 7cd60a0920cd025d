package org.uniongrid.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.OfficeHours;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.WorkCalendars;

/** Winds the clocks of steps by the rule packs that hold where a step waits, and by the working calendar. */
@Component
class Clocks {

    private static final int NEVER = 100;

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

    /** How clocks count in a unit, for one that began then. Where a pack was ended, what it asks for is left out. */
    ClockRules rules(long unitId, Instant since) {
        var on = LocalDate.now(clock);
        var place = packs.divisionOf(unitId).orElse(null);
        var reminders = packs.find("reminders", place, on);
        return new ClockRules(
                calendars.from(LocalDate.ofInstant(since, clock.getZone())),
                packs.find("office-hours", place, on)
                        .map(pack -> pack.officeHours("hours"))
                        .orElse(OfficeHours.ALL_DAY),
                packs.find("time-limits", place, on)
                        .map(pack -> pack.yes("roll-over"))
                        .orElse(false),
                reminders.map(pack -> pack.percent("amber").intValue()).orElse(NEVER),
                reminders.map(pack -> pack.workingDays("escalate")).orElse(null),
                clock.getZone());
    }
}

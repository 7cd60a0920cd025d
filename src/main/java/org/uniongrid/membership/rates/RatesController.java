package org.uniongrid.membership.rates;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.membership.Counts;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.WorkerClasses;

/** How many of those who could be members are. */
@Controller
class RatesController {

    private static final int MONTHS = 12;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final Counts counts;
    private final RateTable table;
    private final UnitDirectory units;
    private final WorkerClasses classes;
    private final Clock clock;

    RatesController(Counts counts, RateTable table, UnitDirectory units, WorkerClasses classes, Clock clock) {
        this.counts = counts;
        this.table = table;
        this.units = units;
        this.classes = classes;
        this.clock = clock;
    }

    /** How many there were at the end of a month, or are today. */
    record Month(YearMonth month, long members) {}

    @GetMapping("/membership/rates")
    @Permission(Roll.READ)
    String rates(Actor actor, @RequestParam Optional<UUID> under, @RequestParam Optional<String> day, Model model) {
        var reach = actor.reach(Roll.READ);
        var unit = under.map(id -> units.find(id, reach))
                .or(() -> units.tops(reach).stream().findFirst())
                .orElse(null);
        if (unit == null) return "membership/rates/nothing";
        var on = day(day);
        var byClass = counts.onDay(reach, unit.id(), unit.scope(), on);
        model.addAttribute("under", unit);
        model.addAttribute("above", units.above(unit, reach));
        model.addAttribute("day", on);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("byClass", byClass);
        model.addAttribute("classes", classes.all());
        model.addAttribute("whole", new Rate(sum(byClass), table.staff(reach, unit.id(), unit.scope())));
        model.addAttribute("rows", table.below(reach, unit.id(), unit.scope(), on));
        model.addAttribute("months", months(reach, unit, on));
        return "membership/rates/rates";
    }

    /** What was typed, where it is a day up to today; else today. */
    private LocalDate day(Optional<String> typed) {
        var today = LocalDate.now(clock);
        try {
            return typed.map(LocalDate::parse)
                    .filter(one -> !one.isAfter(today) && !one.isBefore(EARLIEST))
                    .orElse(today);
        } catch (DateTimeException noDay) {
            return today;
        }
    }

    private List<Month> months(Reach reach, UnitDirectory.Found unit, LocalDate on) {
        var months = new ArrayList<Month>();
        for (var month = YearMonth.from(on).minusMonths(MONTHS - 1L);
                !month.isAfter(YearMonth.from(on));
                month = month.plusMonths(1)) {
            var last = month.atEndOfMonth();
            months.add(
                    new Month(month, sum(counts.onDay(reach, unit.id(), unit.scope(), last.isAfter(on) ? on : last))));
        }
        return months;
    }

    private static long sum(List<Counts.OfClass> all) {
        return all.stream().mapToLong(Counts.OfClass::members).sum();
    }
}

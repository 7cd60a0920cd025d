package org.uniongrid.organisation.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.WorkCalendars;

/** The working calendar, a year on a page. */
@Controller
class CalendarController {

    private static final int FIRST = 2000;
    private static final int LAST = 2999;

    private final CalendarYears years;
    private final Clock clock;

    CalendarController(CalendarYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    @GetMapping("/organisation/calendar")
    @Permission("organisation.pack.read")
    String year(Actor actor, @RequestParam Optional<Integer> year, Model model) {
        var today = LocalDate.now(clock);
        var asked = year.filter(one -> one >= FIRST && one <= LAST).orElse(today.getYear());
        var known = years.known();
        var shown = new TreeSet<>(known);
        shown.add(today.getYear());
        shown.add(today.getYear() + 1);
        shown.add(asked);
        model.addAttribute("year", years.find(asked));
        model.addAttribute("years", shown);
        model.addAttribute("known", known);
        model.addAttribute("missing", missing(today, known));
        model.addAttribute("today", today);
        model.addAttribute("mayImport", WorkCalendars.isKeptBy(actor) && actor.may("exchange.import"));
        return "organisation/calendar/year";
    }

    /** The coming year, where it is time that its list were known. */
    static @Nullable Integer missing(LocalDate today, List<Integer> known) {
        var next = today.getYear() + 1;
        return today.getMonth() == Month.DECEMBER && !known.contains(next) ? next : null;
    }
}

package org.uniongrid.membership.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Standings;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses of reports to the roll above. */
@Controller
@RequestMapping("/membership/reporting")
class ReportsController {

    private static final String LIST = "membership/reporting/list";
    private static final String PAGE = "membership/reporting/report";
    private static final int LONGEST = 100;

    private final Reports reports;
    private final Standings standings;
    private final ReportDesk desk;
    private final UnitDirectory units;
    private final Clock clock;

    ReportsController(Reports reports, Standings standings, ReportDesk desk, UnitDirectory units, Clock clock) {
        this.reports = reports;
        this.standings = standings;
        this.desk = desk;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission(Roll.REPORT)
    ModelAndView list(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before) {
        return new ModelAndView(LIST, around(actor, under, Cursor.of(after.orElse(null), before.orElse(null))))
                .addObject("form", Form.blank());
    }

    private Map<String, Object> around(Actor actor, Optional<UUID> under, Cursor cursor) {
        var reach = actor.reach(Roll.REPORT);
        var around = new HashMap<String, Object>();
        around.put("page", reports.page(reach, cursor));
        under.map(id -> units.find(id, reach))
                .or(() -> units.tops(reach).stream().findFirst())
                .ifPresent(unit -> {
                    around.put("under", unit);
                    around.put("standings", standings.of(reach, unit.scope()));
                });
        return around;
    }

    @PostMapping
    @Permission(Roll.REPORT)
    ModelAndView make(Actor actor, @RequestParam UUID under) {
        try {
            return new ModelAndView("redirect:/membership/reporting/" + desk.make(actor, under));
        } catch (RuleBroken broken) {
            return Form.blank()
                    .broken(Form.WHOLE, broken)
                    .again(LIST, around(actor, Optional.of(under), Cursor.of(null, null)));
        }
    }

    @GetMapping("/{id}")
    @Permission(Roll.REPORT)
    ModelAndView report(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(PAGE, about(actor, id))
                .addObject("form", Form.blank().with("day", LocalDate.now(clock)));
    }

    private Map<String, Object> about(Actor actor, UUID id) {
        var reach = actor.reach(Roll.REPORT);
        var report = reports.find(id, reach);
        return Map.of("report", report, "refused", reports.refused(report, reach));
    }

    @PostMapping("/{id}/hand-in")
    @Permission(Roll.REPORT)
    ModelAndView handIn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var model = about(actor, id);
        var form = Form.of(typed);
        var day = form.day("day").filter(one -> !one.isAfter(LocalDate.now(clock)));
        var receipt = form.value("receipt").strip();
        form = form.check("day", day.isPresent(), "reporting.day.wrong")
                .check("receipt", !receipt.isEmpty() && receipt.length() <= LONGEST, "reporting.receipt.missing");
        if (form.isWrong()) return form.again(PAGE, model);
        try {
            desk.report(actor, id, day.orElseThrow(), receipt);
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(PAGE, model);
        }
        Toast.after(next, "reporting.done");
        return new ModelAndView("redirect:/membership/reporting/" + id);
    }

    @PostMapping("/{id}/discard")
    @Permission(Roll.REPORT)
    ModelAndView discard(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        try {
            desk.discard(actor, id);
        } catch (RuleBroken broken) {
            return Form.blank().broken(Form.WHOLE, broken).again(PAGE, about(actor, id));
        }
        Toast.after(next, "reporting.discarded");
        return new ModelAndView("redirect:/membership/reporting");
    }
}

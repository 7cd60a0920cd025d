package org.uniongrid.casework.cases;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.matter.Matters;
import org.uniongrid.organisation.UnitDirectory;

/** Addresses of the list of cases. */
@Controller
@RequestMapping("/cases")
class CasesController {

    private final CaseList list;
    private final CaseKinds kinds;
    private final UnitDirectory units;
    private final Clock clock;

    CasesController(CaseList list, CaseKinds kinds, UnitDirectory units, Clock clock) {
        this.list = list;
        this.kinds = kinds;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission(Matters.READ)
    ModelAndView list(
            Actor actor,
            @RequestParam Map<String, String> typed,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before) {
        var filter = CaseFilter.of(name -> typed.getOrDefault(name, ""));
        if (filter.unit() != null) units.find(filter.unit(), Matters.reach(actor));
        var page = list.page(actor, filter, Cursor.of(after.orElse(null), before.orElse(null)));
        return new ModelAndView(
                "casework/cases/list",
                Map.of(
                        "page",
                        page,
                        "count",
                        list.count(actor, filter, CaseList.COUNTED + 1),
                        "filter",
                        filter,
                        "kinds",
                        kinds.all(),
                        "now",
                        clock.instant()));
    }
}

package org.uniongrid.membership.roll;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Standings;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.WorkerClasses;

/** The roll of a union and all below it, by default the reader's own. */
@Controller
class RollController {

    private final RollList list;
    private final UnitDirectory units;
    private final WorkerClasses classes;
    private final Standings standings;

    RollController(RollList list, UnitDirectory units, WorkerClasses classes, Standings standings) {
        this.list = list;
        this.units = units;
        this.classes = classes;
        this.standings = standings;
    }

    @GetMapping("/membership/members")
    @Permission(Roll.READ)
    String roll(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestParam Map<String, String> asked,
            Model model) {
        var reach = actor.reach(Roll.READ);
        var unit = under.map(id -> units.find(id, reach))
                .or(() -> units.tops(reach).stream().findFirst())
                .orElse(null);
        var filter = RollFilter.of(asked);
        if (filter.doubt() != null) list.require(reach, filter.doubt());
        if (unit == null) return "membership/roll/nothing";
        model.addAttribute("under", unit);
        model.addAttribute("above", units.above(unit, reach));
        model.addAttribute("filter", filter);
        model.addAttribute("classes", classes.all());
        model.addAttribute(
                "page", list.page(reach, unit.scope(), filter, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("count", list.count(reach, unit.scope(), filter));
        if (actor.may(Roll.REPORT)) model.addAttribute("standings", standings.of(reach, unit.scope()));
        return "membership/roll/list";
    }
}

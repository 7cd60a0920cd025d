package org.uniongrid.organisation.register;

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

/** The list of unions: always that of one unit's subtree, by default the reader's own. */
@Controller
class UnitListController {

    private final Units units;
    private final UnitList list;
    private final ListPage page;

    UnitListController(Units units, UnitList list, ListPage page) {
        this.units = units;
        this.list = list;
        this.page = page;
    }

    @GetMapping("/organisation/units")
    @Permission("organisation.unit.read")
    String units(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestParam Map<String, String> asked,
            Model model) {
        var beginning = page.beginning(ListKind.UNITS, asked, actor);
        if (beginning.isPresent()) return "redirect:" + beginning.get();
        var reach = actor.reach("organisation.unit.read");
        model.addAttribute("mayImport", actor.may("organisation.union.import"));
        var unit = units.chosen(under, reach).orElse(null);
        if (unit == null) return "organisation/register/nothing";
        var filter = UnitFilter.of(asked);
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        var all = page.show(ListKind.UNITS, filter.values(), unit, reach, actor, model);
        model.addAttribute("page", list.page(reach, unit.scope(), filter, cursor));
        model.addAttribute("count", filter.isNarrow() ? list.count(reach, unit.scope(), filter) : all);
        model.addAttribute("filter", filter);
        return "organisation/register/units";
    }
}

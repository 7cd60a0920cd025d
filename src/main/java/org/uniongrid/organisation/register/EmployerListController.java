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

/** The list of employers: always that of one unit's subtree, by default the reader's own. */
@Controller
class EmployerListController {

    private final Units units;
    private final EmployerList list;
    private final ListPage page;

    EmployerListController(Units units, EmployerList list, ListPage page) {
        this.units = units;
        this.list = list;
        this.page = page;
    }

    @GetMapping("/organisation/employers")
    @Permission("organisation.employer.read")
    String employers(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            @RequestParam Map<String, String> asked,
            Model model) {
        var beginning = page.beginning(ListKind.EMPLOYERS, asked, actor);
        if (beginning.isPresent()) return "redirect:" + beginning.get();
        var reach = actor.reach("organisation.employer.read");
        model.addAttribute("mayImport", actor.may("organisation.employer.import"));
        var unit = units.chosen(under, reach).orElse(null);
        if (unit == null) return "organisation/register/nothing";
        var filter = EmployerFilter.of(asked);
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        var all = page.show(ListKind.EMPLOYERS, filter.values(), unit, reach, actor, model);
        model.addAttribute("page", list.page(reach, unit.scope(), filter, cursor));
        model.addAttribute("count", filter.isNarrow() ? list.count(reach, unit.scope(), filter) : all);
        model.addAttribute("filter", filter);
        return "organisation/register/employers";
    }
}

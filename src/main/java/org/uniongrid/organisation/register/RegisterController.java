package org.uniongrid.organisation.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.Query;

/** The address of the tree. */
@Controller
@RequestMapping("/organisation")
class RegisterController {

    private final Units units;
    private final Tree tree;
    private final DatedTree datedTree;
    private final Clock clock;

    RegisterController(Units units, Tree tree, DatedTree datedTree, Clock clock) {
        this.units = units;
        this.tree = tree;
        this.datedTree = datedTree;
        this.clock = clock;
    }

    /** The tree alone: on a phone, and where htmx fetches a branch. A name leads to the list it was opened from. */
    @GetMapping("/tree")
    @Permission("organisation.unit.read")
    String tree(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Map<String, String> asked,
            Model model) {
        var reach = actor.reach("organisation.unit.read");
        var today = LocalDate.now(clock);
        if (on.isPresent() && !on.get().equals(today)) {
            model.addAttribute("nodes", datedTree.on(on.get(), under, reach));
            model.addAttribute("on", on.get());
            model.addAttribute("later", on.get().isAfter(today));
            return "organisation/register/dated-tree";
        }
        var chosen = units.chosen(under, reach);
        model.addAttribute("under", chosen.orElse(null));
        model.addAttribute("nodes", tree.openTo(chosen.orElse(null), reach));
        model.addAttribute("to", list(asked).toString());
        model.addAttribute("mayImport", actor.may("organisation.union.import"));
        return chosen.isEmpty() ? "organisation/register/nothing" : "organisation/register/tree";
    }

    /** The list that a name of the tree leads to, narrowed as it was. */
    private static Query list(Map<String, String> asked) {
        var employers = "employers".equals(asked.get("list"));
        var address = Query.of((employers ? ListKind.EMPLOYERS : ListKind.UNITS).address());
        var filter = employers
                ? EmployerFilter.of(asked).values()
                : UnitFilter.of(asked).values();
        for (var one : filter.entrySet()) address = address.with(one.getKey(), one.getValue());
        return address;
    }
}

package org.uniongrid.organisation.women;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.UnitHeads;

/** Women workers' committees of a subtree: who needs one, has one, waits for its election. */
@Controller
@RequestMapping("/organisation")
class WomenController {

    private static final String PACK = "women-committee";

    private final UnitDirectory directory;
    private final RulePacks packs;
    private final WomenList list;
    private final Clock clock;

    WomenController(UnitDirectory directory, RulePacks packs, WomenList list, Clock clock) {
        this.directory = directory;
        this.packs = packs;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/women")
    @Permission(UnitHeads.READ)
    String women(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<WomenFilter.Standing> standing,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(UnitHeads.READ);
        var filter = new WomenFilter(standing.orElse(null));
        model.addAttribute("filter", filter);
        chosen(under, reach).ifPresent(unit -> {
            var need = need(unit);
            model.addAttribute("under", unit);
            model.addAttribute("above", directory.above(unit, reach));
            model.addAttribute("need", need);
            model.addAttribute("figures", list.figures(reach, unit.scope(), need));
            model.addAttribute("branches", list.branches(reach, unit.scope(), need));
            model.addAttribute(
                    "page",
                    list.page(reach, unit.scope(), need, filter, Cursor.of(after.orElse(null), before.orElse(null))));
        });
        return "organisation/women/" + (model.containsAttribute("under") ? "women" : "nothing");
    }

    private Optional<Found> chosen(Optional<UUID> asked, Reach reach) {
        return asked.isPresent()
                ? Optional.of(directory.find(asked.get(), reach))
                : directory.tops(reach).stream().findFirst();
    }

    private Need need(Found unit) {
        var pack = packs.findFor(PACK, unit.id(), LocalDate.now(clock)).orElseThrow();
        return new Need(pack.number("women"), pack.article(), pack.example());
    }
}

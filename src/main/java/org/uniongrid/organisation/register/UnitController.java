package org.uniongrid.organisation.register;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.UnitHeads;

/** The page of a union: its employers and its history. Other rooms have the other parts. */
@Controller
@RequestMapping("/organisation")
class UnitController {

    private final Units units;
    private final UnitHeads heads;
    private final UnitEmployers employers;
    private final UnitHistory history;

    UnitController(Units units, UnitHeads heads, UnitEmployers employers, UnitHistory history) {
        this.units = units;
        this.heads = heads;
        this.employers = employers;
        this.history = history;
    }

    @GetMapping("/units/{id}/employers")
    @Permission(UnitHeads.READ)
    String employers(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("employers", employers.of(units.find(id, actor.reach(UnitHeads.READ))));
        return "organisation/register/unit-employers";
    }

    @GetMapping("/units/{id}/history")
    @Permission(UnitHeads.READ)
    String history(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("history", history.of(units.find(id, actor.reach(UnitHeads.READ))));
        return "organisation/register/unit-history";
    }
}

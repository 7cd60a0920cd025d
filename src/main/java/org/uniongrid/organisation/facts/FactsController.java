package org.uniongrid.organisation.facts;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.UnitHeads;

/** The page of a union: its facts. Other rooms have the other parts. */
@Controller
@RequestMapping("/organisation")
class FactsController {

    private final UnitHeads heads;
    private final Registrations registrations;

    FactsController(UnitHeads heads, Registrations registrations) {
        this.heads = heads;
        this.registrations = registrations;
    }

    @GetMapping("/units/{id}")
    @Permission(UnitHeads.READ)
    String facts(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("registration", registrations.find(id, actor.reach(UnitHeads.READ)));
        return "organisation/facts/unit";
    }
}

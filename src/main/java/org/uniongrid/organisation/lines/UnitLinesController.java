package org.uniongrid.organisation.lines;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.UnitHeads;

/** The lines that a union stands in, as a part of its page. */
@Controller
@RequestMapping("/organisation")
class UnitLinesController {

    private final UnitHeads heads;
    private final UnitLines lines;

    UnitLinesController(UnitHeads heads, UnitLines lines) {
        this.heads = heads;
        this.lines = lines;
    }

    @GetMapping("/units/{id}/lines")
    @Permission(UnitHeads.READ)
    String lines(Actor actor, @PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.find(id, actor));
        model.addAttribute("besides", lines.besides(id, actor.reach(UnitHeads.READ)));
        model.addAttribute("below", lines.below(id, actor.reach(UnitHeads.READ)));
        return "organisation/lines/unit";
    }
}

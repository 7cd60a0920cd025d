package org.uniongrid.organisation.upward;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.web.Toast;

/** Where the unions of a subtree stand with the register above. */
@Controller
@RequestMapping("/organisation/upward")
class UpwardController {

    private static final String READ = "organisation.upward.read";
    private static final String EDIT = "organisation.upward.edit";

    private final UnitDirectory units;
    private final Tops tops;
    private final UpwardList list;
    private final UpwardDesk desk;

    UpwardController(UnitDirectory units, Tops tops, UpwardList list, UpwardDesk desk) {
        this.units = units;
        this.tops = tops;
        this.list = list;
        this.desk = desk;
    }

    @GetMapping
    @Permission("organisation.upward.read")
    String list(
            Actor actor,
            @RequestParam Optional<UUID> under,
            @RequestParam Optional<Standing> standing,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var reach = actor.reach(READ);
        var top = top(under, reach);
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute("mayEdit", actor.may(EDIT));
        model.addAttribute("mayImport", actor.may(EDIT) && actor.may("exchange.import"));
        if (top.isEmpty()) return "organisation/upward/nothing";
        var unit = top.get();
        model.addAttribute("unit", unit);
        model.addAttribute("figures", list.figures(reach, unit.scope()));
        model.addAttribute(
                "page",
                list.page(
                        reach,
                        unit.scope(),
                        standing.orElse(null),
                        Cursor.of(after.orElse(null), before.orElse(null))));
        return "organisation/upward/units";
    }

    @PostMapping("/compare")
    @Permission("organisation.upward.edit")
    @Unaudited("derives anew what follows from the register and its batches")
    String compare(Actor actor, @RequestParam UUID under, RedirectAttributes next) {
        desk.compare(actor, under);
        Toast.after(next, "upward.compared");
        return "redirect:/organisation/upward?under=" + under;
    }

    private Optional<Found> top(Optional<UUID> under, Reach reach) {
        return under.isPresent() ? Optional.of(units.find(under.get(), reach)) : tops.first(reach);
    }
}

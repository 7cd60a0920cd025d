package org.uniongrid.matter.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;

/** What is to be done, and all matters within reach. */
@Controller
class WorkController {

    private final WorkList list;
    private final Clock clock;

    WorkController(WorkList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/matters")
    @Permission("matter.read")
    String list(
            Actor actor,
            @RequestParam Optional<String> box,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var chosen = Box.at(box);
        model.addAttribute("box", chosen);
        model.addAttribute("page", list.page(chosen, actor, Cursor.of(after.orElse(null), before.orElse(null))));
        model.addAttribute("held", list.count(Box.HELD, actor));
        model.addAttribute("pool", list.count(Box.POOL, actor));
        model.addAttribute("today", LocalDate.now(clock));
        return "matter/workbench/list";
    }
}

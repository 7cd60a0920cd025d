package org.uniongrid.access.trail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.SignedIn;

/** Who looked at the reader's own data. */
@Controller
class LooksController {

    private final LookList looks;

    LooksController(LookList looks) {
        this.looks = looks;
    }

    @GetMapping("/account/looks")
    @SignedIn("entries about oneself")
    String looks(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        model.addAttribute("page", looks.at(actor, Cursor.of(after.orElse(null), before.orElse(null))));
        return "access/trail/looks";
    }
}

package org.uniongrid.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;

/** The audit administrator's list of sign-ins. */
@Controller
class SignInsController {

    private final SignIns signIns;

    SignInsController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/access/sign-ins")
    @Permission("access.sign-in.read")
    String all(
            Actor actor,
            @RequestParam Optional<SignIns.Outcome> outcome,
            @RequestParam Optional<UUID> after,
            @RequestParam Optional<UUID> before,
            Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", signIns.page(actor.reach("access.sign-in.read"), outcome.orElse(null), cursor));
        model.addAttribute("outcome", outcome.orElse(null));
        return "access/sign-ins";
    }
}

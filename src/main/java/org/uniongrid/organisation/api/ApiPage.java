package org.uniongrid.organisation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.web.ProblemKind;

/** The page for whoever writes a system that reads from here. */
@Controller
class ApiPage {

    private final Described described;

    ApiPage(Described described) {
        this.described = described;
    }

    @GetMapping("/api")
    @SignedIn("explains the interface and shows no record")
    String page(Actor actor, HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("endpoints", described.endpoints(request, locale));
        model.addAttribute("problems", ProblemKind.values());
        return "organisation/api/page";
    }
}

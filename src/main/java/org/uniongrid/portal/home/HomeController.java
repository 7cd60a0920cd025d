package org.uniongrid.portal.home;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.notice.Inbox;
import org.uniongrid.notice.Templates;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.HomePart;
import org.uniongrid.web.Part;

/** The page workers begin on. Nothing on it tells what anything is about: somebody may look over a shoulder. */
@Controller
class HomeController {

    private static final int LATEST = 3;

    private final ObjectProvider<HomePart> parts;
    private final UnitDirectory units;
    private final Inbox inbox;
    private final Templates templates;

    HomeController(ObjectProvider<HomePart> parts, UnitDirectory units, Inbox inbox, Templates templates) {
        this.parts = parts;
        this.units = units;
        this.inbox = inbox;
        this.templates = templates;
    }

    /** Under both addresses: an installed app keeps to what stands below the slash. */
    @GetMapping({"/m", "/m/"})
    @Permission(Actor.WORKER)
    String home(Actor actor, Locale locale, Model model) {
        var parts = parts(actor);
        model.addAttribute(Part.NAME, parts);
        model.addAttribute("card", parts.stream().anyMatch(Part::isCard));
        model.addAttribute("name", actor.name());
        model.addAttribute("city", city());
        model.addAttribute(
                "notices",
                inbox.page(actor, true, Cursor.of(null, null)).rows().stream()
                        .limit(LATEST)
                        .toList());
        model.addAttribute("words", new Inbox.Words(templates, locale));
        return "portal/home/home";
    }

    private List<Part> parts(Actor actor) {
        return parts.stream()
                .sorted(Comparator.comparingInt(HomePart::order))
                .flatMap(part -> part.of(actor).stream())
                .toList();
    }

    /** The name of the union at the root, which everybody may know; empty in a cell without unions. */
    private String city() {
        var roots = units.tops(new Reach.Cell());
        return roots.isEmpty() ? "" : roots.getFirst().name();
    }
}

package org.uniongrid.organisation.employers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.EmployerPanel;

/** The page of one employer. An entry that was merged leads to the one that took it over. */
@Controller
class EmployerController {

    private static final String READ = "organisation.employer.read";

    private final EmployerFacts facts;
    private final EmployerDirectory employers;
    private final ObjectProvider<EmployerPanel> panels;
    private final Clock clock;

    EmployerController(
            EmployerFacts facts, EmployerDirectory employers, ObjectProvider<EmployerPanel> panels, Clock clock) {
        this.facts = facts;
        this.employers = employers;
        this.panels = panels;
        this.clock = clock;
    }

    @GetMapping("/organisation/employers/{id}")
    @Permission(READ)
    ModelAndView employer(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> tab) {
        var reach = actor.reach(READ);
        var kept = facts.keptFor(id, reach);
        if (kept.isPresent()) return merged(kept.get(), reach);
        var entry = facts.entry(id, reach);
        var shown = panels.orderedStream()
                .filter(panel -> actor.may(panel.permission()))
                .toList();
        var page = new ModelAndView("organisation/employers/page")
                .addObject("employer", entry)
                .addObject("covers", facts.covers(entry, reach, LocalDate.now(clock)))
                .addObject("insured", facts.insured(entry))
                .addObject("merged", facts.merged(entry))
                .addObject("stops", facts.stops(entry))
                .addObject("panels", shown)
                .addObject("tab", tab.orElse("facts"));
        shown.stream()
                .filter(panel -> tab.filter(panel.key()::equals).isPresent())
                .findFirst()
                .ifPresent(panel -> page.addObject("part", panel.of(employers.find(id, reach), actor)));
        return page;
    }

    private ModelAndView merged(UUID kept, Reach reach) {
        return new ModelAndView("organisation/employers/gone").addObject("kept", facts.entry(kept, reach));
    }
}

package org.uniongrid.organisation.packs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.packs.Regions.Region;

/** Addresses to look up rule packs: which holds in a place on a day, and why. */
@Controller
@RequestMapping("/organisation/packs")
class PacksController {

    private static final String EDIT = "organisation.pack.edit";

    private final PackSubjects subjects;
    private final RulePacks packs;
    private final Versions versions;
    private final Regions regions;
    private final Clock clock;

    PacksController(PackSubjects subjects, RulePacks packs, Versions versions, Regions regions, Clock clock) {
        this.subjects = subjects;
        this.packs = packs;
        this.versions = versions;
        this.regions = regions;
        this.clock = clock;
    }

    /** What was asked for: where and when. By default the reader's own place today. */
    record Asked(Optional<String> region, Optional<String> on) {}

    /** The place and day that a page is about. */
    record Here(String region, LocalDate on, boolean elsewhere, boolean today) {

        /** As the form and addresses name it. */
        String asked() {
            return region.isEmpty() ? TypedPack.COUNTRY : region;
        }
    }

    @GetMapping
    @Permission("organisation.pack.read")
    String list(Actor actor, Asked asked, Model model) {
        var here = show(actor, asked, model);
        model.addAttribute("subjects", subjects.all());
        model.addAttribute("packs", packs.all(here.region(), here.on()));
        return "organisation/packs/list";
    }

    @GetMapping("/{subject}")
    @Permission("organisation.pack.read")
    String subject(Actor actor, @PathVariable String subject, Asked asked, Model model) {
        var definition = subjects.find(subject).orElseThrow();
        var here = show(actor, asked, model);
        var pack = packs.find(subject, here.region(), here.on());
        model.addAttribute("subject", definition);
        model.addAttribute("pack", pack.orElse(null));
        model.addAttribute("version", pack.map(one -> versions.find(one.id())).orElse(null));
        model.addAttribute(
                "versions", versions.of(subject, pack.map(one -> one.region()).orElse(here.region())));
        model.addAttribute("regions", versions.regions(subject, here.on()));
        model.addAttribute("mayEdit", actor.may(EDIT));
        return "organisation/packs/subject";
    }

    @GetMapping("/versions/{id}")
    @Permission("organisation.pack.read")
    String version(Actor actor, @PathVariable UUID id, Model model) {
        var version = versions.find(id);
        var pack = packs.version(id).orElseThrow();
        var subject = subjects.find(pack.subject()).orElseThrow();
        var before = versions.before(version).flatMap(packs::version);
        var edits = actor.may(EDIT) && regions.isWithin(version.region(), actor.reach(EDIT));
        model.addAttribute("version", version);
        model.addAttribute("pack", pack);
        model.addAttribute("subject", subject);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute("changes", Change.between(subject, before.orElse(null), pack));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayEdit", edits);
        model.addAttribute("mayCopy", actor.may(EDIT));
        return "organisation/packs/version";
    }

    private Here show(Actor actor, Asked asked, Model model) {
        var today = LocalDate.now(clock);
        var own = regions.ofReader(actor);
        var region = asked.region().flatMap(TypedPack::region).orElse(own);
        var on = asked.on().flatMap(TypedPack::day).orElse(today);
        var here = new Here(region, on, !region.equals(own), on.equals(today));
        model.addAttribute("here", here);
        model.addAttribute("steps", steps(region));
        model.addAttribute("choices", choices(actor, own, region));
        return here;
    }

    /** The region itself and those it lies in, the country last. */
    private List<Region> steps(String region) {
        var steps = new ArrayList<>(regions.named(Regions.chain(region)));
        steps.add(new Region("", ""));
        return steps;
    }

    private List<Region> choices(Actor actor, String own, String region) {
        var choices = new ArrayList<>(regions.choices(actor.reach("organisation.pack.read")));
        for (var more : regions.named(List.of(own, region)))
            if (choices.stream().noneMatch(choice -> choice.code().equals(more.code()))) choices.addFirst(more);
        return choices;
    }
}

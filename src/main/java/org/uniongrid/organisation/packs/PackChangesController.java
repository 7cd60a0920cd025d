package org.uniongrid.organisation.packs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.RulePack;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.organisation.packs.PackTable.Fresh;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses to publish a new version of a rule pack, after a look at what it changes, and to end one. */
@Controller
@RequestMapping("/organisation/packs")
class PackChangesController {

    private static final String EDIT = "organisation.pack.edit";
    private static final String FORM = "organisation/packs/form";
    private static final String END = "organisation/packs/end";

    private final PackSubjects subjects;
    private final RulePacks packs;
    private final Versions versions;
    private final Regions regions;
    private final PackDesk desk;
    private final Clock clock;

    PackChangesController(
            PackSubjects subjects, RulePacks packs, Versions versions, Regions regions, PackDesk desk, Clock clock) {
        this.subjects = subjects;
        this.packs = packs;
        this.versions = versions;
        this.regions = regions;
        this.desk = desk;
        this.clock = clock;
    }

    /** A form filled like a version, for its own region or another. */
    @GetMapping("/{subject}/new")
    @Permission("organisation.pack.edit")
    ModelAndView blank(Actor actor, @PathVariable String subject, @RequestParam Optional<UUID> like) {
        var definition = subjects.find(subject).orElseThrow();
        var form = like.map(id -> TypedPack.like(packs.version(id).orElseThrow(), definition))
                .orElse(Form.blank().with("running", RulePack.Running.KEEP))
                .with("from", LocalDate.now(clock));
        return new ModelAndView(FORM, parts(actor, definition)).addObject("form", form);
    }

    @PostMapping("/{subject}/preview")
    @Permission("organisation.pack.edit")
    @Unaudited("shows what would change")
    ModelAndView preview(Actor actor, @PathVariable String subject, @RequestParam MultiValueMap<String, String> typed) {
        var definition = subjects.find(subject).orElseThrow();
        var read = checked(actor, definition, typed);
        var fresh = read.fresh();
        if (fresh == null) return read.form().again(FORM, parts(actor, definition));
        if (typed.containsKey("again"))
            return new ModelAndView(FORM, parts(actor, definition)).addObject("form", read.form());
        var before = packs.find(subject, fresh.region(), fresh.from());
        var after = preview(fresh);
        var model = new HashMap<String, Object>();
        model.put("subject", definition);
        model.put("form", read.form());
        model.put("pack", after);
        model.put("regionName", name(fresh.region()));
        model.put("changes", Change.between(definition, before.orElse(null), after));
        before.ifPresent(pack -> {
            model.put("before", pack);
            model.put("beforeName", name(pack.region()));
        });
        versions.nextAfter(subject, fresh.region(), fresh.from()).ifPresent(day -> model.put("next", day));
        return new ModelAndView("organisation/packs/preview", model);
    }

    @PostMapping("/{subject}")
    @Permission("organisation.pack.edit")
    ModelAndView publish(
            Actor actor,
            @PathVariable String subject,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var definition = subjects.find(subject).orElseThrow();
        var read = checked(actor, definition, typed);
        var fresh = read.fresh();
        if (fresh == null) return read.form().again(FORM, parts(actor, definition));
        var id = desk.publish(actor, fresh);
        Toast.after(next, "pack.published", fresh.from().toString());
        return new ModelAndView("redirect:/organisation/packs/versions/" + id);
    }

    @GetMapping("/versions/{id}/end")
    @Permission("organisation.pack.edit")
    ModelAndView askToEnd(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(END, endParts(actor, id))
                .addObject("form", Form.blank().with("until", LocalDate.now(clock)));
    }

    @PostMapping("/versions/{id}/end")
    @Permission("organisation.pack.edit")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var form = Form.of(typed);
        var until = TypedPack.day(form.value("until"));
        var reason = form.value("reason").strip();
        form = form.check("until", until.isPresent(), "pack.until.wrong")
                .check("reason", !reason.isEmpty() && reason.length() <= 300, "pack.reason.missing");
        if (form.isWrong()) return form.again(END, endParts(actor, id));
        try {
            desk.end(actor, id, until.orElseThrow(), reason);
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(END, endParts(actor, id));
        }
        Toast.after(next, "pack.ended");
        return new ModelAndView("redirect:/organisation/packs/versions/" + id);
    }

    private TypedPack checked(Actor actor, PackSubject subject, MultiValueMap<String, String> typed) {
        var read = TypedPack.read(subject, typed, LocalDate.now(clock));
        var region = TypedPack.region(read.form().value("region"));
        if (region.isEmpty() || regions.isWithin(region.get(), actor.reach(EDIT))) return read;
        return new TypedPack(read.form().wrong("region", PackChangeRule.PACK_REGION_IS_IN_REACH.key()), null);
    }

    private static RulePack preview(Fresh fresh) {
        return new RulePack(
                new UUID(0, 0),
                fresh.subject(),
                fresh.region(),
                fresh.from(),
                null,
                fresh.article(),
                fresh.example(),
                fresh.unsure(),
                fresh.running(),
                fresh.values());
    }

    private String name(String region) {
        return region.isEmpty() ? "" : regions.named(List.of(region)).getFirst().name();
    }

    private Map<String, Object> parts(Actor actor, PackSubject subject) {
        var reach = actor.reach(EDIT);
        return Map.of("subject", subject, "choices", regions.choices(reach), "national", reach instanceof Reach.Cell);
    }

    private Map<String, Object> endParts(Actor actor, UUID id) {
        var version = desk.toEnd(id, actor.reach(EDIT));
        return Map.of(
                "version", version, "subject", subjects.find(version.subject()).orElseThrow());
    }

    private static String fieldOf(RuleBroken broken) {
        return broken.rule() == PackChangeRule.PACK_END_LIES_WITHIN_IT ? "until" : Form.WHOLE;
    }
}

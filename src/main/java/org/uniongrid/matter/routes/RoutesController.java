package org.uniongrid.matter.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Route;
import org.uniongrid.matter.RouteDesk;
import org.uniongrid.matter.RouteSteps;
import org.uniongrid.matter.RouteSwitches;
import org.uniongrid.matter.Routes;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;

/** Which way matters go: at the reader's unit, or at another within reach, drawn and with all versions. */
@Controller
@RequestMapping("/matters/routes")
class RoutesController {

    private final MatterKinds kinds;
    private final Routes routes;
    private final RouteSteps steps;
    private final RouteSwitches switches;
    private final UnitDirectory directory;

    RoutesController(
            MatterKinds kinds, Routes routes, RouteSteps steps, RouteSwitches switches, UnitDirectory directory) {
        this.kinds = kinds;
        this.routes = routes;
        this.steps = steps;
        this.switches = switches;
        this.directory = directory;
    }

    /**
     * What holds for a kind at a unit.
     *
     * @param switched how many running matters have gone over to it so far, while more do; null where none do
     * @param others of units within reach that have routes of their own
     */
    public record Held(
            MatterKind kind, Route route, @Nullable Integer switched, List<Route> others) {}

    /** @param unit public id of a unit within reach; null for the reader's own */
    @GetMapping
    @Permission("matter.read")
    String list(
            Actor actor, @RequestParam Optional<UUID> unit, @RequestParam(defaultValue = "") String q, Model model) {
        var at = place(actor, unit).orElse(null);
        var within = routes.within(Matters.reach(actor));
        var all = new ArrayList<Held>();
        for (var kind : kinds.all()) {
            var held = held(kind, at);
            all.add(new Held(
                    kind,
                    held,
                    at == null ? null : switches.progress(kind, at).orElse(null),
                    within.stream()
                            .filter(route -> route.kind().equals(kind.key()) && route.id() != held.id())
                            .toList()));
        }
        model.addAttribute("all", all);
        model.addAttribute("at", at);
        model.addAttribute("q", q);
        model.addAttribute("found", directory.withWords(q.strip(), Matters.reach(actor)));
        model.addAttribute("mayWrite", at != null && RouteDesk.mayWrite(actor, at));
        return "matter/routes/list";
    }

    @GetMapping("/{id}")
    @Permission("matter.read")
    String route(Actor actor, @PathVariable UUID id, Model model) {
        return shown(actor, routes.find(id, Matters.reach(actor)), "/matters/routes", model);
    }

    /** What holds for a unit also where it is that of a unit above: without ids, and without the names of people there. */
    @GetMapping("/held")
    @Permission("matter.read")
    String held(
            Actor actor,
            @RequestParam String kind,
            @RequestParam Optional<UUID> unit,
            @RequestParam Optional<Integer> version,
            Model model) {
        var at = place(actor, unit).orElse(null);
        var held = held(kinds.of(kind), at);
        var route = version.map(nr ->
                        routes.version(held, nr).orElseThrow(() -> new NoSuchElementException("no version " + nr)))
                .orElse(held);
        var here = "/matters/routes/held?kind=" + kind
                + unit.map(one -> "&unit=" + one).orElse("");
        return shown(actor, route, here, model);
    }

    private String shown(Actor actor, Route route, String base, Model model) {
        var kind = kinds.of(route.kind());
        model.addAttribute("route", route);
        model.addAttribute("kind", kind);
        model.addAttribute("clocks", steps.clocks(kind));
        model.addAttribute("roles", steps.roles());
        model.addAttribute("versions", routes.versions(route, Matters.reach(actor)));
        model.addAttribute("base", base);
        return "matter/routes/route";
    }

    private Route held(MatterKind kind, @Nullable Found at) {
        return at == null ? routes.shipped(kind.key()) : routes.inForce(kind, at.publicId());
    }

    /** The unit that is looked at; empty where none is named and the reader's own is none that they reach. */
    private Optional<Found> place(Actor actor, Optional<UUID> unit) {
        var reach = Matters.reach(actor);
        if (unit.isPresent()) return Optional.of(directory.find(unit.get(), reach));
        var own = actor.chosen();
        return own == null || own.scope() == null || !reach.sees(own.scope())
                ? Optional.empty()
                : Optional.ofNullable(own.unitId()).map(id -> directory.find(id, reach));
    }
}

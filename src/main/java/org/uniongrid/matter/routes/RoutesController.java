package org.uniongrid.matter.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterKind;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Route;
import org.uniongrid.matter.RouteDesk;
import org.uniongrid.matter.Routes;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Which way matters go: drawn, with all versions, and written by a unit for itself and all below. */
@Controller
@RequestMapping("/matters/routes")
class RoutesController {

    private static final String FORM = "matter/routes/form";

    private final MatterKinds kinds;
    private final Routes routes;
    private final RouteDesk desk;

    RoutesController(MatterKinds kinds, Routes routes, RouteDesk desk) {
        this.kinds = kinds;
        this.routes = routes;
        this.desk = desk;
    }

    /**
     * What holds for a kind at the reader's unit.
     *
     * @param isNear whether it is the platform's or that of a unit within reach
     * @param others of units within reach that have routes of their own
     */
    public record Held(MatterKind kind, Route route, boolean isNear, List<Route> others) {}

    @GetMapping
    @Permission("matter.read")
    String list(Actor actor, Model model) {
        var within = routes.within(Matters.reach(actor));
        var all = new ArrayList<Held>();
        for (var kind : kinds.all()) {
            var unit = unit(actor);
            var held = unit == null ? routes.shipped(kind.key()) : routes.inForce(kind, unit);
            all.add(new Held(
                    kind,
                    held,
                    held.unit() == null || within.stream().anyMatch(route -> route.id() == held.id()),
                    within.stream()
                            .filter(route -> route.kind().equals(kind.key()) && route.id() != held.id())
                            .toList()));
        }
        model.addAttribute("all", all);
        model.addAttribute("mayWrite", mayWrite(actor));
        return "matter/routes/list";
    }

    @GetMapping("/{id}")
    @Permission("matter.read")
    String route(Actor actor, @PathVariable UUID id, Model model) {
        var route = routes.find(id, Matters.reach(actor));
        model.addAttribute("route", route);
        model.addAttribute("kind", kinds.of(route.kind()));
        model.addAttribute("clocks", desk.clocks(kinds.of(route.kind())));
        model.addAttribute("roles", desk.roles());
        model.addAttribute("versions", routes.versions(route));
        return "matter/routes/route";
    }

    @GetMapping("/write")
    @Permission("matter.route")
    ModelAndView blank(Actor actor, @RequestParam String kind) {
        var known = kinds.of(kind);
        var unit = unit(actor);
        if (unit == null) return shown(actor, known, Form.blank());
        var own = desk.own(actor, known);
        var form = RouteForm.filled(own.orElseGet(() -> routes.inForce(known, unit)))
                .with("before", own.map(Route::version).orElse(0));
        return shown(actor, known, form);
    }

    @PostMapping("/write")
    @Permission("matter.route")
    ModelAndView write(
            Actor actor,
            @RequestParam String kind,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = kinds.of(kind);
        var form = Form.of(typed);
        if (typed.containsKey("more")) return shown(actor, known, RouteForm.longer(form));
        var checked = RouteForm.checked(form);
        if (checked.isWrong()) return checked.again(FORM, parts(actor, known, form));
        try {
            desk.write(actor, RouteForm.order(form, kind));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(FORM, parts(actor, known, form));
        }
        Toast.after(next, "matter.routes.written");
        return new ModelAndView("redirect:/matters/routes");
    }

    @PostMapping("/drop")
    @Permission("matter.route")
    ModelAndView drop(
            Actor actor,
            @RequestParam String kind,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = kinds.of(kind);
        var form = Form.of(typed);
        var checked = RouteForm.noted(form);
        if (checked.isWrong()) return checked.again(FORM, parts(actor, known, form));
        try {
            desk.drop(actor, kind, RouteForm.before(form), form.value("note").strip());
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(FORM, parts(actor, known, form));
        }
        Toast.after(next, "matter.routes.dropped");
        return new ModelAndView("redirect:/matters/routes");
    }

    private ModelAndView shown(Actor actor, MatterKind kind, Form form) {
        return new ModelAndView(FORM, parts(actor, kind, form)).addObject("form", form);
    }

    private Map<String, Object> parts(Actor actor, MatterKind kind, Form form) {
        var parts = new HashMap<String, Object>();
        parts.put("kind", kind);
        parts.put("rows", RouteForm.rows(form));
        parts.put("clocks", desk.clocks(kind));
        parts.put("roles", desk.roles());
        parts.put(
                "unitName",
                actor.chosen() == null ? "" : String.valueOf(actor.chosen().unitName()));
        parts.put("mayWrite", mayWrite(actor));
        parts.put("hasOwn", mayWrite(actor) && desk.own(actor, kind).isPresent());
        return parts;
    }

    private static boolean mayWrite(Actor actor) {
        return actor.may("matter.route") && unit(actor) != null;
    }

    private static @Nullable UUID unit(Actor actor) {
        return actor.chosen() == null || actor.chosen().scope() == null
                ? null
                : actor.chosen().unitId();
    }
}

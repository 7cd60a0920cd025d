package org.uniongrid.matter.routes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.uniongrid.matter.Route;
import org.uniongrid.matter.RouteDesk;
import org.uniongrid.matter.RouteSteps;
import org.uniongrid.matter.RouteSwitches;
import org.uniongrid.matter.Routes;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** A route is written for a unit with all below: the writer's own, or another within reach. */
@Controller
@RequestMapping("/matters/routes")
class WritingController {

    private static final String FORM = "matter/routes/form";

    private final MatterKinds kinds;
    private final Routes routes;
    private final RouteSteps steps;
    private final RouteDesk desk;

    WritingController(MatterKinds kinds, Routes routes, RouteSteps steps, RouteDesk desk) {
        this.kinds = kinds;
        this.routes = routes;
        this.steps = steps;
        this.desk = desk;
    }

    /** @param unit public id of the unit; null for that of the writer's own post */
    @GetMapping("/write")
    @Permission("matter.route")
    ModelAndView blank(Actor actor, @RequestParam String kind, @RequestParam Optional<UUID> unit) {
        var known = kinds.of(kind);
        var at = desk.place(actor, unit.orElse(null)).orElse(null);
        if (at == null) return shown(known, null, Form.blank(), null);
        var own = desk.own(at, known);
        var form = RouteForm.filled(own.orElseGet(() -> routes.inForce(known, at.publicId())))
                .with("before", own.map(Route::version).orElse(0))
                .with("running", RouteDesk.Running.KEEP);
        return shown(known, at, form, null);
    }

    @PostMapping("/write")
    @Permission("matter.route")
    ModelAndView write(
            Actor actor,
            @RequestParam String kind,
            @RequestParam Optional<UUID> unit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = kinds.of(kind);
        var at = desk.place(actor, unit.orElse(null)).orElse(null);
        var form = Form.of(typed);
        if (typed.containsKey("more")) return shown(known, at, RouteForm.longer(form), null);
        var checked = RouteForm.checked(form);
        if (at == null || checked.isWrong()) return again(known, at, checked);
        return carried(
                known,
                at,
                form,
                RouteForm.order(form, kind, at, false),
                unit,
                order -> said(next, "matter.routes.written", desk.write(actor, order)));
    }

    @PostMapping("/drop")
    @Permission("matter.route")
    ModelAndView drop(
            Actor actor,
            @RequestParam String kind,
            @RequestParam Optional<UUID> unit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var known = kinds.of(kind);
        var at = desk.place(actor, unit.orElse(null)).orElse(null);
        var form = Form.of(typed);
        var checked = RouteForm.noted(form);
        if (at == null || checked.isWrong()) return again(known, at, checked);
        return carried(
                known,
                at,
                form,
                RouteForm.order(form, kind, at, true),
                unit,
                order -> said(next, "matter.routes.dropped", desk.drop(actor, order)));
    }

    /** Once its writer has seen what becomes of running matters. */
    private ModelAndView carried(
            MatterKind known,
            Found at,
            Form form,
            RouteDesk.Order order,
            Optional<UUID> unit,
            Consumer<RouteDesk.Order> deed) {
        var unseen = unseen(form, order);
        if (unseen != null) return shown(known, at, form.with("seen", RouteForm.seen(order, unseen)), unseen);
        try {
            deed.accept(order);
        } catch (RuleBroken broken) {
            return again(known, at, form.broken(Form.WHOLE, broken));
        }
        return back(unit);
    }

    /** What would become of running matters, where the writer wants to move them and has not seen it as it is now. */
    private RouteSwitches.@Nullable Preview unseen(Form form, RouteDesk.Order order) {
        if (order.running() == RouteDesk.Running.KEEP) return null;
        var preview = desk.preview(order);
        return form.value("seen").equals(RouteForm.seen(order, preview)) ? null : preview;
    }

    private static void said(RedirectAttributes next, String key, RouteSwitches.Outcome outcome) {
        if (outcome.goesOn()) Toast.after(next, "matter.routes.going-over", outcome.switched());
        else if (outcome.switched() > 0) Toast.after(next, "matter.routes.gone-over", outcome.switched());
        else Toast.after(next, key);
    }

    private static ModelAndView back(Optional<UUID> unit) {
        return new ModelAndView(
                "redirect:/matters/routes" + unit.map(one -> "?unit=" + one).orElse(""));
    }

    private ModelAndView again(MatterKind kind, @Nullable Found at, Form form) {
        return form.again(FORM, parts(kind, at, form, null));
    }

    private ModelAndView shown(
            MatterKind kind, @Nullable Found at, Form form, RouteSwitches.@Nullable Preview preview) {
        return new ModelAndView(FORM, parts(kind, at, form, preview)).addObject("form", form);
    }

    private Map<String, Object> parts(
            MatterKind kind, @Nullable Found at, Form form, RouteSwitches.@Nullable Preview preview) {
        var parts = new HashMap<String, Object>();
        parts.put("kind", kind);
        parts.put("at", at);
        parts.put("rows", RouteForm.rows(form));
        parts.put("clocks", steps.clocks(kind));
        parts.put("roles", steps.roles());
        parts.put(
                "held",
                at == null ? List.of() : routes.inForce(kind, at.publicId()).working());
        parts.put("hasOwn", at != null && desk.own(at, kind).isPresent());
        parts.put("preview", preview);
        return parts;
    }
}

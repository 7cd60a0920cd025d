package org.uniongrid.matter.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Route;
import org.uniongrid.matter.RouteDesk;
import org.uniongrid.matter.RouteSteps;
import org.uniongrid.matter.RouteSwitches;
import org.uniongrid.matter.Seat;
import org.uniongrid.matter.Step;
import org.uniongrid.matter.StepCondition;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.web.Form;

/** The form of a route: a row for each step; one without a name is no step. */
final class RouteForm {

    private RouteForm() {}

    /** As many rows as there are steps. */
    static Form filled(Route route) {
        var typed = new HashMap<String, List<String>>();
        var steps = route.working();
        typed.put("rows", List.of(String.valueOf(steps.size())));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            typed.put("key-" + i, List.of(step.key()));
            typed.put("name-" + i, List.of(step.ownName() == null ? "" : step.ownName()));
            typed.put("seat-" + i, List.of(step.seat().name()));
            typed.put("role-" + i, List.of(step.role() == null ? "" : step.role()));
            typed.put("condition-" + i, List.of(step.condition().name()));
            typed.put("clock-" + i, List.of(step.clock()));
            typed.put(
                    "actions-" + i,
                    step.actions().stream()
                            .filter(Step.DECISIONS::contains)
                            .map(Enum::name)
                            .toList());
        }
        return Form.of(typed);
    }

    static int rows(Form form) {
        var typed = form.value("rows");
        return typed.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(typed), 1, RouteSteps.MOST) : 1;
    }

    static int before(Form form) {
        var typed = form.value("before");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** With one more row, for a step that may do what a step before the last does. */
    static Form longer(Form form) {
        var rows = rows(form);
        return form.with("rows", Math.min(rows + 1, RouteSteps.MOST));
    }

    static Form noted(Form form) {
        var note = form.value("note").strip();
        return form.check("note", note.length() >= 2 && note.length() <= 200, "matter.routes.note.length");
    }

    static Form checked(Form form) {
        var checked = form;
        var named = 0;
        for (int i = 0; i < rows(form); i++) {
            var name = form.value("name-" + i).strip();
            if (!name.isEmpty()) named++;
            checked = checked.check("name-" + i, name.length() <= 30, "matter.routes.name.length");
        }
        return noted(checked.check("name-0", named > 0, "matter.routes.name.missing"));
    }

    /** @param drops whether the route is dropped, and no step of it matters */
    static RouteDesk.Order order(Form form, String kind, Found unit, boolean drops) {
        var running = form.has("running", RouteDesk.Running.SWITCH.name())
                ? RouteDesk.Running.SWITCH
                : RouteDesk.Running.KEEP;
        var note = form.value("note").strip();
        return new RouteDesk.Order(unit, kind, drops ? List.of() : steps(form), before(form), note, running);
    }

    /** What the writer has been told would become of running matters; another order, or other numbers, are told again. */
    static String seen(RouteDesk.Order order, RouteSwitches.Preview preview) {
        return order.steps().size() + "/" + preview.switching() + "/" + preview.kept();
    }

    private static List<RouteSteps.Typed> steps(Form form) {
        var steps = new ArrayList<RouteSteps.Typed>();
        for (int i = 0; i < rows(form); i++) {
            var name = form.value("name-" + i).strip();
            if (!name.isEmpty()) steps.add(step(form, i, name));
        }
        return steps;
    }

    private static RouteSteps.Typed step(Form form, int row, String name) {
        var key = form.value("key-" + row);
        var role = form.value("role-" + row);
        var seat = form.value("seat-" + row).equals(Seat.ABOVE.name()) ? Seat.ABOVE : Seat.ASKED;
        return new RouteSteps.Typed(
                key.isEmpty() ? null : key,
                name,
                seat,
                role.isEmpty() ? null : role,
                form.value("clock-" + row),
                actions(form, row),
                condition(form.value("condition-" + row)));
    }

    private static StepCondition condition(String typed) {
        return Arrays.stream(StepCondition.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(StepCondition.ALWAYS);
    }

    private static Set<Action> actions(Form form, int row) {
        var typed = new HashSet<>(form.typed().getOrDefault("actions-" + row, List.of()));
        return Step.DECISIONS.stream()
                .filter(action -> typed.contains(action.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

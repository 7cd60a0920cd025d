package org.uniongrid.matter.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Addressees;
import org.uniongrid.matter.Allowed;
import org.uniongrid.matter.Copies;
import org.uniongrid.matter.Delegations;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterKinds;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.Routes;
import org.uniongrid.matter.Step;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;
import org.uniongrid.matter.Ways;
import org.uniongrid.web.Form;
import org.uniongrid.web.Option;
import org.uniongrid.web.TypedKey;

/** What the page of a matter is made of. */
@Component
class MatterPage {

    private final MatterKinds kinds;
    private final Matters matters;
    private final Tasks tasks;
    private final Routes routes;
    private final Ways ways;
    private final Delegations delegations;
    private final Allowed allowed;
    private final Addressees addressees;
    private final Papers papers;
    private final Copies copies;
    private final ClockLines clocks;
    private final Clock clock;

    MatterPage(
            MatterKinds kinds,
            Matters matters,
            Tasks tasks,
            Routes routes,
            Ways ways,
            Delegations delegations,
            Allowed allowed,
            Addressees addressees,
            Papers papers,
            Copies copies,
            ClockLines clocks,
            Clock clock) {
        this.kinds = kinds;
        this.matters = matters;
        this.tasks = tasks;
        this.routes = routes;
        this.ways = ways;
        this.delegations = delegations;
        this.allowed = allowed;
        this.addressees = addressees;
        this.papers = papers;
        this.copies = copies;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * What may be done now, and with what.
     *
     * @param step public id of the one that waits for the reader; null where none does
     * @param atStep what may be done at it, and with the whole the rest
     * @param colleagues posts of the unit that may get it, sign it, or have decided it
     * @param back where it may be sent back to
     * @param below units that may get a part of it
     * @param told units that may get a copy
     * @param mayBeInside whether the reader may write what whoever asked does not read
     */
    public record Acts(
            @Nullable UUID step,
            List<Action> atStep,
            List<Action> withWhole,
            List<Tasks.Post> colleagues,
            List<Step> back,
            List<Option> below,
            List<Option> told,
            boolean mayBeInside,
            String key) {

        public boolean isAt(Task task) {
            return task.publicId().equals(step);
        }
    }

    /** @param form what was typed, where it comes back */
    Map<String, Object> parts(Actor actor, Matter matter, Form form) {
        var undone = tasks.undone(matter);
        var parts = new HashMap<String, Object>();
        var kind = kinds.of(matter.kind());
        parts.put("matter", matter);
        parts.put("kind", kind);
        parts.put("shown", kind.shown(matter, actor));
        parts.put("route", routes.of(matter));
        parts.put("undone", undone);
        parts.put("shelf", papers.of(matter));
        parts.put("clocks", clocks.of(matter));
        parts.put("timeline", matters.timeline(matter));
        parts.put("copies", copies.of(matter, actor));
        parts.put("today", LocalDate.now(clock));
        parts.put("acts", acts(actor, matter, undone, form));
        return parts;
    }

    private Acts acts(Actor actor, Matter matter, List<Task> undone, Form form) {
        var hands = delegations.hands(actor);
        var mine = !matter.isOpen() || !actor.may("matter.handle")
                ? null
                : undone.stream().filter(task -> task.isFor(hands)).reduce(null, MatterPage::nearer);
        var whole = allowed.withWhole(actor, matter);
        if (mine == null)
            return new Acts(
                    null,
                    List.of(),
                    whole,
                    List.of(),
                    List.of(),
                    List.of(),
                    units(Action.COPY, actor, form),
                    matter.inside(),
                    TypedKey.fresh());
        if (!mine.waiting()) whole = without(Action.URGE, whole);
        var below = units(Action.DISPATCH, actor, form);
        var atStep = allowed.atStep(actor, hands, matter, mine).stream()
                .filter(action -> action != Action.DISPATCH || !below.isEmpty())
                .toList();
        var route = routes.of(matter);
        return new Acts(
                mine.publicId(),
                atStep,
                whole,
                tasks.posts(mine.unitId()),
                ways.back(route, route.step(mine.step()), matter),
                below,
                units(Action.COPY, actor, form),
                matter.inside(),
                TypedKey.fresh());
    }

    /** Whoever has the step need not urge it. */
    private static List<Action> without(Action action, List<Action> all) {
        return all.stream().filter(one -> one != action).toList();
    }

    /** Of two that are the reader's, the one that does not wait; else the later one, a part of the other. */
    private static Task nearer(@Nullable Task one, Task other) {
        return one == null || one.waiting() || !other.waiting() ? other : one;
    }

    /** To choose from: what was found by name, what was chosen before that, and those right below or all above. */
    private List<Option> units(Action action, Actor actor, Form form) {
        var isTyped = form.value("action").equals(action.name());
        var words = isTyped ? form.value("q") : "";
        var options =
                new ArrayList<>(action == Action.COPY ? addressees.choices(words, actor) : addressees.below(actor));
        if (action == Action.DISPATCH && !words.isBlank())
            addressees.choices(words, actor).stream()
                    .filter(option -> !option.value().startsWith("up"))
                    .filter(option -> !options.contains(option))
                    .forEach(options::add);
        if (isTyped)
            for (var chosen : form.typed().getOrDefault("unit", List.of()))
                if (options.stream().noneMatch(option -> option.value().equals(chosen)))
                    addressees.option(chosen, actor).ifPresent(options::add);
        return options;
    }
}

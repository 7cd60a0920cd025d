package org.uniongrid.structure.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.structure.UnitDissolved;
import org.uniongrid.structure.UnitEvent;
import org.uniongrid.structure.UnitMoved;
import org.uniongrid.structure.UnitRenamed;
import org.uniongrid.structure.UnitSplit;
import org.uniongrid.structure.UnitsMerged;
import org.uniongrid.web.Said;

/** What is told of a change that was decided: sentences for its page, and events for other modules. */
final class Account {

    private static final int MOST = 30;

    private Account() {}

    /** One sentence a step, and the counts. */
    static List<Said> lines(Plan plan, Effects effects) {
        var all = plan.steps().stream()
                .flatMap(step -> lines(plan, step, effects))
                .toList();
        var lines = all.stream().limit(MOST).collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > MOST) lines.add(Said.of("structure.did.more", all.size() - MOST));
        var moved = effects.moved();
        if (moved.units() > 0)
            lines.add(Said.of(
                    "structure.did.counts", moved.units(), moved.employers(), moved.members(), moved.tenures()));
        if (!effects.ended().posts().isEmpty())
            lines.add(Said.of("structure.did.posts", effects.ended().posts().size()));
        return lines;
    }

    static Said asked(ChangeDesk.Asked asked) {
        return Said.of("structure.did.asked", asked.unit(), asked.person(), asked.matter());
    }

    private static Stream<Said> lines(Plan plan, TreeStep step, Effects effects) {
        return step instanceof TreeStep.Cover cover && cover.to() == null
                ? uncovered(plan.name(cover.unit()), effects)
                : Stream.of(line(plan, step));
    }

    /** Only one unit of a plan gives its employers to none. */
    private static Stream<Said> uncovered(String from, Effects effects) {
        return effects.covered().stream()
                .filter(covered -> covered.to() == null)
                .map(covered -> Said.of(
                        covered.elsewhere() ? "structure.did.elsewhere" : "structure.did.uncover",
                        covered.employers(),
                        from));
    }

    private static Said line(Plan plan, TreeStep step) {
        var name = plan.name(step.unit());
        return switch (step) {
            case TreeStep.Found it -> Said.of("structure.did.found", name, plan.name(it.parent()));
            case TreeStep.Rename it -> Said.of("structure.did.rename", name, it.name());
            case TreeStep.Place it ->
                Said.of("structure.did.place", name, plan.name(it.from()), plan.name(it.parent()));
            case TreeStep.Suspend _ -> Said.of("structure.did.suspend", name);
            case TreeStep.Resume _ -> Said.of("structure.did.resume", name);
            case TreeStep.Cover it ->
                Said.of("structure.did.cover", it.employers().size(), name, plan.name(Objects.requireNonNull(it.to())));
            case TreeStep.End it -> Said.of("structure.did.end", name, plan.name(it.rest()));
            case TreeStep.Close _ -> Said.of("structure.did.close", name);
        };
    }

    static List<UnitEvent> events(Plan plan) {
        var day = plan.order().day();
        var events = new ArrayList<UnitEvent>();
        for (var step : plan.steps())
            switch (step) {
                case TreeStep.Place it ->
                    events.add(new UnitMoved(
                            plan.publicId(it.unit()), plan.publicId(it.from()), plan.publicId(it.parent()), day));
                case TreeStep.Rename it -> events.add(new UnitRenamed(plan.publicId(it.unit()), day));
                case TreeStep.End it -> events.add(new UnitDissolved(plan.publicId(it.unit()), day));
                case TreeStep.Found _, TreeStep.Suspend _, TreeStep.Resume _, TreeStep.Cover _, TreeStep.Close _ -> {}
            }
        switch (plan.order().change()) {
            // before it is told that the others are no more: what went along with them is no longer theirs
            case Change.Merge it -> events.addFirst(new UnitsMerged(it.unit(), it.others(), day));
            case Change.Split it ->
                events.add(new UnitSplit(
                        it.unit(),
                        plan.only(TreeStep.Found.class).stream()
                                .map(TreeStep.Found::publicId)
                                .toList(),
                        day));
            case Change.Create _,
                    Change.Rename _,
                    Change.Move _,
                    Change.Suspend _,
                    Change.Resume _,
                    Change.Dissolve _ -> {}
        }
        return List.copyOf(events);
    }

    /** The nearest unit above all that is involved; its internal id. */
    static long ground(Plan plan) {
        var common = plan.involved().getFirst().scope().path();
        for (var node : plan.involved()) common = common(common, node.scope().path());
        var last = common.substring(common.lastIndexOf('/', common.length() - 2) + 1)
                .replace("/", "");
        return last.isEmpty() ? plan.involved().getFirst().id() : Long.parseLong(last, 16);
    }

    static String common(String one, String other) {
        int end = 1;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++)
            if (one.charAt(i) == '/') end = i + 1;
        return one.substring(0, end);
    }
}

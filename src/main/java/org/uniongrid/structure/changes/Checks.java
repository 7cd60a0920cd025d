package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.StructureRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Covers;
import org.uniongrid.organisation.TreeStep;

/** Says which rules a plan would break, as the register stands. */
@Component
class Checks {

    private final Obstacles obstacles;
    private final Clock clock;

    Checks(Obstacles obstacles, Clock clock) {
        this.obstacles = obstacles;
        this.clock = clock;
    }

    List<Problem> of(Plan plan) {
        var found = new ArrayList<Problem>();
        var day = plan.order().day();
        var today = LocalDate.now(clock);
        if (day.isBefore(today)) return List.of(Problem.of(CHANGES_BEGIN_TODAY_OR_LATER));
        if (plan.order().isTooFar(today)) return List.of(Problem.of(CHANGES_BEGIN_WITHIN_FIVE_YEARS));
        checkTime(plan, found);
        checkPlaces(plan, found);
        plan.only(TreeStep.Found.class).forEach(step -> checkNew(plan, step, found));
        plan.only(TreeStep.Rename.class).forEach(step -> checkName(plan, step, found));
        plan.only(TreeStep.End.class).forEach(step -> checkEnd(plan, step, found));
        checkCovers(plan, found);
        checkState(plan, found);
        checkKind(plan, found);
        checkNames(plan, found);
        return found.stream().distinct().toList();
    }

    private void checkTime(Plan plan, List<Problem> found) {
        var day = plan.order().day();
        var own = plan.steps().stream()
                .map(TreeStep::unit)
                .filter(unit -> !plan.isFounded(unit))
                .distinct()
                .toList();
        var standing = obstacles.standing(own, day);
        own.stream()
                .filter(unit -> !standing.contains(unit))
                .forEach(unit -> found.add(Problem.of(UNIT_STANDS_ON_THAT_DAY, plan.name(unit), day.toString())));
        var ended =
                plan.only(TreeStep.End.class).stream().map(TreeStep.End::unit).toList();
        obstacles
                .planned(own, ended, day)
                .forEach((unit, when) ->
                        found.add(Problem.of(NOTHING_IS_PLANNED_AFTER_THAT_DAY, plan.name(unit), when.toString())));
        var hosts = hosts(plan);
        var staying = obstacles.staying(hosts, day);
        hosts.stream()
                .filter(unit -> !staying.contains(unit))
                .forEach(unit -> found.add(Problem.of(PARENT_STAYS_FOR_GOOD, plan.name(unit), day.toString())));
    }

    /** Units that take something in, without those to be founded. */
    private static List<Long> hosts(Plan plan) {
        return plan.steps().stream()
                .flatMap(step -> switch (step) {
                    case TreeStep.Place place -> Stream.of(place.parent());
                    case TreeStep.Found union -> Stream.of(union.parent());
                    case TreeStep.Cover cover -> Stream.ofNullable(cover.to());
                    case TreeStep.End end -> end.rest() == end.unit() ? Stream.<Long>of() : Stream.of(end.rest());
                    case TreeStep.Rename _, TreeStep.Suspend _, TreeStep.Resume _, TreeStep.Close _ ->
                        Stream.<Long>of();
                })
                .filter(unit -> !plan.isFounded(unit))
                .distinct()
                .toList();
    }

    private void checkPlaces(Plan plan, List<Problem> found) {
        var above = new HashMap<Long, Set<Long>>();
        for (var place : plan.only(TreeStep.Place.class)) {
            var up = above.computeIfAbsent(
                    place.parent(),
                    parent -> plan.isFounded(parent)
                            ? Set.of()
                            : obstacles.upFrom(parent, plan.order().day()));
            if (place.from() == place.parent())
                found.add(Problem.of(PARENT_IS_ANOTHER_ONE, plan.name(place.unit()), plan.name(place.parent())));
            else if (up.contains(place.unit()))
                found.add(Problem.of(NO_UNIT_STANDS_BELOW_ITSELF, plan.name(place.unit()), plan.name(place.parent())));
            else checkFit(plan, place.unit(), place.parent(), found);
        }
    }

    private static void checkFit(Plan plan, long unit, long parent, List<Problem> found) {
        var below = Objects.requireNonNull(plan.units().get(unit));
        var above = Objects.requireNonNull(plan.units().get(parent));
        if (!Fitting.fits(below.category(), below.tier(), above.category(), above.tier()))
            found.add(Problem.of(PARENT_MAY_HOLD_SUCH_A_UNIT, below.name(), above.name()));
    }

    private void checkNew(Plan plan, TreeStep.Found step, List<Problem> found) {
        checkFit(plan, step.unit(), step.parent(), found);
        var code = step.union().code();
        if (code != null && obstacles.isTaken(code)) found.add(Problem.of(CODE_IS_FREE, code));
    }

    private void checkName(Plan plan, TreeStep.Rename step, List<Problem> found) {
        if (obstacles.nameOn(step.unit(), plan.order().day()).equals(step.name()))
            found.add(Problem.of(NAME_IS_ANOTHER_ONE, step.name()));
    }

    private void checkEnd(Plan plan, TreeStep.End step, List<Problem> found) {
        var day = plan.order().day();
        if (step.rest() == step.unit())
            found.add(Problem.of(PARENT_STAYS_FOR_GOOD, plan.name(step.unit()), day.toString()));
        var chains = obstacles.chains(step.unit(), day);
        if (!chains.isEmpty())
            found.add(Problem.of(CHAINS_ARE_GIVEN_AWAY_BEFORE, plan.name(step.unit()), String.join("、", chains)));
        if (obstacles.leadsOtherLine(step.unit(), day))
            found.add(Problem.of(OTHER_LINES_ARE_LEFT_BEFORE, plan.name(step.unit())));
    }

    private void checkCovers(Plan plan, List<Problem> found) {
        var day = plan.order().day();
        for (var cover : plan.only(TreeStep.Cover.class)) {
            obstacles
                    .handOver(cover.unit(), cover.employers(), day)
                    .ifPresent(when -> found.add(
                            Problem.of(NOTHING_IS_PLANNED_AFTER_THAT_DAY, plan.name(cover.unit()), when.toString())));
            var to = cover.to() == null ? null : plan.units().get(cover.to());
            if (to != null && !Covers.covers(to.category()))
                found.add(Problem.of(OUTSIDE_BODIES_COVER_NO_EMPLOYERS, to.name()));
            if (cover.to() != null && cover.to() == cover.unit())
                found.add(Problem.of(PARENT_IS_ANOTHER_ONE, plan.name(cover.unit()), plan.name(cover.unit())));
        }
    }

    private void checkState(Plan plan, List<Problem> found) {
        var day = plan.order().day();
        for (var step : plan.steps())
            switch (step) {
                case TreeStep.Suspend it -> {
                    if (!obstacles.stateOn(it.unit(), day).equals("ACTIVE"))
                        found.add(Problem.of(ONLY_WHO_IS_AT_WORK_IS_SUSPENDED, plan.name(it.unit())));
                }
                case TreeStep.Resume it -> {
                    if (!obstacles.stateOn(it.unit(), day).equals("SUSPENDED"))
                        found.add(Problem.of(ONLY_WHO_IS_SUSPENDED_RESUMES, plan.name(it.unit())));
                }
                case TreeStep.Found _,
                        TreeStep.Rename _,
                        TreeStep.Place _,
                        TreeStep.Cover _,
                        TreeStep.End _,
                        TreeStep.Close _ -> {}
            }
    }

    private static void checkKind(Plan plan, List<Problem> found) {
        if (plan.order().change() instanceof Change.Merge)
            for (var end : plan.only(TreeStep.End.class)) {
                var merged = Objects.requireNonNull(plan.units().get(end.unit()));
                if (standing(merged.category()) != standing(plan.subject().category()))
                    found.add(Problem.of(
                            MERGED_UNITS_ARE_ALIKE,
                            merged.name(),
                            plan.subject().name()));
            }
        if (plan.order().change() instanceof Change.Split
                && plan.only(TreeStep.Place.class).isEmpty()
                && plan.only(TreeStep.Cover.class).isEmpty()) found.add(Problem.of(A_SPLIT_GIVES_SOMETHING_AWAY));
    }

    /** Federations merge with federations, groups with groups, all others with one another. */
    private static int standing(Category category) {
        return switch (category) {
            case FEDERATION -> 0;
            case GROUP -> 1;
            case REGIONAL, INDUSTRIAL, CHAIN -> 2;
            case JOINT, ENTERPRISE, VILLAGE -> 3;
            case GUEST -> 4;
        };
    }

    /** What a unit is called on the day: a rename may be planned before it. */
    private String nameThen(Plan plan, long unit) {
        return plan.isFounded(unit)
                ? plan.name(unit)
                : obstacles.nameOn(unit, plan.order().day());
    }

    /** Names of all that stand under one parent after the change. */
    private void checkNames(Plan plan, List<Problem> found) {
        var coming = new HashMap<Long, List<String>>();
        var going = new HashSet<Long>();
        for (var step : plan.steps())
            switch (step) {
                case TreeStep.Place it -> {
                    going.add(it.unit());
                    come(coming, it.parent(), nameThen(plan, it.unit()));
                }
                case TreeStep.Found it -> come(coming, it.parent(), it.union().name());
                case TreeStep.Rename it -> {
                    going.add(it.unit());
                    if (plan.above() != null) come(coming, plan.above().id(), it.name());
                }
                case TreeStep.End it -> going.add(it.unit());
                case TreeStep.Cover _, TreeStep.Suspend _, TreeStep.Resume _, TreeStep.Close _ -> {}
            }
        coming.forEach((parent, names) -> {
            Set<String> taken = new LinkedHashSet<>(
                    plan.isFounded(parent)
                            ? List.of()
                            : obstacles.namesUnder(parent, going, plan.order().day()));
            for (var name : names)
                if (!taken.add(name)) found.add(Problem.of(NAMES_UNDER_ONE_PARENT_DIFFER, name, plan.name(parent)));
        });
    }

    private static void come(Map<Long, List<String>> coming, long parent, String name) {
        coming.computeIfAbsent(parent, _ -> new ArrayList<>()).add(name);
    }
}

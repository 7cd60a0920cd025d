package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.StructureRule.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.NewUnion;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.organisation.TreeWriter;

/** Thinks a change through: finds all that it names within reach, and says step by step what is to be written. */
@Component
class Planner {

    private final Nodes nodes;
    private final TreeWriter writer;

    Planner(Nodes nodes, TreeWriter writer) {
        this.nodes = nodes;
        this.writer = writer;
    }

    /**
     * The steps of a change that somebody with this reach orders.
     *
     * @throws java.util.NoSuchElementException where it names something that is not within reach
     * @throws RuleBroken where the reach ends below what stands above
     */
    Plan plan(Order order, Reach reach) {
        var subject = nodes.find(order.change().unit(), reach);
        var draft = new Draft(order, reach, subject, above(subject, order, reach));
        switch (order.change()) {
            case Change.Create it -> draft.found(it.union(), subject);
            case Change.Rename it -> draft.steps.add(new TreeStep.Rename(subject.id(), it.name()));
            case Change.Move it -> draft.move(nodes.find(it.parent(), reach));
            case Change.Merge it -> it.others().forEach(other -> draft.merge(nodes.find(other, reach)));
            case Change.Split it -> it.parts().forEach(draft::part);
            case Change.Suspend _ -> draft.steps.add(new TreeStep.Suspend(subject.id()));
            case Change.Resume _ -> draft.steps.add(new TreeStep.Resume(subject.id()));
            case Change.Dissolve it -> draft.dissolve(found(it.heir(), reach), found(it.cover(), reach));
        }
        return draft.plan();
    }

    private @Nullable Node found(@Nullable UUID id, Reach reach) {
        return id == null ? null : nodes.find(id, reach);
    }

    /** Whoever changes a unit reaches the one above as well; a new one is a matter of that under which it comes to stand. */
    private @Nullable Node above(Node unit, Order order, Reach reach) {
        var above = nodes.above(unit, order.day(), reach);
        if (above.name() != null && above.node() == null && !(order.change() instanceof Change.Create))
            throw new RuleBroken(WHO_CHANGES_A_UNIT_REACHES_THE_ONE_ABOVE, unit.name(), above.name());
        return above.node();
    }

    /** A plan in the making. */
    private final class Draft {

        private final Order order;
        private final Reach reach;
        private final Node subject;
        private final @Nullable Node above;
        private final List<TreeStep> steps = new ArrayList<>();
        private final Map<Long, Below> units = new LinkedHashMap<>();
        private final Set<Node> involved = new LinkedHashSet<>();

        Draft(Order order, Reach reach, Node subject, @Nullable Node above) {
            this.order = order;
            this.reach = reach;
            this.subject = subject;
            this.above = above;
            know(subject);
            if (above != null) know(above);
            involved.add(above == null || order.change() instanceof Change.Create ? subject : above);
        }

        private void know(Node node) {
            units.put(
                    node.id(),
                    new Below(
                            node.id(),
                            node.publicId(),
                            node.name(),
                            node.category(),
                            node.tier(),
                            node.scope().path()));
        }

        private long found(NewUnion union, Node parent) {
            var id = writer.reserve(1).getFirst();
            var publicId = UUID.randomUUID();
            units.put(id, new Below(id, publicId, union.name(), union.category(), union.tier(), null));
            steps.add(new TreeStep.Found(id, publicId, union, parent.id()));
            involved.add(parent);
            return id;
        }

        private void move(Node parent) {
            if (above == null) throw new RuleBroken(TOP_OF_THE_TREE_STAYS, subject.name());
            know(parent);
            involved.add(parent);
            steps.add(new TreeStep.Place(subject.id(), above.id(), parent.id()));
        }

        private void merge(Node other) {
            var its = Planner.this.above(other, order, reach);
            if (its == null) throw new RuleBroken(TOP_OF_THE_TREE_STAYS, other.name());
            know(other);
            know(its);
            involved.addAll(List.of(its, subject, other));
            var merged = order.change() instanceof Change.Merge it ? Set.copyOf(it.others()) : Set.<UUID>of();
            for (var child : nodes.below(other, order.day())) {
                units.putIfAbsent(child.id(), child);
                if (!merged.contains(child.publicId()))
                    steps.add(new TreeStep.Place(child.id(), other.id(), subject.id()));
            }
            end(other, subject, subject);
        }

        /** Its employers go to a union or to none, and it is looked for at another from then on. */
        private void end(Node unit, @Nullable Node cover, Node rest) {
            var employers = nodes.covered(unit, order.day()).stream()
                    .map(Nodes.Employer::id)
                    .toList();
            if (!employers.isEmpty())
                steps.add(new TreeStep.Cover(unit.id(), employers, cover == null ? null : (Long) cover.id()));
            steps.add(new TreeStep.End(unit.id(), rest.id()));
        }

        private void part(Change.Part part) {
            if (above == null) throw new RuleBroken(TOP_OF_THE_TREE_STAYS, subject.name());
            var union = new NewUnion(
                    part.name(), subject.category(), subject.tier(), null, null, order.day(), null, order.paper());
            var id = found(union, above);
            involved.add(subject);
            var chosen = Set.copyOf(part.below());
            for (var child : nodes.below(subject, order.day()))
                if (chosen.contains(child.publicId())) {
                    units.put(child.id(), child);
                    steps.add(new TreeStep.Place(child.id(), subject.id(), id));
                }
            var given = Set.copyOf(part.employers());
            var employers = nodes.covered(subject, order.day()).stream()
                    .filter(one -> given.contains(one.publicId()))
                    .map(Nodes.Employer::id)
                    .collect(Collectors.toList());
            if (!employers.isEmpty()) steps.add(new TreeStep.Cover(subject.id(), employers, id));
        }

        private void dissolve(@Nullable Node heir, @Nullable Node cover) {
            if (above == null) throw new RuleBroken(TOP_OF_THE_TREE_STAYS, subject.name());
            for (var one : new Node[] {heir, cover})
                if (one != null) {
                    know(one);
                    involved.add(one);
                }
            involved.add(subject);
            var below = nodes.below(subject, order.day());
            if (heir == null && !below.isEmpty())
                throw new RuleBroken(UNIONS_BELOW_FIND_ANOTHER_PLACE, subject.name(), below.size());
            for (var child : below) {
                units.putIfAbsent(child.id(), child);
                if (heir != null) steps.add(new TreeStep.Place(child.id(), subject.id(), heir.id()));
            }
            end(subject, cover, heir != null ? heir : cover != null ? cover : above);
        }

        private Plan plan() {
            var ends = steps.stream().filter(TreeStep.End.class::isInstance).toList();
            var ordered = new ArrayList<>(steps);
            ordered.removeAll(ends);
            ordered.addAll(ends);
            return new Plan(order, subject, above, List.copyOf(ordered), Map.copyOf(units), List.copyOf(involved));
        }
    }
}

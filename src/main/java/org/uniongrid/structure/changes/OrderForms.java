package org.uniongrid.structure.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitDirectory;

/** Puts together what the form of a change offers. */
@Component
class OrderForms {

    /** More employers than these cannot be given away one by one on a page. */
    static final int EMPLOYERS = 300;

    private final Nodes nodes;
    private final UnitDirectory directory;
    private final Clock clock;

    OrderForms(Nodes nodes, UnitDirectory directory, Clock clock) {
        this.nodes = nodes;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param words what was looked for, or empty
     * @param chosen what has been chosen already, so that it is offered again
     */
    OrderForm of(ChangeKind kind, UUID id, String words, List<UUID> chosen, Reach reach) {
        var unit = nodes.find(id, reach);
        var today = LocalDate.now(clock);
        var above = nodes.above(unit, today, reach);
        var giving = kind == ChangeKind.SPLIT || kind == ChangeKind.DISSOLVE;
        var below = giving ? nodes.below(unit, today) : List.<Below>of();
        var covered = giving ? nodes.covered(unit, today) : List.<Nodes.Employer>of();
        var choices = new LinkedHashMap<UUID, Node>();
        for (var one : nodes.seen(chosen, reach)) choices.put(one.publicId(), one);
        if (kind == ChangeKind.DISSOLVE && above.node() != null)
            choices.put(above.node().publicId(), above.node());
        for (var one : offered(unit, words, reach))
            if (may(kind, unit).test(one)) choices.putIfAbsent(one.publicId(), one);
        choices.remove(unit.publicId());
        if (kind == ChangeKind.MOVE && above.node() != null)
            choices.remove(above.node().publicId());
        return new OrderForm(
                kind,
                unit,
                above.name(),
                isChoosing(kind) ? List.copyOf(choices.values()) : List.of(),
                below,
                covered.stream().limit(EMPLOYERS).toList(),
                covered.size());
    }

    static boolean isChoosing(ChangeKind kind) {
        return kind == ChangeKind.MOVE || kind == ChangeKind.MERGE || kind == ChangeKind.DISSOLVE;
    }

    private List<Node> offered(Node unit, String words, Reach reach) {
        if (words.isBlank()) return nodes.nearby(unit, reach);
        var found = directory.withWords(words, reach).stream()
                .map(UnitDirectory.Found::publicId)
                .toList();
        return nodes.seen(found, reach);
    }

    private static Predicate<Node> may(ChangeKind kind, Node unit) {
        return switch (kind) {
            case MOVE ->
                parent -> !parent.scope().isWithin(unit.scope())
                        && Fitting.fits(unit.category(), unit.tier(), parent.category(), parent.tier());
            case MERGE -> other -> !unit.scope().isWithin(other.scope()) && other.category() == unit.category();
            case DISSOLVE -> other -> !other.scope().isWithin(unit.scope());
            case CREATE, RENAME, SPLIT, SUSPEND, RESUME -> _ -> false;
        };
    }
}

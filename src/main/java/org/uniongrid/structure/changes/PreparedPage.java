package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.ChangeDesk.PERMISSION;
import static org.uniongrid.structure.changes.StructureRule.WHO_CHANGES_A_UNIT_REACHES_THE_ONE_ABOVE;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Shown;
import org.uniongrid.matter.Shown.Fact;
import org.uniongrid.structure.changes.PreparedBook.Kept;
import org.uniongrid.web.Said;

/** An order that waits for consent, in sentences: to each reader what lies within their reach. */
@Component
class PreparedPage {

    static final String ADDRESS = "/structure/prepared/";
    private static final int SHOWN = 12;

    private final ChangeDesk desk;
    private final Changes changes;
    private final Nodes nodes;

    PreparedPage(ChangeDesk desk, Changes changes, Nodes nodes) {
        this.desk = desk;
        this.changes = changes;
        this.nodes = nodes;
    }

    /** Its effects are shown to whoever could order it alone: all of them or none. */
    Shown of(Matter matter, Kept kept, Actor reader) {
        var reach = reader.reach(PERMISSION);
        var ordered = ordered(kept.order(), matter.isAskedBy(reader) ? kept.named() : null, reach);
        if (kept.change() != null) return new Shown(List.of(), ordered, decided(kept.change(), reach));
        if (!matter.isOpen()) return new Shown(List.of(), ordered, null);
        try {
            return judged(matter, kept, ordered, desk.look(kept.order(), reach));
        } catch (NoSuchElementException outOfReach) {
            return new Shown(List.of(unseen(matter)), ordered, null);
        } catch (RuleBroken broken) {
            var note = broken.rule() == WHO_CHANGES_A_UNIT_REACHES_THE_ONE_ABOVE
                    ? unseen(matter)
                    : new Said(broken.rule().key(), broken.values());
            return new Shown(List.of(note), ordered, null);
        }
    }

    private static Said unseen(Matter matter) {
        return Said.of("structure.prepared.unseen", matter.askedName());
    }

    private Shown.@Nullable More decided(UUID change, Reach reach) {
        try {
            changes.find(change, reach);
            return new Shown.More("structure.prepared.change", "/structure/changes/" + change);
        } catch (NoSuchElementException outOfReach) {
            return null;
        }
    }

    private static Shown judged(Matter matter, Kept kept, List<Fact> ordered, ChangeDesk.Look now) {
        var judged = now.rehearsal();
        var notes = new ArrayList<Said>();
        var changed = judged.basis().differences(kept.basis());
        if (!changed.isEmpty()) notes.add(Said.of("structure.prepared.changed", Basis.said(changed)));
        judged.problems().forEach(problem -> notes.add(new Said(problem.rule().key(), problem.values())));
        var facts = new ArrayList<>(ordered);
        var effects = judged.effects();
        facts.add(new Fact("structure.prepared.will", now.lines()));
        facts.add(new Fact("structure.loses", people(effects.loses(), "structure.loses.none")));
        facts.add(new Fact("structure.gains", people(effects.gains(), "structure.gains.none")));
        if (!effects.ended().posts().isEmpty())
            facts.add(new Fact("structure.ends", posts(effects.ended().posts())));
        return new Shown(notes, facts, new Shown.More("structure.prepared.rehearse", ADDRESS + matter.publicId()));
    }

    private static List<Said> people(Effects.Sight sight, String none) {
        if (sight.people() == 0) return List.of(Said.of(none));
        var first = sight.first().stream()
                .map(one -> Said.of("structure.prepared.seer", one.name(), one.unit(), one.title()));
        return withRest(first, sight.people() - sight.first().size(), "structure.people.more");
    }

    private static List<Said> posts(List<Effects.Post> posts) {
        var first = posts.stream()
                .limit(SHOWN)
                .map(one -> one.holder() == null
                        ? Said.of("structure.prepared.vacant", one.unit(), one.title())
                        : Said.of("structure.prepared.seer", one.holder(), one.unit(), one.title()));
        return withRest(first, posts.size() - SHOWN, "structure.prepared.more");
    }

    private static List<Said> withRest(Stream<Said> first, long rest, String key) {
        return Stream.concat(first, rest > 0 ? Stream.of(Said.of(key, rest)) : Stream.<Said>of())
                .toList();
    }

    /** @param named the unit out of reach as it was typed, for those who know it */
    List<Fact> ordered(Order order, @Nullable String named, Reach reach) {
        var change = order.change();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("structure.column.kind", Said.of(change.kind().key())));
        facts.add(new Fact("structure.column.what", names(List.of(change.unit()), null, reach)));
        switch (change) {
            case Change.Create it ->
                facts.add(plain("structure.field.name", it.union().name()));
            case Change.Rename it -> facts.add(plain("structure.field.name", it.name()));
            case Change.Move it -> facts.add(new Fact("structure.to", names(List.of(it.parent()), named, reach)));
            case Change.Merge it -> facts.add(new Fact("structure.field.other", names(it.others(), null, reach)));
            case Change.Split it -> it.parts().forEach(part -> facts.add(plain("structure.field.name", part.name())));
            case Change.Suspend _, Change.Resume _ -> {}
            case Change.Dissolve it -> {
                if (it.heir() != null)
                    facts.add(new Fact("structure.field.heir", names(List.of(it.heir()), null, reach)));
                if (it.cover() != null)
                    facts.add(new Fact("structure.field.cover", names(List.of(it.cover()), null, reach)));
            }
        }
        facts.add(plain("structure.field.day", order.day().toString()));
        if (order.paper() != null) facts.add(plain("structure.field.paper", order.paper()));
        return facts;
    }

    private static Fact plain(String label, String text) {
        return Fact.of(label, Said.of("structure.prepared.plain", text));
    }

    private List<Said> names(List<UUID> units, @Nullable String named, Reach reach) {
        var seen = nodes.seen(units, reach).stream()
                .map(node -> Said.of("structure.prepared.plain", node.name()))
                .toList();
        if (seen.size() == units.size()) return seen;
        var rest = named == null ? Said.of("structure.prepared.elsewhere") : Said.of("structure.prepared.plain", named);
        return Stream.concat(seen.stream(), Stream.of(rest)).toList();
    }
}

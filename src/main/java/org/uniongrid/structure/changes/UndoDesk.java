package org.uniongrid.structure.changes;

import static org.uniongrid.structure.changes.StructureRule.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.DatedFacts;
import org.uniongrid.organisation.TreeWriter;

/** Where a change is taken back while nothing newer stands on it, exactly to what stood there before. */
@Component
class UndoDesk {

    private final Changes changes;
    private final Hanging hanging;
    private final TreeWriter writer;
    private final DatedFacts facts;
    private final ChangeDeeds deeds;
    private final Trial trial;

    UndoDesk(Changes changes, Hanging hanging, TreeWriter writer, DatedFacts facts, ChangeDeeds deeds, Trial trial) {
        this.changes = changes;
        this.hanging = hanging;
        this.writer = writer;
        this.facts = facts;
        this.deeds = deeds;
        this.trial = trial;
    }

    /** What stands against it; found by doing it and taking it back. */
    List<Problem> against(Decided change) {
        var found = standing(change);
        if (!found.isEmpty()) return found;
        var broken = new ArrayList<Problem>();
        trial.run(() -> {
            try {
                putBack(change);
            } catch (RuleBroken rule) {
                broken.add(new Problem(rule.rule(), rule.values()));
            }
        });
        return broken;
    }

    @Transactional
    void takeBack(Actor actor, UUID id, String reason) {
        writer.lock();
        var change = changes.find(id, actor.reach(ChangeDesk.PERMISSION));
        var found = standing(change);
        if (!found.isEmpty()) throw found.getFirst().broken();
        putBack(change);
        changes.takeBack(change, actor, reason);
        deeds.takenBack(actor, change, reason);
    }

    private List<Problem> standing(Decided change) {
        if (!change.stands()) return List.of(Problem.of(CHANGE_STILL_STANDS));
        var found = new ArrayList<Problem>();
        if (!changes.isLatest(change)) found.add(Problem.of(NOTHING_NEWER_STANDS_ON_IT));
        var trace = changes.trace(change);
        if (found.isEmpty() && !facts.changedSince(trace).isEmpty())
            found.add(Problem.of(WHAT_IT_WROTE_IS_AS_IT_WROTE_IT));
        for (var name : hanging.on(change, trace)) found.add(Problem.of(NOTHING_HANGS_ON_WHAT_IT_FOUNDED, name));
        return found;
    }

    private void putBack(Decided change) {
        try {
            facts.putBack(changes.trace(change));
            writer.prove();
        } catch (DataIntegrityViolationException refused) {
            throw new RuleBroken(FORMER_PARENT_STILL_STANDS);
        }
        hanging.twice(change).ifPresent(name -> {
            throw new RuleBroken(NAMES_UNDER_ONE_PARENT_DIFFER, name.name(), name.parent());
        });
    }
}

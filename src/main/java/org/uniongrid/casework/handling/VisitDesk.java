package org.uniongrid.casework.handling;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.HotlineCase;
import org.uniongrid.casework.Visit;
import org.uniongrid.casework.Visits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;

/** 回访: asks whether it is solved; then it is closed, or goes back to whoever handles it. */
@Component
class VisitDesk {

    private final OpenCases cases;
    private final Visits visits;
    private final Tasks tasks;
    private final MatterDesk matters;
    private final AuditTrail trail;

    VisitDesk(OpenCases cases, Visits visits, Tasks tasks, MatterDesk matters, AuditTrail trail) {
        this.cases = cases;
        this.visits = visits;
        this.tasks = tasks;
        this.matters = matters;
        this.trail = trail;
    }

    /** The step that waits for it. */
    Optional<Task> waiting(Matter matter) {
        return tasks.open(matter).stream()
                .filter(task -> task.step().equals(HotlineCase.VISIT))
                .findFirst();
    }

    /** What was said ends the step: solved, and the case is closed; unsolved, and it goes back. Nobody reached leaves it. */
    @Transactional
    public void visit(Actor actor, UUID id, Visit said, UUID key) {
        if (visits.isKnown(key)) return;
        var open = cases.lock(actor, id);
        var task = waiting(open.matter());
        CaseRule.CASE_IS_FOLLOWED_UP_NOW.require(task.isPresent());
        visits.add(actor, open.file(), said, key);
        trail.add(
                actor,
                Deed.of(
                        "casework.visit",
                        "casework.case",
                        open.matter().publicId(),
                        open.matter().label()));
        if (said.isReached()) act(actor, open.matter(), task.orElseThrow(), said, key);
    }

    private void act(Actor actor, Matter matter, Task task, Visit said, UUID key) {
        var words = said.words();
        var act = Objects.equals(said.solved(), true)
                ? Act.of(Action.ANSWER, task.publicId(), words, key)
                : Act.of(Action.RETURN, task.publicId(), words, key).to(Act.Aim.step(HotlineCase.HANDLE));
        matters.act(actor, matter.publicId(), act);
    }
}

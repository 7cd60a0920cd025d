package org.uniongrid.casework.own;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseFile;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Claimants;
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
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Settlement;
import org.uniongrid.matter.Tasks;

/** A worker's own cases: what is owed to them, and whether it is solved. */
@Component
class OwnCases {

    private static final Actor JOB = Actor.system("case-rated", Matters.READ);

    private final Matters matters;
    private final CaseFiles files;
    private final Claimants claimants;
    private final Visits visits;
    private final Tasks tasks;
    private final Settlement settlement;
    private final MatterDesk desk;
    private final AuditTrail trail;

    OwnCases(
            Matters matters,
            CaseFiles files,
            Claimants claimants,
            Visits visits,
            Tasks tasks,
            Settlement settlement,
            MatterDesk desk,
            AuditTrail trail) {
        this.matters = matters;
        this.files = files;
        this.claimants = claimants;
        this.visits = visits;
        this.tasks = tasks;
        this.settlement = settlement;
        this.desk = desk;
        this.trail = trail;
    }

    /** One of them. @param own their own claim; never that of anybody else */
    record Own(Matter matter, CaseFile file, Optional<Claimant> own, boolean waits, Optional<Visit> said) {}

    /** @throws NoSuchElementException where the worker has asked no such thing */
    Own find(Actor worker, UUID id) {
        var matter = matters.find(id, worker);
        if (!matter.kind().equals(HotlineCase.KEY) || !matter.isAskedBy(worker))
            throw new NoSuchElementException("No case " + id);
        var file = files.of(matter);
        var own = claimants.of(file).stream()
                .filter(one -> !one.isGone() && one.name().equals(matter.personName()))
                .findFirst();
        var waits = tasks.open(matter).stream().anyMatch(task -> task.step().equals(HotlineCase.VISIT));
        var said = visits.of(file).stream()
                .filter(visit -> visit.way() == Visit.Way.SELF)
                .findFirst();
        return new Own(matter, file, own, waits, said);
    }

    /** Solved, it is closed; unsolved, whoever follows it up reads so, and sends it back. */
    @Transactional
    public void rate(Actor worker, UUID id, Visit said, UUID key) {
        var one = find(worker, id);
        if (visits.isKnown(key)) return;
        CaseRule.CASE_IS_FOLLOWED_UP_NOW.require(one.waits());
        visits.add(worker, one.file(), said, key);
        trail.add(
                worker,
                Deed.of("casework.rate", "casework.case", id, one.matter().label()));
        if (Objects.equals(said.solved(), true)) settlement.answer(id, JOB);
        else desk.act(worker, id, Act.of(Action.COMMENT, null, said.words(), key));
    }
}

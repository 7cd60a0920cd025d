package org.uniongrid.casework.intake;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.Callers;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.HotlineCase;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Asker;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterRule;

/** Writes down what somebody asks, and puts it into the hands of the union of whoever writes. */
@Component
class IntakeDesk {

    private final Callers callers;
    private final MatterDesk matters;
    private final CaseFiles files;
    private final Claimants claimants;

    IntakeDesk(Callers callers, MatterDesk matters, CaseFiles files, Claimants claimants) {
        this.callers = callers;
        this.matters = matters;
        this.files = files;
        this.claimants = claimants;
    }

    /** @return public id of the matter; of the one this form has made before, where it is sent again */
    @Transactional
    public UUID write(Actor clerk, Entry entry, UUID key) {
        var post = clerk.chosen();
        if (post == null || post.unitId() == null) throw new RuleBroken(MatterRule.WRITTEN_DOWN_AT_OWN_UNIT);
        return file(
                clerk, callers.asker(entry.caller(), entry.phone()), Objects.requireNonNull(post.unitId()), entry, key);
    }

    /** A worker writes for themselves. */
    @Transactional
    public UUID ask(Actor worker, UUID unit, Entry entry, UUID key) {
        return file(worker, new Asker(worker.personId(), worker.name()), unit, entry, key);
    }

    private UUID file(Actor actor, Asker asker, UUID unit, Entry entry, UUID key) {
        var request = new MatterDesk.Request(HotlineCase.KEY, unit, entry.title(), entry.words(), null, key);
        return matters.file(actor, asker, request, matter -> {
            var id = files.add(matter, entry.file());
            claimants.addAll(id, entry.claims());
        });
    }
}

package org.uniongrid.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Asker;
import org.uniongrid.matter.MatterDesk;

/** Puts a case that was taken down into the hands of a union. */
@Component
public class Filing {

    private final MatterDesk matters;
    private final CaseFiles files;
    private final Claimants claimants;

    Filing(MatterDesk matters, CaseFiles files, Claimants claimants) {
        this.matters = matters;
        this.files = files;
        this.claimants = claimants;
    }

    /**
     * Audited as the submission of its matter.
     *
     * @param unit public id of the union that gets it
     * @return public id of the matter; of the one that this key has made before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("of a union that the desk has chosen: a clerk's own, or one within reach")
    public UUID file(Actor actor, Asker asker, UUID unit, Entry entry, UUID key) {
        var request = new MatterDesk.Request(HotlineCase.KEY, unit, entry.title(), entry.words(), null, key);
        return matters.file(
                actor, asker, request, matter -> claimants.addAll(files.add(matter, entry.file()), entry.claims()));
    }
}

package org.uniongrid.casework.intake;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.Callers;
import org.uniongrid.casework.Entry;
import org.uniongrid.casework.Filing;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Asker;
import org.uniongrid.matter.MatterRule;

/** Writes down what somebody asks, and puts it into the hands of the union of whoever writes. */
@Component
class IntakeDesk {

    private final Callers callers;
    private final Filing filing;

    IntakeDesk(Callers callers, Filing filing) {
        this.callers = callers;
        this.filing = filing;
    }

    /** @return public id of the matter; of the one this form has made before, where it is sent again */
    @Transactional
    public UUID write(Actor clerk, Entry entry, UUID key) {
        var post = clerk.chosen();
        if (post == null || post.unitId() == null) throw new RuleBroken(MatterRule.WRITTEN_DOWN_AT_OWN_UNIT);
        var asker = callers.asker(entry.caller(), entry.phone());
        return filing.file(clerk, asker, Objects.requireNonNull(post.unitId()), entry, key);
    }

    /** A worker writes for themselves. */
    @Transactional
    public UUID ask(Actor worker, UUID unit, Entry entry, UUID key) {
        return filing.file(worker, new Asker(worker.personId(), worker.name()), unit, entry, key);
    }
}

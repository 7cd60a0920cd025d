package org.uniongrid.organisation.duplicates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;

/** Where it is remembered that two entries are two employers. */
@Component
class PairDesk {

    private final JdbcClient db;
    private final PairList pairs;
    private final AuditTrail trail;
    private final Clock clock;

    PairDesk(JdbcClient db, PairList pairs, AuditTrail trail, Clock clock) {
        this.db = db;
        this.pairs = pairs;
        this.trail = trail;
        this.clock = clock;
    }

    /** Said again, it stays as it was said first. */
    @Transactional
    void setApart(Actor actor, UUID id) {
        var pair = pairs.find(id, actor.reach(MergeDesk.EDIT));
        var changed = db.sql(
                        "update organisation.employer_pair set apart_on = ? where public_id = ? and apart_on is null")
                .params(LocalDate.now(clock), id)
                .update();
        if (changed > 0) trail.add(actor, deed("organisation.employer.keep-apart", pair));
    }

    @Transactional
    void askAgain(Actor actor, UUID id) {
        var pair = pairs.find(id, actor.reach(MergeDesk.EDIT));
        var changed = db.sql(
                        "update organisation.employer_pair set apart_on = null where public_id = ? and apart_on is not null")
                .param(id)
                .update();
        if (changed > 0) trail.add(actor, deed("organisation.employer.ask-again", pair));
    }

    private static Deed deed(String action, PairList.Row pair) {
        return Deed.of(action, MergeDesk.SUBJECT, pair.one(), pair.oneName())
                .with("other-entry", null, pair.otherName());
    }
}

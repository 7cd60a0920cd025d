package org.uniongrid.membership.joining;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;

/** What members do with their own membership. */
@Component
class OwnDesk {

    private final Stays stays;
    private final ApplicationBook book;
    private final Consents consents;

    OwnDesk(Stays stays, ApplicationBook book, Consents consents) {
        this.stays = stays;
        this.book = book;
        this.consents = consents;
    }

    /** The one under way. */
    Optional<Application> application(Actor worker) {
        return book.openOf(worker.personId());
    }

    /** From today, and with it what was agreed to. Whoever joined of their own will leaves so; nobody may hold them (Trade Union Charter, article 6). */
    @Transactional
    public Stay leave(Actor worker, @Nullable String words) {
        var stay = stays.current(worker.personId()).orElseThrow(() -> new RuleBroken(MemberRule.STILL_A_MEMBER));
        stays.change(worker, stay, worker.name(), Change.LEFT, words);
        for (var purpose : Consents.Purpose.values()) consents.withdraw(worker, purpose);
        return stay;
    }
}

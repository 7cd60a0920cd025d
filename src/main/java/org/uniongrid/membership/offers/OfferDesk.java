package org.uniongrid.membership.offers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Offers;
import org.uniongrid.organisation.UnitDirectory;

/** Where offers are put up and taken down. */
@Component
class OfferDesk {

    static final String EDIT = "membership.door.edit";

    private final Offers offers;
    private final UnitDirectory units;

    OfferDesk(Offers offers, UnitDirectory units) {
        this.offers = offers;
        this.units = units;
    }

    @Transactional
    public void make(Actor actor, UUID unit, String title, String words, @Nullable LocalDate until) {
        offers.add(actor, units.find(unit, actor.reach(EDIT)).id(), title, words, until);
    }

    @Transactional
    public void end(Actor actor, UUID id) {
        offers.end(actor, offers.find(id, actor.reach(EDIT)));
    }
}

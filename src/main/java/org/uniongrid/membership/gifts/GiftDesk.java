package org.uniongrid.membership.gifts;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Gifts;
import org.uniongrid.organisation.UnitDirectory;

/** Declares gifts and ends them. */
@Component
class GiftDesk {

    static final String EDIT = "membership.door.edit";

    private final Gifts gifts;
    private final UnitDirectory units;

    GiftDesk(Gifts gifts, UnitDirectory units) {
        this.gifts = gifts;
        this.units = units;
    }

    @Transactional
    public void make(
            Actor actor, UUID unit, String name, String place, int stock, LocalDate joinedOn, LocalDate endsOn) {
        var union = units.find(unit, actor.reach(EDIT));
        gifts.add(actor, new Gifts.New(union.id(), name, place, stock, joinedOn, endsOn));
    }

    @Transactional
    public void end(Actor actor, UUID id) {
        gifts.end(actor, gifts.find(id, actor.reach(EDIT)));
    }
}

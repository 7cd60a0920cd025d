package org.uniongrid.structure.consent;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.structure.PreparedOrders;

/** Where consent is asked for: the matter and the order that it is about, or neither. */
@Component
class ConsentDesk {

    private final MatterDesk matters;
    private final PreparedOrders orders;

    ConsentDesk(MatterDesk matters, PreparedOrders orders) {
        this.matters = matters;
        this.orders = orders;
    }

    /** @return public id of the matter; of the one that this form has made already, where it is sent again */
    @Transactional
    public UUID ask(Actor actor, PreparedOrders.Prepared order, String title, String words, UUID key) {
        var request = new MatterDesk.Request(Restructuring.KEY, order.asked(), title, words, null, key);
        var matter = matters.submit(actor, request);
        orders.keep(matter, order);
        return matter;
    }
}

package org.uniongrid.membership.home;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Gifts;
import org.uniongrid.membership.Stays;
import org.uniongrid.web.HomePart;
import org.uniongrid.web.Part;

/** Gifts that wait for a new member. */
@Component
class GiftsOnHome implements HomePart {

    private final Stays stays;
    private final Gifts gifts;

    GiftsOnHome(Stays stays, Gifts gifts) {
        this.stays = stays;
        this.gifts = gifts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Part> of(Actor worker) {
        return stays.current(worker.personId())
                .map(gifts::waiting)
                .filter(waiting -> !waiting.isEmpty())
                .map(waiting -> new Part("membership/home/gifts", Map.of("gifts", waiting)));
    }
}

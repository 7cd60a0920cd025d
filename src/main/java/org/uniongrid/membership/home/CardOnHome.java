package org.uniongrid.membership.home;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Stays;
import org.uniongrid.web.HomePart;
import org.uniongrid.web.Part;

/** The card of a member, first on the home page. */
@Component
class CardOnHome implements HomePart {

    private final Stays stays;
    private final Cards cards;

    CardOnHome(Stays stays, Cards cards) {
        this.stays = stays;
        this.cards = cards;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Part> of(Actor worker) {
        return stays.current(worker.personId())
                .map(stay -> new Part(
                        "membership/home/card",
                        Map.of(
                                "name",
                                worker.name(),
                                "stay",
                                stay,
                                "number",
                                cards.number(worker.personId())
                                        .map(Cards::masked)
                                        .orElse(""))));
    }
}

package org.uniongrid.membership.joining;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Settlement;

/** Lets those go over whose former union has not objected in time. */
@Component
class GoingOver {

    private static final Logger LOG = LoggerFactory.getLogger(GoingOver.class);
    private static final Actor JOB = Actor.system("members-going-over", Matters.READ);
    private static final int AT_ONCE = 200;

    private final ApplicationBook book;
    private final Settlement settlement;

    GoingOver(ApplicationBook book, Settlement settlement) {
        this.book = book;
        this.settlement = settlement;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 300_000)
    void letGoThoseWhoseDaysAreOver() {
        for (var matter : book.due(AT_ONCE)) {
            try {
                settlement.answer(matter, JOB);
            } catch (RuntimeException e) {
                // one that fails holds up no other; it is tried again the next time
                LOG.warn("Matter {} could not be settled", matter, e);
            }
        }
    }
}

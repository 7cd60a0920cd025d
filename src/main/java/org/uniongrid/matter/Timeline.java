package org.uniongrid.matter;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** Where rooms of this module enter what they add to an open matter, while it stays in the same hands. */
@Component
public class Timeline {

    private final Matters matters;
    private final Tasks tasks;
    private final MatterBook book;
    private final EntryBook entries;
    private final Tidings tidings;

    Timeline(Matters matters, Tasks tasks, MatterBook book, EntryBook entries, Tidings tidings) {
        this.matters = matters;
        this.tasks = tasks;
        this.entries = entries;
        this.book = book;
        this.tidings = tidings;
    }

    /**
     * The matter, held to the end of the transaction; nothing where the form with this key was sent before.
     *
     * @throws RuleBroken where the matter has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Matter> begin(Actor actor, UUID id, UUID key) {
        var matter = matters.lock(id, actor);
        if (!book.isNew(key, matter.id(), actor)) return Optional.empty();
        if (!matter.isOpen()) throw new RuleBroken(MatterRule.MATTER_IS_STILL_OPEN, book.lastMover(matter));
        return Optional.of(matter);
    }

    /** @param inside whether it is not for whoever asked */
    public void enter(Actor actor, Matter matter, Action action, String words, boolean inside) {
        entries.enter(actor, matter.id(), null, action, words, inside, null);
    }

    /** Tells those who have the matter in hand and, unless it is inside, whoever asked. */
    public void tell(Actor actor, Matter matter, boolean inside) {
        tidings.news(actor, matter, inside, tasks.open(matter));
    }
}

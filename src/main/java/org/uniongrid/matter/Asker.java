package org.uniongrid.matter;

import org.uniongrid.foundation.Actor;

/**
 * Whoever asks for themselves, or in the name of a unit.
 *
 * @param personId internal id
 */
public record Asker(long personId, String name) {

    static Asker of(Actor actor) {
        return new Asker(actor.personId(), actor.name());
    }
}

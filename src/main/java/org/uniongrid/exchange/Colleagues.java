package org.uniongrid.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;

/** The port for people as their posts stand today. The module {@code organisation} knows them. */
public interface Colleagues {

    /** This person acting in this post; empty where they do not hold it today. */
    Optional<Actor> acting(long personId, UUID post);

    /** Persons with a post today that has this permission and reaches this unit with all below it; at most 50. */
    List<Long> permitted(String permission, Scope unit);
}

package org.uniongrid.web;

import java.util.Optional;
import org.uniongrid.foundation.Actor;

/** The port of the workers' home page: a module with something to show there, such as a card, declares a bean. */
public interface HomePart {

    /** Its place on the page, low first; the first one stands half in the red head. */
    int order();

    /** What this worker sees; empty where there is nothing for them. Nothing in it tells what a matter is about. */
    Optional<Part> of(Actor worker);
}

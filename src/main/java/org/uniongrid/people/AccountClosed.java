package org.uniongrid.people;

import org.uniongrid.foundation.Actor;

/**
 * A worker has closed what they have on the phone: whatever only serves that ends with it, in the same transaction.
 *
 * @param all whether their numbers and details go too, since no module {@linkplain OwnData#keeps keeps} them
 */
public record AccountClosed(Actor worker, boolean all) {}

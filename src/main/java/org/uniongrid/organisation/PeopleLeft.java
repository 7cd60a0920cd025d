package org.uniongrid.organisation;

import java.util.List;

/**
 * Today somebody has left a post in these units, or the units are no longer at work. Told in the transaction of the
 * change; what ends by itself on a later day is not told.
 *
 * @param units internal ids
 */
public record PeopleLeft(List<Long> units) {

    public PeopleLeft {
        units = List.copyOf(units);
    }
}

package org.uniongrid.people;

/** A sealed value was changed, stands in a place it was not sealed for, or its key is gone. Says where, never what. */
public final class SealBroken extends RuntimeException {

    public SealBroken(Place place, String why) {
        super("%s, row %s, %s: %s".formatted(place.table(), place.row(), place.column(), why));
    }
}

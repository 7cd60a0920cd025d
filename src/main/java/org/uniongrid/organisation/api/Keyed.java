package org.uniongrid.organisation.api;

/** A row of a list that can be gone on from. */
interface Keyed {

    Position position();
}

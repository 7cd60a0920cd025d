package org.uniongrid.organisation.api;

/** Where a list goes on: after the row of this key. */
record Position(String path, long id) {

    /** Before the first row. */
    static final Position START = new Position("", 0);
}

package org.uniongrid.matrix;

/** Where a record stands, seen from the unit that most of the players work in. */
enum Position {
    /** What belongs to the asker. */
    MINE,
    /** In the unit itself. */
    OWN,
    CHILD,
    SIBLING,
    PARENT,
    ELSEWHERE
}

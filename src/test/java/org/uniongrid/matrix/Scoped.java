package org.uniongrid.matrix;

/** By what a record may be seen. */
enum Scoped {
    /** By whoever reaches the unit it stands in. */
    UNIT,
    /** By the person it belongs to. */
    MINE,
    /** By posts of the whole cell. */
    CELL,
    /** By anybody the guard lets through. */
    ANY
}

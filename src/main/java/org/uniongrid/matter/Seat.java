package org.uniongrid.matter;

/** Which unit a step waits in. */
public enum Seat {
    /** The unit that asks. */
    ASKER,
    /** The unit that is asked. */
    ASKED,
    /** The unit right above the one that is asked; that one itself, where none is above it. */
    ABOVE;

    public String key() {
        return "matter.seat." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

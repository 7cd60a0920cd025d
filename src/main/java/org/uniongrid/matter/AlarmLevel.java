package org.uniongrid.matter;

import java.util.Locale;

/** How far the clock of a step has run. */
public enum AlarmLevel {
    NONE,
    /** Most of the time is used up. */
    AMBER,
    /** Late. */
    RED,
    /** So late that the unit above was told. */
    ESCALATED;

    /** Key of the message that says it. */
    public String key() {
        return "matter.alarm." + name().toLowerCase(Locale.ROOT);
    }
}

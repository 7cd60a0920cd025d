package org.uniongrid.structure.changes;

import java.util.Locale;

/** How far a change is. */
public enum ChangeState {
    PLANNED("calendar-time", "info"),
    DONE("circle-check", "ok"),
    UNDONE("arrow-back-up", "mute"),
    CANCELLED("circle-x", "mute");

    private final String icon;
    private final String badge;

    ChangeState(String icon, String badge) {
        this.icon = icon;
        this.badge = badge;
    }

    public String icon() {
        return icon;
    }

    public String badge() {
        return badge;
    }

    public String key() {
        return "structure.state." + name().toLowerCase(Locale.ROOT);
    }

    boolean stands() {
        return this == PLANNED || this == DONE;
    }

    /** What it becomes when it is taken back. */
    ChangeState takenBack() {
        return this == PLANNED ? CANCELLED : UNDONE;
    }
}

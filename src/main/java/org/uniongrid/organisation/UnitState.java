package org.uniongrid.organisation;

import java.util.Locale;

/** Whether a union is at work today. */
public enum UnitState {
    PREPARING("info", "clock"),
    ACTIVE("ok", "circle-check"),
    SUSPENDED("warn", "player-pause"),
    DISSOLVED("mute", "archive");

    private final String kind;
    private final String icon;

    UnitState(String kind, String icon) {
        this.kind = kind;
        this.icon = icon;
    }

    /** Kind of its badge. */
    public String kind() {
        return kind;
    }

    public String icon() {
        return icon;
    }

    /** Name of its message. */
    public String key() {
        return "unit.state." + name().toLowerCase(Locale.ROOT);
    }
}

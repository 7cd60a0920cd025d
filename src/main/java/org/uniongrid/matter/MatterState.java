package org.uniongrid.matter;

import java.util.Locale;

/** Where a matter stands; a closed one with how it ended. */
public enum MatterState {
    OPEN("info", "circle-dashed"),
    /** Whoever asked may still say that it is not solved. */
    ANSWERED("ok", "circle-check"),
    /** It was answered, and stays so. */
    CLOSED("ok", "archive"),
    REFUSED("bad", "circle-x"),
    WITHDRAWN("mute", "arrow-back-up");

    private final String badge;
    private final String icon;

    MatterState(String badge, String icon) {
        this.badge = badge;
        this.icon = icon;
    }

    public String badge() {
        return badge;
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return "matter.state." + name().toLowerCase(Locale.ROOT);
    }
}

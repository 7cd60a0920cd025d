package org.uniongrid.access.tokens;

import java.util.Locale;

/** Where a token stands. */
public enum TokenState {
    IN_FORCE("ok", "circle-check"),
    ENDING("warn", "clock"),
    ENDED("mute", "clock"),
    REVOKED("bad", "circle-x");

    private final String badge;
    private final String icon;

    TokenState(String badge, String icon) {
        this.badge = badge;
        this.icon = icon;
    }

    public String badge() {
        return badge;
    }

    public String icon() {
        return icon;
    }

    /** Name of its message. */
    public String key() {
        return "token.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.uniongrid.membership;

import java.util.Locale;

/** Where a member stands with the roll above us 上报. */
public enum Standing {
    NONE("mute", "minus"),
    /** Taken out to be reported. */
    EXPORTED("info", "file-export"),
    REPORTED("ok", "circle-check"),
    /** Something of them has changed since. */
    CHANGED("warn", "refresh"),
    /** The roll above did not take them. */
    REFUSED("bad", "corner-up-left");

    private final String tone;
    private final String icon;

    Standing(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The condition on {@code s} as its index has it, so that the planner finds it. */
    public String sql() {
        return switch (this) {
            case NONE -> "s.standing = 'NONE' and s.until is null";
            case REPORTED -> "s.standing = 'REPORTED'";
            case EXPORTED, CHANGED, REFUSED ->
                "s.standing = '" + name() + "' and s.standing in ('EXPORTED', 'CHANGED', 'REFUSED')";
        };
    }

    public String key() {
        return "reporting.standing." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }
}

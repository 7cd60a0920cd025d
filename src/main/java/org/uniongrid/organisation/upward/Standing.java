package org.uniongrid.organisation.upward;

import java.util.Locale;

/** Where a union stands with the register above. */
public enum Standing {
    /** Never exported. */
    NONE,
    /** In a file that was taken out and is not known to be handed in. */
    EXPORTED,
    /** Handed in as it is now. */
    REPORTED,
    /** Handed in, and something of its row is different now. */
    CHANGED,
    /** Sent back, and still as it was then. */
    REJECTED;

    public String key() {
        return "upward.standing." + name().toLowerCase(Locale.ROOT);
    }

    /** Look of its badge. */
    public String kind() {
        return switch (this) {
            case NONE -> "mute";
            case EXPORTED -> "info";
            case REPORTED -> "ok";
            case CHANGED -> "warn";
            case REJECTED -> "bad";
        };
    }

    public String icon() {
        return switch (this) {
            case NONE -> "circle-dashed";
            case EXPORTED -> "file-download";
            case REPORTED -> "circle-check";
            case CHANGED -> "refresh";
            case REJECTED -> "arrow-back-up";
        };
    }
}

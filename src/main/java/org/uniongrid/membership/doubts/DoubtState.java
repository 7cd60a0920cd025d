package org.uniongrid.membership.doubts;

import java.util.Locale;

/** How far a doubt has come. */
public enum DoubtState {
    OPEN("warn", "alert-circle"),
    EXPLAINED("info", "message"),
    SENT_BACK("warn", "corner-up-left"),
    ACCEPTED("ok", "circle-check"),
    MENDED("ok", "circle-check");

    private final String tone;
    private final String icon;

    DoubtState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public String key() {
        return "doubt.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }
}

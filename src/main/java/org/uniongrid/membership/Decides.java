package org.uniongrid.membership;

import java.util.Locale;

/** Who decides about those who scan a union's code. */
public enum Decides {
    /** 免审核: whoever proves a phone is a member at once. */
    NOBODY,
    /** 本工会审核: its chair, or whoever handles matters there. */
    UNION,
    /** 上级工会审核 */
    ABOVE;

    public String key() {
        return "door.decides." + name().toLowerCase(Locale.ROOT);
    }
}

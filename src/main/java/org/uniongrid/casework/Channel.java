package org.uniongrid.casework;

import java.util.List;

/** Which way a case came. */
public enum Channel {
    /** 12351 */
    HOTLINE,
    /** 窗口 */
    COUNTER,
    /** The worker's own phone. */
    PHONE,
    /** From the hotline of the government, 12345, or another union's system. */
    TRANSFER,
    MAIL;

    /** Those that an operator writes down. */
    public static final List<Channel> WRITTEN_DOWN = List.of(HOTLINE, COUNTER, MAIL, TRANSFER);

    public String key() {
        return "case.channel." + name().toLowerCase(java.util.Locale.ROOT);
    }
}

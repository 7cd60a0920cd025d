package org.uniongrid.notice.delivery;

import java.util.Locale;

/** What became of a delivery. In doubt is one that may have been sent: it is not sent again by itself. */
public enum State {
    WAITING,
    SENDING,
    SENT,
    FAILED,
    IN_DOUBT,
    DROPPED;

    public String key() {
        return "deliveries.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.uniongrid.notice;

/** A way out of the house to somebody. */
public enum Channel {
    EMAIL,
    SMS,
    WECHAT;

    /** The end of its message keys. */
    public String key() {
        return switch (this) {
            case EMAIL -> "email";
            case SMS -> "sms";
            case WECHAT -> "wechat";
        };
    }

    /** Whether a second copy does no harm, since the reader's side knows it by its id. */
    public boolean mayRepeat() {
        return this == EMAIL;
    }
}

package org.uniongrid.membership;

import java.util.Locale;

/** How somebody stands to a union. */
public enum MemberState {
    /** 在册 */
    MEMBER("ok", "circle-check"),
    /** 保留会籍: the employer closed, and a union above keeps the membership (Trade Union Law, article 13). */
    KEPT("info", "archive"),
    /** 退休: keeps the membership without dues or a vote. */
    RETIRED("mut", "beach"),
    /** 暂停 */
    SUSPENDED("warn", "clock-pause"),
    /** 已离会 */
    LEFT("mut", "logout");

    private final String tone;
    private final String icon;

    MemberState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** Of the badge that shows it. */
    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return "member.state." + name().toLowerCase(Locale.ROOT);
    }
}

package org.uniongrid.membership;

import java.util.Locale;

/** What becomes of a stay. */
public enum Change {
    BEGAN(null),
    /** 转入: from another union. */
    CAME(null),
    /** 转出: to another union. */
    WENT(MemberState.LEFT),
    /** 退会 */
    LEFT(MemberState.LEFT),
    RETIRED(MemberState.RETIRED),
    SUSPENDED(MemberState.SUSPENDED),
    /** 恢复 */
    RESUMED(MemberState.MEMBER),
    KEPT(MemberState.KEPT),
    /** To the union that took over the one they were in. */
    MOVED(null);

    private final @org.jspecify.annotations.Nullable MemberState to;

    Change(@org.jspecify.annotations.Nullable MemberState to) {
        this.to = to;
    }

    /** In which state it leaves the stay; null where it stays as it is. */
    public @org.jspecify.annotations.Nullable MemberState to() {
        return to;
    }

    /** Whether a member of this state can be changed so. */
    public boolean follows(MemberState from) {
        return switch (this) {
            case BEGAN, CAME, MOVED -> false;
            case WENT, LEFT -> from != MemberState.LEFT;
            case RETIRED -> from == MemberState.MEMBER || from == MemberState.KEPT;
            case SUSPENDED -> from == MemberState.MEMBER;
            case RESUMED -> from != MemberState.MEMBER && from != MemberState.LEFT;
            case KEPT -> from == MemberState.MEMBER || from == MemberState.SUSPENDED;
        };
    }

    public String key() {
        return "member.change." + name().toLowerCase(Locale.ROOT);
    }
}

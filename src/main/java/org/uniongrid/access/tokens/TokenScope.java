package org.uniongrid.access.tokens;

import java.util.Arrays;
import java.util.List;

/** What a token may let through: to read, to check cards, and to hand in who joins and what was asked elsewhere. The same list stands in the table. */
public enum TokenScope {
    UNITS("organisation.unit.read"),
    EMPLOYERS("organisation.employer.read"),
    /** Names of those who hold posts in full; without it they are masked. */
    HOLDERS("organisation.post.read"),
    /** Names of members in full, without phones and numbers. */
    MEMBERS("membership.member.read"),
    CARDS("membership.card.check"),
    /** By a code of a union within reach, after the worker has proven the phone. */
    JOINING("membership.join.enter"),
    /** Orders of another hotline, and their answers. */
    ORDERS("casework.case.enter");

    private final String permission;

    TokenScope(String permission) {
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }

    /** Name of its message; with {@code .hint} behind it, of what it lets through. */
    public String key() {
        return "token.scope." + permission;
    }

    static boolean areKnown(List<String> permissions) {
        return Arrays.stream(values()).map(TokenScope::permission).toList().containsAll(permissions);
    }
}

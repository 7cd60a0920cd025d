package org.uniongrid.access;

import static org.uniongrid.access.AccessRule.PASSWORD_HAS_THREE_KINDS;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_COMMON;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_THE_LOGIN;
import static org.uniongrid.access.AccessRule.PASSWORD_IS_NOT_THE_NAME;
import static org.uniongrid.access.AccessRule.PASSWORD_LENGTH;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cell asks of passwords: what inspectors of 等保 level 3 ask, or what ASVS 5.0 advises. */
public enum PasswordProfile {
    DENGBAO(3, 5, Duration.ofDays(90), Duration.ofMinutes(30)),
    ASVS(1, 1, null, Duration.ofHours(1));

    static final int SHORTEST = 10;
    static final int MOST_KEPT = 5;

    private final int kinds;
    private final int notAgain;
    private final @Nullable Duration age;
    private final Duration idle;

    PasswordProfile(int kinds, int notAgain, @Nullable Duration age, Duration idle) {
        this.kinds = kinds;
        this.notAgain = notAgain;
        this.age = age;
        this.idle = idle;
    }

    /** How many passwords, today's among them, may not be taken again. */
    int notAgain() {
        return notAgain;
    }

    /** How old a password may grow; null where it need not be changed without cause. */
    @Nullable
    Duration age() {
        return age;
    }

    /** How long a session may lie unused. */
    Duration idle() {
        return idle;
    }

    /** Whatever can be said of a password without knowing those before it. */
    void check(String password, String login, String name) {
        var small = password.toLowerCase(Locale.ROOT);
        PASSWORD_LENGTH.require(password.length() >= SHORTEST && password.length() <= Passwords.LONGEST);
        PASSWORD_IS_NOT_THE_LOGIN.require(!small.contains(login.toLowerCase(Locale.ROOT)));
        PASSWORD_IS_NOT_THE_NAME.require(name.length() < 2 || !small.contains(name.toLowerCase(Locale.ROOT)));
        PASSWORD_IS_NOT_COMMON.require(!CommonPasswords.hold(small));
        PASSWORD_HAS_THREE_KINDS.require(kindsIn(password) >= kinds);
    }

    /** Capitals, small letters, digits, and everything else. */
    private static int kindsIn(String password) {
        return (int) password.chars().map(PasswordProfile::kind).distinct().count();
    }

    private static int kind(int character) {
        if (character >= 'A' && character <= 'Z') return 0;
        if (character >= 'a' && character <= 'z') return 1;
        return character >= '0' && character <= '9' ? 2 : 3;
    }
}

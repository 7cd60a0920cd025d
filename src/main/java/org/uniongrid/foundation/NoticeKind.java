package org.uniongrid.foundation;

import java.time.Duration;
import java.util.Set;

/**
 * A kind of notice, declared as a bean by the module that tells of it. Its messages are {@code notice.<key>.title} and
 * {@code notice.<key>.text}, and {@code notice.<key>.sms} where an SMS says more than that there is news. A word stands
 * in them as {@code [name]}; in the title, which phones show, there is none.
 *
 * @param key such as {@code access.invited}
 * @param urgent goes at once on every wire, in quiet hours too, whatever the person chose
 * @param onPhone names of the secrets that its SMS carries, such as a code
 * @param secretsLive how long its secrets are kept for wires that do not get through
 */
public record NoticeKind(String key, boolean urgent, Set<String> onPhone, Duration secretsLive) {

    public NoticeKind {
        if (!key.matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+")) throw new IllegalArgumentException(key);
        onPhone = Set.copyOf(onPhone);
    }

    public static NoticeKind of(String key) {
        return new NoticeKind(key, false, Set.of(), Duration.ofDays(1));
    }

    /** For what cannot wait: codes, and news about somebody's account. */
    public static NoticeKind urgent(String key) {
        return new NoticeKind(key, true, Set.of(), Duration.ofDays(1));
    }

    public NoticeKind onPhone(String... names) {
        return new NoticeKind(key, urgent, Set.of(names), secretsLive);
    }

    public NoticeKind secretsLive(Duration life) {
        return new NoticeKind(key, urgent, onPhone, life);
    }
}

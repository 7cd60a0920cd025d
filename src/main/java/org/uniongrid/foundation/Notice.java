package org.uniongrid.foundation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person, or whoever has one address.
 *
 * @param key names this notice for good, so that a retry never doubles it, such as {@code access.invited:<id>}
 * @param kind which template; {@code notice.<kind>.title} and {@code notice.<kind>.text} are its messages
 * @param personId who is told, or null where only an address is known; then no inbox shows it
 * @param words what the template fills in by name; no personal data
 * @param secrets what the template fills in that nobody else may read, such as a one-time link; kept sealed until sent
 * @param href page of UnionGrid where it goes on, or null
 */
public record Notice(
        String key,
        String kind,
        @Nullable Long personId,
        Map<String, String> words,
        Map<String, String> secrets,
        @Nullable String href) {

    /** Channels that a notice may be sent to elsewhere. */
    public static final String EMAIL = "email";

    public static final String SMS = "sms";

    public Notice {
        words = Map.copyOf(words);
        secrets = Map.copyOf(secrets);
    }

    public static Notice of(String key, String kind, long personId) {
        return new Notice(key, kind, personId, Map.of(), Map.of(), null);
    }

    /** To an address of which nobody may be known yet. Its kind must be urgent: no wish to be left alone is known either. */
    public static Notice toAddress(String key, String kind, String channel, String address) {
        return new Notice(key, kind, null, Map.of(), Map.of(), null).to(channel, address);
    }

    public Notice with(String name, String word) {
        return new Notice(key, kind, personId, and(words, name, word), secrets, href);
    }

    public Notice withSecret(String name, String word) {
        return new Notice(key, kind, personId, words, and(secrets, name, word), href);
    }

    /** On this channel to this address in place of the person's own, such as one that they have just given up. */
    public Notice to(String channel, String address) {
        return withSecret(addressOf(channel), address);
    }

    /** Under which name among the secrets an address for a channel stands. */
    public static String addressOf(String channel) {
        return "to-" + channel;
    }

    public Notice at(String address) {
        return new Notice(key, kind, personId, words, secrets, address);
    }

    private static Map<String, String> and(Map<String, String> some, String name, String word) {
        var more = new HashMap<>(some);
        more.put(name, word);
        return more;
    }
}

package org.uniongrid.access;

/**
 * A kind of event, declared as a bean by the module that tells of it. {@code webhook.kind.<key>} is its name in the
 * messages.
 *
 * @param key such as {@code membership.joined}
 */
public record HookKind(String key) {

    public HookKind {
        if (!key.matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+")) throw new IllegalArgumentException(key);
    }

    public String message() {
        return "webhook.kind." + key;
    }
}

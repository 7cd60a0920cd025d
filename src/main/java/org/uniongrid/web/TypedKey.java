package org.uniongrid.web;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The key of a form, which makes what is sent twice one deed. Written without signs between its digits. */
public final class TypedKey {

    private static final String BARE = "^(.{8})(.{4})(.{4})(.{4})(.{12})$";

    private TypedKey() {}

    public static String fresh() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** @throws NoSuchElementException where no form has such a key */
    public static UUID of(String text) {
        return uuid(text.replaceFirst(BARE, "$1-$2-$3-$4-$5")).orElseThrow();
    }

    /** Empty where the text is none. */
    public static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}

package org.uniongrid.web;

import org.jspecify.annotations.Nullable;

/**
 * A named value of a record.
 *
 * @param value the words, or null where nothing is known
 * @param href where the value leads, or null
 * @param copied whether readers want to take the value along, such as a code
 */
public record Fact(
        String label, @Nullable String value, @Nullable String href, boolean copied) {

    public Fact(String label, @Nullable String value) {
        this(label, value, null);
    }

    public Fact(String label, @Nullable String value, @Nullable String href) {
        this(label, value, href, false);
    }

    /** A code, with a button that copies it. */
    public static Fact code(String label, @Nullable String value) {
        return new Fact(label, value, null, true);
    }

    public boolean isKnown() {
        return value != null && !value.isEmpty();
    }
}

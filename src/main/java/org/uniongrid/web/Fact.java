package org.uniongrid.web;

import org.jspecify.annotations.Nullable;

/**
 * A named value of a record.
 *
 * @param value the words, or null where nothing is known
 * @param href where the value leads, or null
 */
public record Fact(
        String label, @Nullable String value, @Nullable String href) {

    public Fact(String label, @Nullable String value) {
        this(label, value, null);
    }
}

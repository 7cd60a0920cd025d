package org.uniongrid.web;

import org.jspecify.annotations.Nullable;

/** One of several views of the same thing, each at its own address. */
public record Tab(
        String label,
        String href,
        boolean current,
        @Nullable String count) {

    public Tab(String label, String href, boolean current) {
        this(label, href, current, null);
    }
}

package org.uniongrid.web;

import org.jspecify.annotations.Nullable;

/** A step on the way to this page. The last one is the page itself and leads nowhere. */
public record Crumb(String label, @Nullable String href) {

    public Crumb(String label) {
        this(label, null);
    }
}

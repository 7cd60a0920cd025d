package org.uniongrid.bench;

import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;

/** A union of the city, before anything else is known of it. */
record Federation(
        long id,
        @Nullable Federation parent,
        Category category,
        @Nullable String tier,
        String name,
        @Nullable String division,
        String scope) {

    static String segment(long id) {
        return "%06x/".formatted(id);
    }

    Federation below(long child, Category kind, @Nullable String childTier, String called, @Nullable String seat) {
        return new Federation(child, this, kind, childTier, called, seat, scope + segment(child));
    }

    /** The nearest division that it or a union above it has its seat in. */
    String seat() {
        if (division != null) return division;
        return parent == null ? "" : parent.seat();
    }
}

package org.uniongrid.organisation.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;

/** What the list of unions is narrowed to. */
public record UnitFilter(
        @Nullable String q,
        @Nullable Category category,
        @Nullable Term term) {

    /** Where a committee stands in its term. */
    public enum Term {
        RUNNING,
        ENDING,
        OVERDUE
    }

    public UnitFilter {
        q = Optional.ofNullable(q)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    public boolean isNarrow() {
        return q != null || category != null || term != null;
    }
}

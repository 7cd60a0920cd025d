package org.uniongrid.organisation.register;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Ownership;

/** What the list of employers is narrowed to. Nothing where a part was not given or not understood. */
public record EmployerFilter(
        @Nullable String q,
        @Nullable Standing standing,
        @Nullable Size size,
        @Nullable Ownership ownership) {

    /** Where an employer stands with its union. */
    public enum Standing {
        COVERED,
        NONE,
        OVERDUE
    }

    /** Head count, from and below. */
    public enum Size {
        UNDER_25(0, 25),
        FROM_25(25, 200),
        FROM_200(200, 1000),
        FROM_1000(1000, Integer.MAX_VALUE);

        final int from;
        final int below;

        Size(int from, int below) {
            this.from = from;
            this.below = below;
        }
    }

    public EmployerFilter {
        q = Optional.ofNullable(q)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    boolean isNarrow() {
        return q != null || standing != null || size != null || ownership != null;
    }
}

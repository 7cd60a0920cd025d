package org.uniongrid.organisation.register;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** From the values of an address; what is not understood is left out. */
    static EmployerFilter of(Map<String, String> values) {
        return new EmployerFilter(
                values.get("q"),
                one(Standing.values(), values.get("standing")),
                one(Size.values(), values.get("size")),
                one(Ownership.values(), values.get("ownership")));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** As an address has it, without what was not given. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        if (q != null) values.put("q", q);
        if (standing != null) values.put("standing", standing.name());
        if (size != null) values.put("size", size.name());
        if (ownership != null) values.put("ownership", ownership.name());
        return values;
    }

    public boolean isNarrow() {
        return q != null || standing != null || size != null || ownership != null;
    }
}

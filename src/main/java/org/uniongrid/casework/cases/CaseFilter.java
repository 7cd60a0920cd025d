package org.uniongrid.casework.cases;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.matter.MatterState;
import org.uniongrid.web.TypedKey;

/**
 * Which cases are asked for.
 *
 * @param kind public id of a kind; those below it are meant too
 * @param unit public id of the union that has it
 * @param asked those only that a union within reach has itself, not only a part of
 * @param month in which it was filed
 * @param q words of the title and of what was said, or a number such as {@code 2026-17}
 * @param late those only that are over their time now
 */
public record CaseFilter(
        @Nullable UUID kind,
        @Nullable MatterState state,
        @Nullable UUID unit,
        boolean asked,
        @Nullable YearMonth month,
        String q,
        boolean late,
        boolean urgent) {

    /** By the names of its fields, as an address or the form of an export has them. */
    static CaseFilter of(UnaryOperator<String> typed) {
        var state = Arrays.stream(MatterState.values())
                .filter(one -> one.name().equals(typed.apply("state")))
                .findFirst();
        return new CaseFilter(
                TypedKey.uuid(typed.apply("of")).orElse(null),
                state.orElse(null),
                TypedKey.uuid(typed.apply("unit")).orElse(null),
                typed.apply("asked").equals("true"),
                month(typed.apply("month")),
                typed.apply("q").strip(),
                typed.apply("late").equals("true"),
                typed.apply("urgent").equals("true"));
    }

    private static @Nullable YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }

    boolean isNumber() {
        return q.matches("[0-9]{4}-[0-9]{1,9}");
    }

    String query() {
        return isNumber() ? "" : Bigrams.query(q);
    }

    public boolean isNarrow() {
        return kind != null
                || state != null
                || unit != null
                || asked
                || month != null
                || !q.isEmpty()
                || late
                || urgent;
    }

    /** As the form sends it. */
    public Map<String, String> values() {
        var values = new TreeMap<String, String>();
        if (kind != null) values.put("of", kind.toString());
        if (state != null) values.put("state", state.name());
        if (unit != null) values.put("unit", unit.toString());
        if (asked) values.put("asked", "true");
        if (month != null) values.put("month", month.toString());
        if (!q.isEmpty()) values.put("q", q);
        if (late) values.put("late", "true");
        if (urgent) values.put("urgent", "true");
        return values;
    }
}

package org.uniongrid.organisation.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.UnitState;

/**
 * What the list of unions is narrowed to. Nothing where a part was not given or not understood.
 *
 * @param q name, code, initials or the name of the chair
 * @param line public id of a line that the union stands in
 */
public record UnitFilter(
        @Nullable String q,
        @Nullable Category category,
        @Nullable Term term,
        @Nullable UnitState state,
        @Nullable IndustrySection industry,
        @Nullable Ownership ownership,
        EmployerFilter.@Nullable Size size,
        @Nullable UUID line) {

    /** Every union. */
    static final UnitFilter NONE = of(Map.of());

    /** Where a committee stands in its term. */
    public enum Term {
        RUNNING,
        ENDING,
        OVERDUE
    }

    static UnitFilter of(Map<String, String> values) {
        return new UnitFilter(
                Choice.text(values, "q"),
                Choice.of(Category.values(), values, "category"),
                Choice.of(Term.values(), values, "term"),
                Choice.of(UnitState.values(), values, "state"),
                Choice.of(IndustrySection.values(), values, "industry"),
                Choice.of(Ownership.values(), values, "ownership"),
                Choice.of(EmployerFilter.Size.values(), values, "size"),
                Choice.id(values, "line"));
    }

    /** As an address has it, without what was not given. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        Choice.put(values, "q", q);
        Choice.put(values, "category", category);
        Choice.put(values, "term", term);
        Choice.put(values, "state", state);
        Choice.put(values, "industry", industry);
        Choice.put(values, "ownership", ownership);
        Choice.put(values, "size", size);
        Choice.put(values, "line", line);
        return values;
    }

    public boolean isNarrow() {
        return !values().isEmpty();
    }
}

package org.uniongrid.organisation.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
import org.uniongrid.organisation.SizeClass;

/**
 * What the list of employers is narrowed to. Nothing where a part was not given or not understood.
 *
 * @param insured class of size by insured persons, {@code size} by staff
 * @param origin letters of a country or region
 * @param line public id of a line that the union stands in
 * @param chain public id of a chain that the employer stands in
 */
public record EmployerFilter(
        @Nullable String q,
        @Nullable Standing standing,
        @Nullable Size size,
        @Nullable Ownership ownership,
        @Nullable EmployerState state,
        @Nullable IndustrySection industry,
        @Nullable SizeClass insured,
        UnitFilter.@Nullable Term term,
        @Nullable PartyOrganisation party,
        @Nullable String origin,
        @Nullable UUID line,
        @Nullable UUID chain) {

    /** Every employer. */
    static final EmployerFilter NONE = of(Map.of());

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

        boolean holds(int staff) {
            return from <= staff && staff < below;
        }
    }

    static EmployerFilter of(Map<String, String> values) {
        return new EmployerFilter(
                Choice.text(values, "q"),
                Choice.of(Standing.values(), values, "standing"),
                Choice.of(Size.values(), values, "size"),
                Choice.of(Ownership.values(), values, "ownership"),
                Choice.of(EmployerState.values(), values, "state"),
                Choice.of(IndustrySection.values(), values, "industry"),
                Choice.of(SizeClass.values(), values, "insured"),
                Choice.of(UnitFilter.Term.values(), values, "term"),
                Choice.of(PartyOrganisation.values(), values, "party"),
                Optional.ofNullable(Choice.text(values, "origin"))
                        .flatMap(Origin::of)
                        .map(Origin::code)
                        .orElse(null),
                Choice.id(values, "line"),
                Choice.id(values, "chain"));
    }

    /** As an address has it, without what was not given. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        Choice.put(values, "q", q);
        Choice.put(values, "standing", standing);
        Choice.put(values, "size", size);
        Choice.put(values, "industry", industry);
        Choice.put(values, "state", state);
        Choice.put(values, "ownership", ownership);
        Choice.put(values, "insured", insured);
        Choice.put(values, "term", term);
        Choice.put(values, "party", party);
        Choice.put(values, "origin", origin);
        Choice.put(values, "line", line);
        Choice.put(values, "chain", chain);
        return values;
    }

    public boolean isNarrow() {
        return !values().isEmpty();
    }
}

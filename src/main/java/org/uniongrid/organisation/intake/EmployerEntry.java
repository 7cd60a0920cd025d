package org.uniongrid.organisation.intake;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.organisation.Ownership;

/** What one row of a list says of an employer, read. The credit code is null where the row has a problem with it. */
record EmployerEntry(ImportRow row, @Nullable String uscc, Facts facts) {

    /** The register entry besides the credit code. Counts are persons, coordinates degrees to six decimals. */
    record Facts(
            String name,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable String division,
            @Nullable String address,
            @Nullable BigDecimal lng,
            @Nullable BigDecimal lat) {

        /** These, and what is known already where the list has no such column. */
        Facts over(Facts known, Predicate<String> has) {
            var isPlaced = has.test("lng") && has.test("lat");
            return new Facts(
                    name,
                    has.test("ownership") ? ownership : known.ownership,
                    has.test("industry") ? industry : known.industry,
                    has.test("staff") ? staff : known.staff,
                    has.test("women") ? women : known.women,
                    has.test("division") ? division : known.division,
                    has.test("address") ? address : known.address,
                    isPlaced ? lng : known.lng,
                    isPlaced ? lat : known.lat);
        }
    }

    EmployerEntry over(Facts known, Predicate<String> has) {
        return new EmployerEntry(row, uscc, facts.over(known, has));
    }

    static EmployerEntry read(Cells cells) {
        if (!cells.has("employer-name")) cells.problem("employer-name", "import.problem.needs-employer");
        if (!cells.has("uscc")) cells.problem("uscc", "import.problem.needs-employer");
        return new EmployerEntry(cells.row(), cells.creditCode("uscc"), facts(cells));
    }

    private static Facts facts(Cells cells) {
        var staff = cells.count("staff");
        var women = cells.count("women");
        var lng = cells.degrees("lng", 180);
        var lat = cells.degrees("lat", 90);
        return new Facts(
                cells.text("employer-name"),
                cells.oneOf("ownership", text -> Ownership.of(text).map(Ownership::code), "110–700"),
                cells.oneOf("industry", EmployerEntry::industry, "A01–T9600"),
                staff,
                women,
                cells.division("division"),
                cells.textOrNull("address"),
                lat == null ? null : lng,
                lng == null ? null : lat);
    }

    private static Optional<String> industry(String text) {
        return text.matches("[A-T][0-9]{2,4}") ? Optional.of(text) : Optional.empty();
    }
}

package org.uniongrid.organisation.intake;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.organisation.Ownership;

/** What one row of a list says of an employer, read and found sound in itself. */
record EmployerEntry(
        ImportRow row,
        String name,
        @Nullable String uscc,
        @Nullable String ownership,
        @Nullable String industry,
        @Nullable Integer staff,
        @Nullable Integer women,
        @Nullable String division,
        @Nullable String address,
        @Nullable BigDecimal lng,
        @Nullable BigDecimal lat) {

    static EmployerEntry read(Cells cells) {
        if (!cells.has("employer-name")) cells.problem("employer-name", "import.problem.needs-employer");
        var staff = cells.count("staff");
        var women = cells.count("women");
        cells.within("women", women, staff, "职工人数");
        var lng = cells.degrees("lng", 180);
        var lat = cells.degrees("lat", 90);
        return new EmployerEntry(
                cells.row(),
                cells.text("employer-name"),
                cells.creditCode("uscc"),
                cells.oneOf("ownership", text -> Ownership.of(text).map(Ownership::code), "110–700"),
                cells.oneOf("industry", EmployerEntry::industry, "A01–T9600"),
                staff,
                women,
                cells.division("division"),
                cells.textOrNull("address"),
                lng == null || lat == null ? null : lng,
                lng == null || lat == null ? null : lat);
    }

    private static Optional<String> industry(String text) {
        return text.matches("[A-T][0-9]{2,4}") ? Optional.of(text) : Optional.empty();
    }
}

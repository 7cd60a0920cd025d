package org.uniongrid.organisation.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;

/**
 * What one row of a list says of an employer, read. The credit code is null where the row has a problem with it.
 *
 * @param insured how many were insured at the end of a year, or null
 */
record EmployerEntry(
        ImportRow row,
        @Nullable String uscc,
        Facts facts,
        @Nullable Insured insured) {

    /** Persons insured at the end of a year. */
    record Insured(int year, int count) {}

    /** The register entry besides the credit code. Counts are persons, coordinates degrees to six decimals. */
    record Facts(
            String name,
            @Nullable String usccAccepted,
            @Nullable String ownership,
            @Nullable String industry,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable String division,
            @Nullable String address,
            @Nullable BigDecimal lng,
            @Nullable BigDecimal lat,
            @Nullable LocalDate foundedOn,
            @Nullable String origin,
            @Nullable String party,
            @Nullable String state) {

        /** These, and what is known already where the row says nothing: an empty cell leaves it as it is. */
        Facts over(Facts known, Predicate<String> says) {
            return new Facts(
                    name,
                    says.test("uscc-accepted") ? usccAccepted : known.usccAccepted,
                    says.test("ownership") ? ownership : known.ownership,
                    says.test("industry") ? industry : known.industry,
                    says.test("staff") ? staff : known.staff,
                    says.test("women") ? women : known.women,
                    says.test("division") ? division : known.division,
                    says.test("address") ? address : known.address,
                    says.test("lng") ? lng : known.lng,
                    says.test("lat") ? lat : known.lat,
                    says.test("employer-founded") ? foundedOn : known.foundedOn,
                    says.test("origin") ? origin : known.origin,
                    says.test("party") ? party : known.party,
                    state == null ? known.state : state);
        }

        /** By column, as a list would say it. */
        Map<String, String> inWords() {
            var words = new LinkedHashMap<String, String>();
            words.put("employer-name", name);
            words.put("uscc-accepted", Objects.toString(usccAccepted, ""));
            words.put("ownership", Codes.shown(Codes.OWNERSHIPS, ownership));
            words.put("industry", Objects.toString(industry, ""));
            words.put("staff", Objects.toString(staff, ""));
            words.put("women", Objects.toString(women, ""));
            words.put("division", Objects.toString(division, ""));
            words.put("address", Objects.toString(address, ""));
            words.put("lng", Objects.toString(lng, ""));
            words.put("lat", Objects.toString(lat, ""));
            words.put("employer-founded", Objects.toString(foundedOn, ""));
            words.put("origin", origin == null ? "" : new Origin(origin).term());
            words.put(
                    "party",
                    party == null ? "" : PartyOrganisation.valueOf(party).term());
            words.put(
                    "employer-state",
                    state == null ? "" : EmployerState.valueOf(state).term());
            return words;
        }
    }

    EmployerEntry over(Facts known) {
        return new EmployerEntry(row, uscc, facts.over(known, row::has), insured);
    }

    static EmployerEntry read(Cells cells) {
        if (!cells.has("employer-name")) cells.problem("employer-name", "import.problem.needs-employer");
        if (!cells.has("uscc")) cells.problem("uscc", "import.problem.needs-employer");
        cells.neverClear("employer-state", "insured", "insured-year");
        var reason = cells.shortText("uscc-accepted", 2, 200);
        return new EmployerEntry(
                cells.row(), cells.creditCode("uscc", reason != null), facts(cells, reason), insured(cells));
    }

    private static Facts facts(Cells cells, @Nullable String reason) {
        var lng = cells.degrees("lng", 180);
        var lat = cells.degrees("lat", 90);
        if (cells.has("lng") != cells.has("lat")
                || cells.row().has("lng") != cells.row().has("lat"))
            cells.problem("lng", "import.problem.half-a-place");
        return new Facts(
                cells.name("employer-name"),
                reason,
                cells.oneOf("ownership", text -> Ownership.of(text).map(Ownership::code), "110–700"),
                cells.oneOf("industry", Codes::industry, "A–T、A01–T9600"),
                cells.count("staff"),
                cells.count("women"),
                cells.division("division"),
                cells.words("address"),
                lng,
                lat,
                cells.day("employer-founded"),
                cells.oneOf("origin", text -> Origin.of(text).map(Origin::code), "CN、HK、JP、US…"),
                cells.oneOf(
                        "party", text -> PartyOrganisation.of(text).map(Enum::name), String.join("、", Codes.PARTIES)),
                cells.oneOf("employer-state", Codes::openState, String.join("、", Codes.EMPLOYER_STATES)));
    }

    private static @Nullable Insured insured(Cells cells) {
        var year = cells.year("insured-year");
        var count = cells.count("insured");
        if (cells.has("insured") != cells.has("insured-year"))
            cells.problem("insured-year", "import.problem.needs-year");
        return year == null || count == null ? null : new Insured(year, count);
    }
}

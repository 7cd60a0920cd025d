package org.uniongrid.organisation.employers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;

/**
 * What people write of an employer by hand. Counts are persons, coordinates degrees to six decimals.
 *
 * @param usccAccepted the words of whoever saw that a code was issued with a wrong last character
 * @param ownership code of {@link Ownership}
 * @param industry letter of {@link IndustrySection}, with two to four digits where they are known
 * @param origin code of {@link Origin}
 * @param party name of {@link PartyOrganisation}
 * @param division code of the seat
 */
public record Draft(
        String name,
        @Nullable String uscc,
        @Nullable String usccAccepted,
        @Nullable String ownership,
        @Nullable String industry,
        @Nullable LocalDate foundedOn,
        @Nullable Integer staff,
        @Nullable Integer women,
        @Nullable String origin,
        @Nullable String party,
        @Nullable String division,
        @Nullable String address,
        @Nullable BigDecimal lng,
        @Nullable BigDecimal lat) {

    /** By field, as text; empty where nothing is known. A form carries them to tell later what others changed meanwhile. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("name", name);
        texts.put("uscc", text(uscc));
        texts.put("uscc-accepted", text(usccAccepted));
        texts.put("ownership", text(ownership));
        texts.put("industry", text(industry));
        texts.put("founded-on", text(foundedOn));
        texts.put("staff", text(staff));
        texts.put("women", text(women));
        texts.put("origin", text(origin));
        texts.put("party", text(party));
        texts.put("seat", text(division));
        texts.put("address", text(address));
        texts.put("lng", lng == null ? "" : lng.stripTrailingZeros().toPlainString());
        texts.put("lat", lat == null ? "" : lat.stripTrailingZeros().toPlainString());
        return texts;
    }

    /** What a field says in the terms of the field, for the trail; null where nothing is known. */
    static @Nullable String told(String field, String text) {
        if (text.isEmpty()) return null;
        return switch (field) {
            case "ownership" -> Ownership.of(text).map(Ownership::term).orElse(text);
            case "origin" -> Origin.of(text).map(Origin::term).orElse(text);
            case "party" ->
                PartyOrganisation.of(text).map(PartyOrganisation::term).orElse(text);
            case "industry" ->
                IndustrySection.of(text)
                        .map(section -> text + " " + section.term())
                        .orElse(text);
            default -> text;
        };
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

package org.uniongrid.organisation.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Ownership;

/** What the register of 2020 knows of a union besides its details. Counts are persons. */
record RegisterFacts(
        @Nullable String uscc,
        @Nullable LocalDate preparedOn,
        @Nullable Integer fullTimeCadres,
        @Nullable Integer partTimeCadres,
        @Nullable Integer migrants,
        @Nullable Integer hardship,
        @Nullable Boolean hasSeal,
        @Nullable LocalDate legalPersonUntil,
        @Nullable Boolean hasCongress,
        @Nullable Boolean opensAffairs,
        @Nullable Boolean hasContract,
        @Nullable Integer inMutualAid,
        @Nullable Integer memberCards,
        @Nullable Integer homeStar,
        @Nullable String industry,
        @Nullable String ownership) {

    static final RegisterFacts NONE = new RegisterFacts(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int MOST_STARS = 5;

    static RegisterFacts read(Cells cells) {
        return new RegisterFacts(
                cells.creditCode("unit-uscc"),
                cells.day("prepared-on"),
                cells.count("full-time-cadres"),
                cells.count("part-time-cadres"),
                cells.count("migrants"),
                cells.count("hardship"),
                cells.yesNo("has-seal"),
                cells.day("legal-person-until"),
                cells.yesNo("has-congress"),
                cells.yesNo("opens-affairs"),
                cells.yesNo("has-contract"),
                cells.count("in-mutual-aid"),
                cells.count("member-cards"),
                cells.oneOf("home-star", RegisterFacts::stars, String.join("、", Codes.STARS)),
                cells.oneOf("industry", Codes::industry, "A–T、A01–T9600"),
                cells.oneOf("ownership", text -> Ownership.of(text).map(Ownership::code), "110–700"));
    }

    private static Optional<Integer> stars(String text) {
        return text.matches("[1-" + MOST_STARS + "]") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** These, and what is known already where the row says nothing: an empty cell leaves it as it is. */
    RegisterFacts over(RegisterFacts known, Predicate<String> says) {
        return new RegisterFacts(
                says.test("unit-uscc") ? uscc : known.uscc,
                says.test("prepared-on") ? preparedOn : known.preparedOn,
                says.test("full-time-cadres") ? fullTimeCadres : known.fullTimeCadres,
                says.test("part-time-cadres") ? partTimeCadres : known.partTimeCadres,
                says.test("migrants") ? migrants : known.migrants,
                says.test("hardship") ? hardship : known.hardship,
                says.test("has-seal") ? hasSeal : known.hasSeal,
                says.test("legal-person-until") ? legalPersonUntil : known.legalPersonUntil,
                says.test("has-congress") ? hasCongress : known.hasCongress,
                says.test("opens-affairs") ? opensAffairs : known.opensAffairs,
                says.test("has-contract") ? hasContract : known.hasContract,
                says.test("in-mutual-aid") ? inMutualAid : known.inMutualAid,
                says.test("member-cards") ? memberCards : known.memberCards,
                says.test("home-star") ? homeStar : known.homeStar,
                says.test("industry") ? industry : known.industry,
                says.test("ownership") ? ownership : known.ownership);
    }

    /** By column, as a list would say it. */
    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        words.put("unit-uscc", Objects.toString(uscc, ""));
        words.put("prepared-on", Objects.toString(preparedOn, ""));
        words.put("full-time-cadres", Objects.toString(fullTimeCadres, ""));
        words.put("part-time-cadres", Objects.toString(partTimeCadres, ""));
        words.put("migrants", Objects.toString(migrants, ""));
        words.put("hardship", Objects.toString(hardship, ""));
        words.put("has-seal", yesNo(hasSeal));
        words.put("legal-person-until", Objects.toString(legalPersonUntil, ""));
        words.put("has-congress", yesNo(hasCongress));
        words.put("opens-affairs", yesNo(opensAffairs));
        words.put("has-contract", yesNo(hasContract));
        words.put("in-mutual-aid", Objects.toString(inMutualAid, ""));
        words.put("member-cards", Objects.toString(memberCards, ""));
        words.put("home-star", Objects.toString(homeStar, ""));
        words.put("industry", Codes.shown(Codes.INDUSTRIES, industry));
        words.put("ownership", Codes.shown(Codes.OWNERSHIPS, ownership));
        return words;
    }

    private static String yesNo(@Nullable Boolean answer) {
        return answer == null ? "" : Codes.YES_NO.get(answer ? 0 : 1);
    }
}

package org.uniongrid.organisation.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Tier;

/** A unit about to enter the register, under a parent that has entered before it. */
record NewUnit(
        long id,
        @Nullable Long parentId,
        String name,
        Category category,
        @Nullable Tier tier,
        UnitDetails details,
        RegisterFacts more) {

    static NewUnit federation(long id, @Nullable Long parentId, String name, Tier tier, String division) {
        return new NewUnit(
                id, parentId, name, Category.FEDERATION, tier, UnitDetails.seatedIn(division), RegisterFacts.NONE);
    }

    /** What the register says of a unit besides its name and place. Counts are persons. */
    record UnitDetails(
            @Nullable String code,
            @Nullable Integer registerType,
            @Nullable Integer registerForm,
            @Nullable String division,
            @Nullable String address,
            @Nullable LocalDate foundedOn,
            @Nullable String foundingWay,
            @Nullable String replyNumber,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable Integer staff,
            @Nullable Integer women,
            @Nullable Integer members,
            @Nullable Integer womenMembers) {

        private static final int FEDERATION_FORM = 1;

        /** These, and what is known already where the row says nothing. A code is kept once it is known. */
        UnitDetails over(UnitDetails known, Predicate<String> says) {
            return new UnitDetails(
                    code == null ? known.code : code,
                    says.test("org-type") ? registerType : known.registerType,
                    says.test("org-form") ? registerForm : known.registerForm,
                    says.test("division") ? division : known.division,
                    says.test("address") ? address : known.address,
                    says.test("founded-on") ? foundedOn : known.foundedOn,
                    says.test("founding-way") ? foundingWay : known.foundingWay,
                    says.test("reply-number") ? replyNumber : known.replyNumber,
                    says.test("term-start") ? termFrom : known.termFrom,
                    says.test("term-end") ? termTo : known.termTo,
                    says.test("staff") ? staff : known.staff,
                    says.test("women") ? women : known.women,
                    says.test("members") ? members : known.members,
                    says.test("women-members") ? womenMembers : known.womenMembers);
        }

        /** By column, as a list would say it. */
        Map<String, String> inWords() {
            var words = new LinkedHashMap<String, String>();
            words.put("unit-code", Objects.toString(code, ""));
            words.put("org-type", Codes.shown(Codes.ORG_TYPES, registerType));
            words.put("org-form", Codes.shown(Codes.ORG_FORMS, registerForm));
            words.put("division", Objects.toString(division, ""));
            words.put("address", Objects.toString(address, ""));
            words.put("founded-on", Objects.toString(foundedOn, ""));
            words.put("founding-way", Codes.foundingWay(foundingWay));
            words.put("reply-number", Objects.toString(replyNumber, ""));
            words.put("term-start", Objects.toString(termFrom, ""));
            words.put("term-end", Objects.toString(termTo, ""));
            words.put("staff", Objects.toString(staff, ""));
            words.put("women", Objects.toString(women, ""));
            words.put("members", Objects.toString(members, ""));
            words.put("women-members", Objects.toString(womenMembers, ""));
            return words;
        }

        static UnitDetails seatedIn(String division) {
            return new UnitDetails(
                    null, null, FEDERATION_FORM, division, null, null, null, null, null, null, null, null, null, null);
        }
    }
}

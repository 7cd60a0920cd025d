package org.uniongrid.organisation.intake;

import java.time.LocalDate;
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
        UnitDetails details) {

    static NewUnit federation(long id, @Nullable Long parentId, String name, Tier tier, String division) {
        return new NewUnit(id, parentId, name, Category.FEDERATION, tier, UnitDetails.seatedIn(division));
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

        /** These, and what is known already where the list has no such column. A code is kept once it is known. */
        UnitDetails over(UnitDetails known, Predicate<String> has) {
            return new UnitDetails(
                    code == null ? known.code : code,
                    has.test("org-type") ? registerType : known.registerType,
                    has.test("org-form") ? registerForm : known.registerForm,
                    has.test("division") ? division : known.division,
                    has.test("address") ? address : known.address,
                    has.test("founded-on") ? foundedOn : known.foundedOn,
                    has.test("founding-way") ? foundingWay : known.foundingWay,
                    has.test("reply-number") ? replyNumber : known.replyNumber,
                    has.test("term-start") ? termFrom : known.termFrom,
                    has.test("term-end") ? termTo : known.termTo,
                    has.test("staff") ? staff : known.staff,
                    has.test("women") ? women : known.women,
                    has.test("members") ? members : known.members,
                    has.test("women-members") ? womenMembers : known.womenMembers);
        }

        static UnitDetails seatedIn(String division) {
            return new UnitDetails(
                    null, null, FEDERATION_FORM, division, null, null, null, null, null, null, null, null, null, null);
        }
    }
}

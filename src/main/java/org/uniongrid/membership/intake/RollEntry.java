package org.uniongrid.membership.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.membership.MemberState;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.Household;
import org.uniongrid.people.IdNumber;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;
import org.uniongrid.people.WorkerClass;

/**
 * What a row of a roll says; null where it says nothing. Numbers are in their one normal form.
 *
 * @param document kind of the paper that the number is of
 */
record RollEntry(
        ImportRow row,
        String union,
        String name,
        DocumentKind document,
        @Nullable String number,
        @Nullable String phone,
        @Nullable String account,
        String employer,
        @Nullable String uscc,
        @Nullable LocalDate since,
        @Nullable MemberState state,
        Profile profile) {

    private static final int LONGEST_NAME = 100;

    static RollEntry read(MemberCells cells, RollTerms terms, Terms<WorkerClass> classes, LocalDate today) {
        var code = cells.text(RollColumns.UNIT_CODE);
        var name = cells.text(RollColumns.UNIT_NAME);
        var kind = cells.oneOf(RollColumns.DOCUMENT, terms.documents);
        var document = kind == null ? DocumentKind.RESIDENT_CARD : kind;
        var number = cells.number(document, terms.shown(document));
        return new RollEntry(
                cells.row(),
                code.isEmpty() ? name : code,
                cells.name(RollColumns.NAME, LONGEST_NAME),
                document,
                number,
                cells.phone(),
                cells.account(),
                cells.text(RollColumns.EMPLOYER),
                cells.creditCode(RollColumns.USCC),
                cells.since(today),
                cells.oneOf(RollColumns.STATE, terms.states),
                profile(cells, terms, classes, document, number));
    }

    private static Profile profile(
            MemberCells cells,
            RollTerms terms,
            Terms<WorkerClass> classes,
            DocumentKind document,
            @Nullable String number) {
        Household household = cells.oneOf(RollColumns.HOUSEHOLD, terms.households);
        var kind = cells.oneOf(RollColumns.CLASS, classes);
        var said = new Profile(
                null,
                null,
                number == null ? null : document,
                cells.oneOf(RollColumns.SCHOOLING, terms.schoolings),
                cells.oneOf(RollColumns.SKILL, terms.skills),
                household,
                kind == null ? null : kind.key(),
                cells.oneOf(RollColumns.EMPLOYMENT, terms.employments));
        if (number == null || document.field() != IdentityField.ID_NUMBER) return said;
        return IdNumber.of(number).map(said::of).orElse(said);
    }

    /** The column by which a row names its union. */
    String unionColumn() {
        return row.has(RollColumns.UNIT_CODE) ? RollColumns.UNIT_CODE : RollColumns.UNIT_NAME;
    }

    String employerColumn() {
        return row.has(RollColumns.USCC) ? RollColumns.USCC : RollColumns.EMPLOYER;
    }

    @Override
    public String toString() {
        return row.toString();
    }
}

package org.uniongrid.membership.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.intake.KnownMembers.Known;
import org.uniongrid.membership.intake.KnownMembers.Member;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;

/**
 * What a good row would do.
 *
 * @param known who it is, where that is somebody known
 * @param numbers what the vault would keep of them that it does not yet
 */
record Planned(
        RollEntry entry,
        KnownRegister.Union union,
        KnownRegister.@Nullable Employer employer,
        @Nullable Known known,
        List<Number> numbers) {

    /** A number that is kept, and the column in which it stands. */
    record Number(IdentityField field, String column, String value) {

        @Override
        public String toString() {
            return field.name();
        }
    }

    static Planned of(
            RollEntry entry,
            KnownRegister.Union union,
            KnownRegister.@Nullable Employer employer,
            @Nullable Known known,
            KnownMembers.Found found) {
        var numbers = new ArrayList<Number>();
        add(numbers, entry.document().field(), RollColumns.NUMBER, entry.number(), known, found);
        add(numbers, IdentityField.PHONE, RollColumns.PHONE, entry.phone(), known, found);
        add(numbers, IdentityField.BANK_ACCOUNT, RollColumns.ACCOUNT, entry.account(), known, found);
        return new Planned(entry, union, employer, known, List.copyOf(numbers));
    }

    /** Of somebody who is not a member here yet a roll adds what is missing, and changes nothing. */
    private static void add(
            List<Number> numbers,
            IdentityField field,
            String column,
            @Nullable String value,
            @Nullable Known known,
            KnownMembers.Found found) {
        if (value == null) return;
        var mayChange = known == null || known.member() != null || !known.has().contains(field);
        if (mayChange && (known == null || !found.has(known, field, value)))
            numbers.add(new Number(field, column, value));
    }

    @Nullable
    Member member() {
        return known == null ? null : known.member();
    }

    boolean begins() {
        return member() == null;
    }

    Verdict verdict() {
        if (begins()) return Verdict.NEW;
        return changesStay() || changesProfile() || !numbers.isEmpty() ? Verdict.CHANGED : Verdict.SAME;
    }

    MemberState state() {
        var member = member();
        if (entry.state() != null) return entry.state();
        return member == null ? MemberState.MEMBER : member.state();
    }

    /** What becomes of a stay that lasts; null where its state remains. */
    @Nullable
    Change change() {
        var member = member();
        return member == null ? null : change(entry.state(), member.state());
    }

    static @Nullable Change change(@Nullable MemberState said, MemberState before) {
        if (said == null || said == before) return null;
        return switch (said) {
            case MEMBER -> Change.RESUMED;
            case RETIRED -> Change.RETIRED;
            case KEPT -> Change.KEPT;
            case SUSPENDED, LEFT -> null;
        };
    }

    boolean changesStay() {
        var member = member();
        if (member == null) return false;
        return change() != null
                || (employer != null && !Objects.equals(employer.id(), member.employerId()))
                || differs(entry.profile().workerClass(), member.workerClass())
                || differs(entry.since(), member.since());
    }

    /** What the vault and the register of persons would say otherwise than today; of strangers only what is missing. */
    Profile profile() {
        if (known == null || known.member() != null) return entry.profile();
        var before = known.profile();
        var said = entry.profile();
        return new Profile(
                before.sex() == null ? said.sex() : null,
                before.birthYear() == null ? said.birthYear() : null,
                before.document() == null ? said.document() : null,
                before.schooling() == null ? said.schooling() : null,
                before.skill() == null ? said.skill() : null,
                before.household() == null ? said.household() : null,
                before.workerClass() == null ? said.workerClass() : null,
                before.employment() == null ? said.employment() : null);
    }

    boolean changesProfile() {
        var said = profile();
        if (known == null) return !said.equals(Profile.UNKNOWN);
        var before = known.profile();
        return differs(said.sex(), before.sex())
                || differs(said.birthYear(), before.birthYear())
                || differs(said.document(), before.document())
                || differs(said.schooling(), before.schooling())
                || differs(said.skill(), before.skill())
                || differs(said.household(), before.household())
                || differs(said.workerClass(), before.workerClass())
                || differs(said.employment(), before.employment());
    }

    private static boolean differs(@Nullable Object said, @Nullable Object before) {
        return said != null && !said.equals(before);
    }

    /** Tells what the row would change, as its list would say it; numbers masked. */
    void tell(Findings findings, RollTerms terms) {
        findings.verdict(entry.row(), verdict());
        var member = member();
        if (known == null || member == null || verdict() != Verdict.CHANGED) return;
        for (var number : numbers)
            findings.change(entry.row(), number.column(), "", entry.row().shown(number.column()));
        if (employer != null)
            tell(findings, entry.employerColumn(), Objects.toString(member.employer(), ""), employer.name());
        tell(findings, RollColumns.SINCE, member.since().toString(), text(entry.since()));
        tell(findings, RollColumns.STATE, terms.shown(member.state()), terms.shown(entry.state()));
        var said = entry.profile();
        tell(findings, RollColumns.CLASS, terms.shownClass(member.workerClass()), terms.shownClass(said.workerClass()));
        tellOf(findings, RollColumns.DOCUMENT, Profile::document, terms);
        tellOf(findings, RollColumns.SCHOOLING, Profile::schooling, terms);
        tellOf(findings, RollColumns.SKILL, Profile::skill, terms);
        tellOf(findings, RollColumns.HOUSEHOLD, Profile::household, terms);
        tellOf(findings, RollColumns.EMPLOYMENT, Profile::employment, terms);
    }

    private void tellOf(Findings findings, String column, Function<Profile, @Nullable Object> part, RollTerms terms) {
        var before = known == null ? Profile.UNKNOWN : known.profile();
        tell(findings, column, terms.shown(part.apply(before)), terms.shown(part.apply(entry.profile())));
    }

    private void tell(Findings findings, String column, String before, String after) {
        if (!after.isEmpty()) findings.change(entry.row(), column, before, after);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

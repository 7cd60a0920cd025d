package org.uniongrid.membership.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.Reach;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.intake.KnownMembers.Known;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.WorkerClass;

/**
 * What a roll would do, judged batch by batch; of earlier batches only what tells people apart is kept. Somebody is known
 * again by the number of a paper, or else by name and phone.
 */
final class RollPlan {

    private final KnownMembers people;
    private final RollTerms terms;
    private final Terms<WorkerClass> classes;
    private final LocalDate today;
    private final Reach reach;
    private final Findings findings;
    private final KnownRegister.Asked register;
    private final Map<String, Integer> rowOfNumber = new HashMap<>();
    private final Map<String, Integer> rowOfNamed = new HashMap<>();
    private final Map<Long, Integer> rowOfPerson = new HashMap<>();

    RollPlan(
            KnownMembers people,
            KnownRegister register,
            RollTerms terms,
            LocalDate today,
            Reach reach,
            Findings findings) {
        this.people = people;
        this.register = register.within(reach);
        this.terms = terms;
        this.classes = terms.classes();
        this.today = today;
        this.reach = reach;
        this.findings = findings;
    }

    /** The good rows of the next batch. */
    List<Planned> judge(List<ImportRow> batch) {
        var entries = batch.stream()
                .map(row -> RollEntry.read(new MemberCells(row, findings), terms, classes, today))
                .toList();
        register.learn(entries);
        var found = people.of(entries, reach);
        var plan = new ArrayList<Planned>();
        for (var entry : entries) {
            var planned = judge(entry, found);
            if (planned != null && findings.isGood(entry.row())) plan.add(planned);
        }
        return plan;
    }

    private @Nullable Planned judge(RollEntry entry, KnownMembers.Found found) {
        var union = union(entry);
        var employer = union == null ? null : employer(entry, union);
        if (!entry.row().has(RollColumns.NUMBER) && !entry.row().has(RollColumns.PHONE))
            problem(entry, RollColumns.PHONE, "import.problem.member-number");
        checkTwice(entry);
        var known = known(entry, found);
        if (union == null) return null;
        if (known != null) check(entry, union, known);
        return Planned.of(entry, union, employer, known, found);
    }

    private void problem(RollEntry entry, String column, String key, Object... args) {
        findings.problem(entry.row(), column, key, args);
    }

    private KnownRegister.@Nullable Union union(RollEntry entry) {
        var called = register.unions(entry.union());
        var column = entry.unionColumn();
        if (entry.union().isEmpty()) problem(entry, column, "import.problem.needs-union");
        else if (called.isEmpty()) problem(entry, column, "import.problem.no-such-unit");
        else if (called.size() > 1) problem(entry, column, "import.problem.several-units");
        else if (!Roll.takesMembers(called.getFirst().category()))
            problem(entry, column, "import.problem.takes-no-members");
        else return called.getFirst();
        return null;
    }

    private KnownRegister.@Nullable Employer employer(RollEntry entry, KnownRegister.Union union) {
        if (entry.uscc() == null && entry.employer().isEmpty()) return null;
        var called = register.employers(entry, union.id());
        if (called.size() == 1) return called.getFirst();
        problem(
                entry,
                entry.employerColumn(),
                called.isEmpty() ? "import.problem.no-employer-here" : "import.problem.several-employers");
        return null;
    }

    private void checkTwice(RollEntry entry) {
        var row = entry.row().number();
        if (entry.number() != null) {
            var first = rowOfNumber.putIfAbsent(entry.document().field().name().charAt(0) + entry.number(), row);
            if (first != null) problem(entry, RollColumns.NUMBER, "import.problem.twice", first);
        }
        if (entry.phone() != null) {
            var first = rowOfNamed.putIfAbsent(entry.phone() + entry.name(), row);
            if (first != null) problem(entry, RollColumns.PHONE, "import.problem.member-twice", first);
        }
    }

    private @Nullable Known known(RollEntry entry, KnownMembers.Found found) {
        var holders = found.with(entry.document().field(), entry.number());
        var named =
                holders.stream().filter(one -> one.name().equals(entry.name())).findFirst();
        if (!holders.isEmpty() && named.isEmpty()) problem(entry, RollColumns.NUMBER, "import.problem.id-number-taken");
        if (!holders.isEmpty()) return named.orElse(null);
        var alike = found.with(IdentityField.PHONE, entry.phone()).stream()
                .filter(one -> one.name().equals(entry.name()))
                .filter(one -> entry.number() == null
                        || !one.has().contains(entry.document().field()))
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    private void check(RollEntry entry, KnownRegister.Union union, Known known) {
        var first = rowOfPerson.putIfAbsent(known.id(), entry.row().number());
        if (first != null) problem(entry, RollColumns.NAME, "import.problem.member-twice", first);
        var member = known.member();
        if (member != null && member.unitId() != union.id()) checkElsewhere(entry, member);
        else if (member == null && known.applies()) problem(entry, RollColumns.NAME, "import.problem.member-applies");
        else if (member != null && entry.state() != null && !follows(entry, member))
            problem(entry, RollColumns.STATE, "import.problem.member-state", terms.shown(member.state()));
        if (entry.since() != null && known.leftOn() != null && entry.since().isBefore(known.leftOn()))
            problem(entry, RollColumns.SINCE, "import.problem.member-left-later");
    }

    private static boolean follows(RollEntry entry, KnownMembers.Member member) {
        var change = Planned.change(entry.state(), member.state());
        return change == null || change.follows(member.state());
    }

    /** Of a union out of reach no more is told than that there is one. */
    private void checkElsewhere(RollEntry entry, KnownMembers.Member member) {
        if (member.inSight()) problem(entry, RollColumns.NAME, "import.problem.member-of", member.unitName());
        else problem(entry, RollColumns.NAME, "import.problem.member-elsewhere");
    }
}

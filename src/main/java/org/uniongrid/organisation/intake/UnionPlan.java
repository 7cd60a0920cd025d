package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** What a list of unions would do to the register: which rows are known, what stands under what, in which order. */
final class UnionPlan {

    /** From a province to a group there are eight; a list with more than this is no tree of unions. */
    private static final int MOST_TIERS = 30;

    private final Known known;
    private final Reach reach;
    private final Findings findings;
    private final List<UnionEntry> entries;
    private final Map<String, UnionEntry> byCode = new HashMap<>();
    private final Map<String, List<UnionEntry>> byName = new HashMap<>();
    private final Map<UnionEntry, KnownUnit> existing = new HashMap<>();
    private final Map<UnionEntry, KnownUnit> parentInRegister = new HashMap<>();
    private final Map<UnionEntry, UnionEntry> parentInFile = new HashMap<>();
    private final Set<UnionEntry> inOrder = new LinkedHashSet<>();
    private final PlannedEmployers employers;
    private final KnownChairs knownChairs;
    private @Nullable PlannedChairs chairs;

    private UnionPlan(Known known, KnownChairs knownChairs, Reach reach, Findings findings, Sheet sheet) {
        this.knownChairs = knownChairs;
        this.known = known;
        this.reach = reach;
        this.findings = findings;
        this.entries = sheet.rows().stream()
                .map(row -> UnionEntry.read(new Cells(row, findings)))
                .toList();
        this.employers = PlannedEmployers.of(entries, known);
    }

    static UnionPlan of(
            Sheet sheet,
            Reach reach,
            Known known,
            Federations federations,
            KnownChairs knownChairs,
            Findings findings) {
        var plan = new UnionPlan(known, knownChairs, reach, findings, sheet);
        plan.index();
        plan.findUnits();
        var checks = new UnionChecks(plan.entries, plan.existing, known, federations, reach, findings);
        checks.divisions();
        plan.employers.check(plan::existing, reach, findings);
        checks.creditCodes();
        plan.checkFigures();
        plan.checkChairs();
        plan.entries.forEach(entry -> plan.place(entry, new HashSet<>()));
        plan.entries.stream().filter(plan::isGood).forEach(plan::tell);
        return plan;
    }

    /** Good rows, every unit after the one it stands under. */
    List<UnionEntry> inOrder() {
        return List.copyOf(inOrder);
    }

    @Nullable
    KnownUnit existing(UnionEntry entry) {
        return existing.get(entry);
    }

    @Nullable
    KnownUnit parentInRegister(UnionEntry entry) {
        return parentInRegister.get(entry);
    }

    @Nullable
    UnionEntry parentInFile(UnionEntry entry) {
        return parentInFile.get(entry);
    }

    PlannedChairs chairs() {
        return Objects.requireNonNull(chairs);
    }

    PlannedEmployers employers() {
        return employers;
    }

    /** What the register will say of a unit: what the row says, and what is known where it says nothing. */
    NewUnit.UnitDetails details(UnionEntry entry) {
        var unit = existing.get(entry);
        return unit == null ? entry.details() : entry.details().over(unit.details(), entry.row()::has);
    }

    RegisterFacts more(UnionEntry entry) {
        var unit = existing.get(entry);
        return unit == null ? entry.more() : entry.more().over(unit.more(), entry.row()::has);
    }

    boolean changesUnit(UnionEntry entry) {
        var unit = existing.get(entry);
        return unit != null
                && !(unit.details().equals(details(entry)) && unit.more().equals(more(entry)));
    }

    private boolean isGood(UnionEntry entry) {
        return findings.isGood(entry.row());
    }

    private void index() {
        for (var entry : entries) {
            var code = entry.details().code();
            if (code != null) {
                var first = byCode.putIfAbsent(code, entry);
                if (first != null)
                    findings.problem(
                            entry.row(),
                            "unit-code",
                            "import.problem.twice",
                            first.row().number());
            }
            var same = byName.computeIfAbsent(entry.name(), name -> new ArrayList<>());
            same.stream()
                    .filter(other -> other.parent().equals(entry.parent()))
                    .findFirst()
                    .ifPresent(other -> findings.problem(
                            entry.row(),
                            "unit-name",
                            "import.problem.twice",
                            other.row().number()));
            same.add(entry);
        }
    }

    private void findUnits() {
        var units = known.units(
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.details().code(), entry.name(), entry.parent()))
                        .filter(Objects::nonNull)
                        .toList(),
                reach);
        var taken = known.takenCodes(byCode.keySet());
        for (var entry : entries) {
            var unit = known(entry, units);
            if (unit != null) recognise(entry, unit);
            else if (entry.details().code() != null
                    && taken.contains(entry.details().code()))
                findings.problem(entry.row(), "unit-code", "import.problem.code-taken");
            else findParent(entry, units);
        }
    }

    private static @Nullable KnownUnit known(UnionEntry entry, Known.Units units) {
        var code = entry.details().code();
        var coded = code == null ? List.<KnownUnit>of() : units.called(code);
        if (coded.size() == 1
                && code != null
                && code.equals(coded.getFirst().details().code())) return coded.getFirst();
        return units.called(entry.name()).stream()
                .filter(unit -> unit.standsUnder(entry.parent())
                        && (entry.details().code() == null || unit.details().code() == null))
                .findFirst()
                .orElse(null);
    }

    private void recognise(UnionEntry entry, KnownUnit unit) {
        existing.put(entry, unit);
        if (!unit.name().equals(entry.name()))
            findings.problem(entry.row(), "unit-name", "import.problem.renamed", unit.name());
        if (!unit.standsUnder(entry.parent()))
            findings.problem(entry.row(), "parent", "import.problem.moved", Objects.toString(unit.parentName(), "—"));
    }

    private void findParent(UnionEntry entry, Known.Units units) {
        if (entry.parent().isEmpty()) {
            if (!(reach instanceof Reach.Cell)) findings.problem(entry.row(), "parent", "import.problem.no-parent");
            return;
        }
        var inRegister = units.called(entry.parent());
        if (inRegister.size() == 1) standUnder(entry, inRegister.getFirst());
        else if (inRegister.size() > 1) findings.problem(entry.row(), "parent", "import.problem.several-units");
        else findParentInFile(entry);
    }

    private void standUnder(UnionEntry entry, KnownUnit parent) {
        parentInRegister.put(entry, parent);
        checkKind(entry, parent.category());
        if (!reach.seesBelow(parent.scope())) findings.problem(entry.row(), "parent", "import.problem.parent-alone");
    }

    private void findParentInFile(UnionEntry entry) {
        var coded = byCode.get(entry.parent());
        var named = byName.getOrDefault(entry.parent(), List.of());
        var parent = coded == null && named.size() == 1 ? named.getFirst() : coded;
        if (parent != null) {
            parentInFile.put(entry, parent);
            checkKind(entry, parent.category());
        } else
            findings.problem(
                    entry.row(),
                    "parent",
                    named.isEmpty() ? "import.problem.no-such-unit" : "import.problem.several-units");
    }

    private void checkKind(UnionEntry entry, @Nullable Category parent) {
        var kind = entry.category();
        if (kind != null && parent != null && !kind.mayStandUnder(parent))
            findings.problem(entry.row(), "parent", "import.problem.kind-under", kind.term(), parent.term());
    }

    /** A column given alone must still fit the one that is known already. */
    private void checkFigures() {
        for (var entry : entries) {
            var cells = new Cells(entry.row(), findings);
            cells.fits(details(entry));
            var employer = employers.entry(entry);
            if (employer != null) cells.fits(employer.facts());
        }
    }

    private void checkChairs() {
        chairs = PlannedChairs.of(entries, knownChairs, this::existing, reach);
        chairs.check(findings);
    }

    /** Puts the units above first, and finds circles and parents with problems. */
    private void place(UnionEntry entry, Set<UnionEntry> below) {
        if (inOrder.contains(entry) || !isGood(entry)) return;
        if (below.size() >= MOST_TIERS) {
            findings.problem(entry.row(), "parent", "import.problem.too-deep", MOST_TIERS);
            return;
        }
        if (!below.add(entry)) {
            findings.problem(entry.row(), "parent", "import.problem.parent-circle");
            return;
        }
        var parent = parentInFile.get(entry);
        if (parent != null) {
            place(parent, below);
            if (!isGood(parent))
                findings.problem(
                        entry.row(),
                        "parent",
                        "import.problem.parent-faulty",
                        parent.row().number());
        }
        if (isGood(entry)) inOrder.add(entry);
    }

    private Verdict verdict(UnionEntry entry) {
        var unit = existing.get(entry);
        if (unit == null) return Verdict.NEW;
        return !changesUnit(entry) && employers.isSame(entry) && chairs().isSame(entry)
                ? Verdict.SAME
                : Verdict.CHANGED;
    }

    /** What a row will do, and column by column what it changes. */
    private void tell(UnionEntry entry) {
        var verdict = verdict(entry);
        findings.verdict(entry.row(), verdict);
        var unit = existing.get(entry);
        if (unit == null || verdict != Verdict.CHANGED) return;
        Codes.changes(
                findings, entry.row(), unit.details().inWords(), details(entry).inWords());
        Codes.changes(findings, entry.row(), unit.more().inWords(), more(entry).inWords());
        employers.tell(entry, findings);
        chairs().columnsOfNews(entry)
                .forEach(column ->
                        findings.change(entry.row(), column, "", entry.row().shown(column)));
    }
}

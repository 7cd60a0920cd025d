package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.intake.Known.KnownEmployer;
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** What a list of employers would do to the register, judged batch by batch; of earlier batches only codes are kept. */
final class EmployerPlan {

    private final Known known;
    private final Federations federations;
    private final Reach reach;
    private final Findings findings;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> divisions = new HashSet<>();
    private final Map<String, Federations.Seat> seats = new HashMap<>();

    EmployerPlan(Known known, Federations federations, Reach reach, Findings findings) {
        this.known = known;
        this.federations = federations;
        this.reach = reach;
        this.findings = findings;
    }

    /** What a good row would do. */
    record Planned(
            EmployerEntry entry,
            CoverMode mode,
            @Nullable KnownUnit union,
            @Nullable KnownEmployer there) {

        boolean covers() {
            return union != null && (there == null || there.unionId() == null);
        }

        boolean changesFacts() {
            return there != null && !there.facts().equals(entry.facts());
        }

        /** Whether it begins to be out of business, or ends to be. */
        boolean changesState() {
            var known = there == null
                    ? EmployerState.OPERATING.name()
                    : there.facts().state();
            return entry.facts().state() != null && !entry.facts().state().equals(known);
        }

        boolean suspends() {
            return changesState()
                    && EmployerState.SUSPENDED.name().equals(entry.facts().state());
        }

        boolean changesInsured() {
            var insured = entry.insured();
            return insured != null && (there == null || !there.isInsured(insured));
        }

        Verdict verdict() {
            if (there == null) return Verdict.NEW;
            return covers() || changesFacts() || changesInsured() ? Verdict.CHANGED : Verdict.SAME;
        }
    }

    /** The good rows of the next batch. */
    List<Planned> judge(List<ImportRow> batch) {
        var units = known.units(texts(batch, "covered-by"), reach);
        var employers = known.employers(texts(batch, "uscc"));
        learn(batch);
        var plan = new ArrayList<Planned>();
        for (var row : batch) {
            var cells = new Cells(row, findings);
            var read = EmployerEntry.read(cells);
            var there = read.uscc() == null ? null : employers.get(read.uscc());
            var entry = there == null ? read : read.over(there.facts());
            cells.fits(entry.facts());
            var mode = cells.oneOf("cover-mode", Codes::coverMode, String.join("、", Codes.COVER_MODES));
            var union = union(cells, units);
            var earlier = entry.uscc() == null ? null : rowOf.putIfAbsent(entry.uscc(), row.number());
            if (earlier != null) cells.problem("uscc", "import.problem.twice", earlier);
            checkPlace(cells, entry, union, there);
            checkState(cells, union, there);
            if (findings.isGood(row))
                plan.add(new Planned(entry, Objects.requireNonNullElse(mode, CoverMode.COVERED), union, there));
        }
        return plan;
    }

    private static List<String> texts(List<ImportRow> batch, String column) {
        return batch.stream()
                .map(row -> row.cell(column).strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Asks once for each division of the whole list. */
    private void learn(List<ImportRow> batch) {
        var codes = batch.stream()
                .map(row -> DivisionCode.of(row.cell("division").strip()))
                .flatMap(Optional::stream)
                .flatMap(code -> Stream.concat(Stream.of(code.code()), code.above().stream()))
                .filter(asked::add)
                .toList();
        if (codes.isEmpty()) return;
        divisions.addAll(known.divisions(codes));
        seats.putAll(federations.seatedIn(codes));
    }

    private static @Nullable KnownUnit union(Cells cells, Known.Units units) {
        if (!cells.has("covered-by")) return null;
        var called = units.called(cells.text("covered-by"));
        if (called.size() == 1) return called.getFirst();
        cells.problem("covered-by", called.isEmpty() ? "import.problem.no-such-unit" : "import.problem.several-units");
        return null;
    }

    private void checkPlace(
            Cells cells, EmployerEntry entry, @Nullable KnownUnit union, @Nullable KnownEmployer there) {
        var division = entry.facts().division();
        var seatChanges =
                there == null || !Objects.equals(division, there.facts().division());
        if (seatChanges && division != null && !divisions.contains(division))
            cells.problem("division", "import.problem.no-such-division", division);
        else if (there != null && !there.isWithin(reach)) cells.problem("uscc", "import.problem.employer-elsewhere");
        else if (there != null && there.unionId() != null && union != null && there.unionId() != union.id())
            cells.problem("uscc", "import.problem.covered-by", Objects.toString(there.unionName(), ""));
        else if (seatChanges && !cells.has("covered-by") && (there == null || there.unionId() == null)) {
            if (division == null) cells.problem("division", "import.problem.needs-seat");
            else if (!Federations.isWithin(new DivisionCode(division), seats, reach))
                cells.problem("division", "import.problem.seat-out-of-reach");
        }
    }

    /** One that was closed or merged is for the pages of the register, not for a list. */
    private static void checkState(Cells cells, @Nullable KnownUnit union, @Nullable KnownEmployer there) {
        if (there == null) return;
        if (there.isMerged()) cells.problem("uscc", "import.problem.employer-merged");
        else if (there.isClosed() && (cells.has("employer-state") || (union != null && there.unionId() == null)))
            cells.problem("uscc", "import.problem.employer-closed");
    }

    /** Tells what a row would change, as its list would say it. */
    static void tell(Planned planned, Findings findings) {
        var row = planned.entry().row();
        findings.verdict(row, planned.verdict());
        var there = planned.there();
        if (there == null || planned.verdict() != Verdict.CHANGED) return;
        Codes.changes(
                findings, row, there.facts().inWords(), planned.entry().facts().inWords());
        var insured = planned.entry().insured();
        if (insured != null && planned.changesInsured())
            findings.change(
                    row,
                    "insured",
                    Objects.toString(there.insured().get(insured.year()), ""),
                    String.valueOf(insured.count()));
        if (planned.covers())
            findings.change(
                    row,
                    "covered-by",
                    "",
                    Objects.requireNonNull(planned.union()).name());
    }

    static Collection<Long> idsFor(List<Planned> plan, EmployerWriter writer) {
        return writer.employerIds(
                (int) plan.stream().filter(planned -> planned.there() == null).count());
    }
}

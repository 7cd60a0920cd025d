package org.uniongrid.organisation.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.intake.Known.KnownEmployer;
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** The employers that a list of unions brings along, beside what the register knows of them. */
final class PlannedEmployers {

    private final List<UnionEntry> entries;
    private final Map<String, KnownEmployer> known;

    private PlannedEmployers(List<UnionEntry> entries, Map<String, KnownEmployer> known) {
        this.entries = entries;
        this.known = known;
    }

    static PlannedEmployers of(List<UnionEntry> entries, Known known) {
        var codes = entries.stream()
                .map(PlannedEmployers::code)
                .filter(Objects::nonNull)
                .toList();
        return new PlannedEmployers(entries, known.employers(codes));
    }

    private static @Nullable String code(UnionEntry entry) {
        return entry.employer() == null ? null : entry.employer().uscc();
    }

    /** What the register knows of a row's employer. */
    @Nullable
    KnownEmployer there(UnionEntry entry) {
        var code = code(entry);
        return code == null ? null : known.get(code);
    }

    /** What the register will say: what the row says, and what is known where it says nothing. */
    @Nullable
    EmployerEntry entry(UnionEntry entry) {
        var there = there(entry);
        return entry.employer() == null || there == null
                ? entry.employer()
                : entry.employer().over(there.facts());
    }

    /** Whether a row changes nothing of its employer and of who covers it. */
    boolean isSame(UnionEntry entry) {
        var there = there(entry);
        var given = entry(entry);
        if (given == null) return true;
        return there != null && there.unionId() != null && there.facts().equals(given.facts());
    }

    /** An employer comes once, lies within reach, and has no other union. */
    void check(Function<UnionEntry, @Nullable KnownUnit> units, Reach reach, Findings findings) {
        var seen = new HashMap<String, ImportRow>();
        for (var entry : entries) {
            var code = code(entry);
            if (code == null) continue;
            var first = seen.putIfAbsent(code, entry.row());
            if (first != null) findings.problem(entry.row(), "uscc", "import.problem.twice", first.number());
            var there = known.get(code);
            if (there == null) continue;
            if (there.isMerged()) findings.problem(entry.row(), "uscc", "import.problem.employer-merged");
            else if (there.isClosed() && there.unionId() == null)
                findings.problem(entry.row(), "uscc", "import.problem.employer-closed");
            else if (!there.isWithin(reach)) findings.problem(entry.row(), "uscc", "import.problem.employer-elsewhere");
            else if (there.unionId() != null && !isUnit(units.apply(entry), there.unionId()))
                findings.problem(
                        entry.row(), "uscc", "import.problem.covered-by", Objects.toString(there.unionName(), ""));
        }
    }

    private static boolean isUnit(@Nullable KnownUnit unit, long id) {
        return unit != null && unit.id() == id;
    }

    /** Tells what a row changes of its employer, and that it is covered from now on. */
    void tell(UnionEntry entry, Findings findings) {
        var given = entry(entry);
        var there = there(entry);
        if (given == null) return;
        if (there == null || there.unionId() == null)
            findings.change(entry.row(), "uscc", "", String.valueOf(code(entry)));
        if (there != null)
            Codes.changes(
                    findings,
                    entry.row(),
                    there.facts().inWords(),
                    given.facts().inWords());
    }
}

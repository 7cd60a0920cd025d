package org.uniongrid.organisation.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.intake.Known.KnownEmployer;
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** The employers that a list of unions brings along, beside what the register knows of them. */
final class PlannedEmployers {

    private final List<UnionEntry> entries;
    private final Sheet sheet;
    private final Map<String, KnownEmployer> known;

    private PlannedEmployers(List<UnionEntry> entries, Sheet sheet, Map<String, KnownEmployer> known) {
        this.entries = entries;
        this.sheet = sheet;
        this.known = known;
    }

    static PlannedEmployers of(List<UnionEntry> entries, Sheet sheet, Known known) {
        var codes = entries.stream()
                .map(PlannedEmployers::code)
                .filter(Objects::nonNull)
                .toList();
        return new PlannedEmployers(entries, sheet, known.employers(codes));
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

    /** What the register will say: what the list says, and what is known where it has no such column. */
    @Nullable
    EmployerEntry entry(UnionEntry entry) {
        var there = there(entry);
        return entry.employer() == null || there == null
                ? entry.employer()
                : entry.employer().over(there.facts(), sheet::has);
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
            if (!there.isWithin(reach)) findings.problem(entry.row(), "uscc", "import.problem.employer-elsewhere");
            else if (there.unionId() != null && !isUnit(units.apply(entry), there.unionId()))
                findings.problem(
                        entry.row(), "uscc", "import.problem.covered-by", Objects.toString(there.unionName(), ""));
        }
    }

    private static boolean isUnit(@Nullable KnownUnit unit, long id) {
        return unit != null && unit.id() == id;
    }
}

package org.uniongrid.organisation.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.intake.Known.KnownUnit;

/** What a list of unions says of divisions and credit codes, against the register. */
record UnionChecks(
        List<UnionEntry> entries,
        Map<UnionEntry, KnownUnit> existing,
        Known known,
        Federations federations,
        Reach reach,
        Findings findings) {

    void divisions() {
        Function<UnionEntry, @Nullable String> division =
                entry -> entry.details().division();
        var there = known.divisions(
                entries.stream().map(division).filter(Objects::nonNull).toList());
        var seats = federations.seatedIn(entries.stream()
                .map(division)
                .filter(Objects::nonNull)
                .flatMap(code -> Stream.concat(Stream.of(code), new DivisionCode(code).above().stream()))
                .distinct()
                .toList());
        for (var entry : entries) {
            var code = division.apply(entry);
            if (code != null && !there.contains(code))
                findings.problem(entry.row(), "division", "import.problem.no-such-division", code);
            else if (code != null
                    && isNewSeat(entry, code)
                    && !Federations.isWithin(new DivisionCode(code), seats, reach))
                findings.problem(entry.row(), "division", "import.problem.division-out-of-reach");
        }
    }

    /** Where a federation has its seat, the employers without a union stand below it: that is not for the list to say. */
    private boolean isNewSeat(UnionEntry entry, String division) {
        var unit = existing.get(entry);
        return (unit == null ? entry.category() : unit.category()) == Category.FEDERATION
                && (unit == null || !division.equals(unit.details().division()));
    }

    /** A union's own credit code is nobody else's. */
    void creditCodes() {
        var owners = known.ownersOf(entries.stream()
                .map(entry -> entry.more().uscc())
                .filter(Objects::nonNull)
                .toList());
        var first = new HashMap<String, UnionEntry>();
        for (var entry : entries) {
            var code = entry.more().uscc();
            if (code == null) continue;
            var before = first.putIfAbsent(code, entry);
            if (before != null)
                findings.problem(
                        entry.row(),
                        "unit-uscc",
                        "import.problem.twice",
                        before.row().number());
            var owner = owners.get(code);
            var unit = existing.get(entry);
            if (owner != null && (unit == null || unit.id() != owner))
                findings.problem(entry.row(), "unit-uscc", "import.problem.code-taken");
        }
    }
}

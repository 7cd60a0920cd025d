package org.uniongrid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;

/** Takes rows in as an import does, without a file. */
abstract class Imports {

    static final Actor JOB = Actor.system(
            "test",
            "organisation.division.import",
            "organisation.union.import",
            "organisation.employer.import",
            "organisation.upward.edit",
            "organisation.chain.edit",
            "organisation.pack.edit",
            "organisation.unit.read",
            "membership.roll.import");

    final TransactionTemplate transaction;
    private final Map<String, ImportKind> kinds;

    Imports(List<ImportKind> kinds, TransactionTemplate transaction) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::key, kind -> kind));
        this.transaction = transaction;
    }

    /** What an import finds in these rows, which begin in row 2 of a file. */
    public Findings check(String kind, List<Map<String, String>> rows, Actor actor) {
        return check(kind, sheet(kind, rows), actor);
    }

    public Findings check(String kind, Sheet sheet, Actor actor) {
        var findings = new Findings();
        kind(kind).check(sheet, actor, findings);
        return findings;
    }

    /** Takes rows in that have no problem, for the whole cell. */
    public Findings take(String kind, List<Map<String, String>> rows) {
        return take(kind, sheet(kind, rows));
    }

    public Findings take(String kind, Sheet sheet) {
        var findings = check(kind, sheet, JOB);
        if (!findings.problems().isEmpty())
            throw new IllegalStateException(findings.problems().toString());
        transaction.executeWithoutResult(status -> kind(kind).commit(sheet, JOB));
        return findings;
    }

    public ImportKind kind(String key) {
        return Optional.ofNullable(kinds.get(key)).orElseThrow();
    }

    private Sheet sheet(String kind, List<Map<String, String>> rows) {
        var numbered = new ArrayList<ImportRow>();
        for (var row : rows) {
            var cells = new HashMap<>(row);
            cells.values().removeIf(String::isEmpty);
            numbered.add(ImportRow.of(numbered.size() + 2, cells, kind(kind).columns()));
        }
        var columns = kind(kind).columns().stream().map(column -> column.key()).collect(Collectors.toSet());
        return new Sheet(numbered, columns, Map.of());
    }
}

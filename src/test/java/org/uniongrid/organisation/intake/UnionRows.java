package org.uniongrid.organisation.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.foundation.Actor;

/** Rows of lists of unions, for a city with two districts. */
abstract class UnionRows {

    final Union union;
    final Union.Unit city;
    final Union.Unit east;
    final Union.Unit west;
    final Actor cadre;

    UnionRows(Union union) {
        this.union = union;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        cadre = union.cadre(east);
    }

    @SafeVarargs
    final Findings check(Map<String, String>... rows) {
        return union.check("unions", List.of(rows), cadre);
    }

    /** A row of a joint union; names are this test's own, those of units that exist stay as they are. */
    Map<String, String> row(String word, String parent, String... more) {
        var row = new HashMap<>(Map.of("unit-name", name(word), "category", "联合工会", "parent", called(parent)));
        for (int i = 0; i < more.length; i += 2) row.put(more[i], more[i + 1]);
        return row;
    }

    String called(String parent) {
        return parent.isEmpty() || parent.length() > 4 || parent.matches("[A-Z0-9]+") ? parent : name(parent);
    }

    String name(String word) {
        return word + city.division();
    }

    Union.Unit unit(String word) {
        return union.unit(name(word));
    }

    static List<String> keys(Findings found) {
        return found.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.key())
                .sorted()
                .toList();
    }
}

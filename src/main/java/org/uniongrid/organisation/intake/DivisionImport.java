package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Choice;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.DivisionCode;

/** Takes in administrative divisions and, where asked, founds the federation of each, from city down to township. */
@Component
@Order(1)
class DivisionImport implements ImportKind {

    static final String KEY = "divisions";
    static final String FEDERATIONS = "federations";

    private final JdbcClient db;
    private final Federations federations;

    DivisionImport(JdbcClient db, Federations federations) {
        this.db = db;
        this.federations = federations;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String permission() {
        return "organisation.division.import";
    }

    @Override
    public Optional<String> seenAt() {
        return Optional.of("/organisation/tree");
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "区划代码", "统计用区划代码", "code")
                        .like("320506")
                        .noted("import.divisions.code"),
                Column.required("name", "名称", "区划名称", "name").like("吴中区"));
    }

    @Override
    public List<Choice> choices() {
        return List.of(new Choice(FEDERATIONS, true));
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var given = given(sheet, findings);
        var codes = withAbove(given.keySet());
        var known = names(codes);
        var seats = federations.seatedIn(codes);
        var reach = actor.reach(permission());
        // in the order of their codes every division comes after the one it lies in
        var grounded = new HashSet<>(known.keySet());
        for (var entry : given.entrySet()) {
            var row = entry.getValue();
            var division = new DivisionCode(entry.getKey());
            var missing = division.above().stream()
                    .limit(1)
                    .filter(above -> !grounded.contains(above))
                    .findFirst();
            if (missing.isPresent()) findings.problem(row, "code", "import.problem.no-division-above", missing.get());
            else if (!Federations.isWithin(division, seats, reach))
                findings.problem(row, "code", "import.problem.division-out-of-reach");
            if (!findings.isGood(row)) continue;
            grounded.add(division.code());
            var name = row.cell("name").strip();
            var founds = sheet.chose(FEDERATIONS)
                    && Federations.isFounded(division, name)
                    && !seats.containsKey(division.code());
            findings.change(row, "name", known.getOrDefault(division.code(), name), name);
            findings.verdict(row, founds ? Verdict.NEW : verdict(known.get(division.code()), name));
        }
    }

    private static SortedMap<String, ImportRow> given(Sheet sheet, Findings findings) {
        var given = new TreeMap<String, ImportRow>();
        for (var row : sheet.rows()) {
            var code = new Cells(row, findings).division("code");
            if (code == null) continue;
            var first = given.putIfAbsent(code, row);
            if (first != null) findings.problem(row, "code", "import.problem.twice", first.number());
        }
        return given;
    }

    private static Set<String> withAbove(Set<String> codes) {
        var all = new HashSet<>(codes);
        codes.forEach(code -> all.addAll(new DivisionCode(code).above()));
        return all;
    }

    private static Verdict verdict(@Nullable String now, String given) {
        if (now == null) return Verdict.NEW;
        return now.equals(given) ? Verdict.SAME : Verdict.CHANGED;
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        var names = new TreeMap<String, String>();
        for (var row : sheet.rows())
            names.put(
                    DivisionCode.of(row.cell("code")).orElseThrow().code(),
                    row.cell("name").strip());
        var parents = new LinkedHashMap<String, String>();
        names.keySet()
                .forEach(code -> parents.put(
                        code,
                        new DivisionCode(code).above().stream().findFirst().orElse("")));
        db.sql("""
                        insert into organisation.division as d (code, name, parent)
                        select code, name, nullif(parent, '') from unnest(:codes::text[], :names::text[], :parents::text[]) as g(code, name, parent)
                        on conflict (code) do update set name = excluded.name where d.name <> excluded.name
                        """)
                .param("codes", names.keySet().toArray(String[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param("parents", parents.values().toArray(String[]::new))
                .update();
        if (sheet.chose(FEDERATIONS)) federations.found(names);
    }

    private Map<String, String> names(Iterable<String> codes) {
        var list = new ArrayList<String>();
        codes.forEach(list::add);
        var names = new HashMap<String, String>();
        db.sql("select code, name from organisation.division where code = any (:codes)")
                .param("codes", list.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("code"), row.getString("name"));
                });
        return names;
    }
}

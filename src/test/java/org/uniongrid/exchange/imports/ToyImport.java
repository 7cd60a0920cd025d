package org.uniongrid.exchange.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Choice;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;

/** Takes in toys; a toy called bad is faulty, and one called cursed breaks the commit half-way. */
@Component
class ToyImport implements ImportKind {

    final AtomicInteger commits = new AtomicInteger();
    private final JdbcClient db;

    ToyImport(JdbcClient db) {
        this.db = db;
    }

    enum ToyRule implements Rule {
        TOY_MISSING
    }

    static Actor actor(long person, String... permissions) {
        var post = new Actor.Post(UUID.randomUUID(), "toy-keeper", "Keeper", null, null, null, Set.of(permissions));
        return new Actor(person, "Li", List.of(post), post);
    }

    static Actor keeper() {
        return actor(7, "exchange.import", "toy.import");
    }

    @Override
    public String key() {
        return "toy";
    }

    @Override
    public String permission() {
        return "toy.import";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("name", "名称", "Name").like("积木").noted("import.toy.name.note"),
                Column.optional("staff", "人数"),
                Column.optional("stuff", "材料").like("1").offering(List.of("1 木头", "2 铁皮")),
                Column.skipped("id", "身份证号"),
                Column.secret("phone", "手机号"));
    }

    @Override
    public List<Choice> choices() {
        return List.of(new Choice("loud", true));
    }

    @Override
    public void check(Sheet sheet, Actor actor, Findings findings) {
        var known = db.sql("select name from exchange.toy").query(String.class).list().stream()
                .collect(Collectors.toSet());
        for (var row : sheet.rows()) {
            if (row.cell("name").startsWith("bad"))
                findings.problem(row, "name", "import.problem.bad-toy", row.cell("name"));
            else if (row.secret("phone").startsWith("bad"))
                findings.problem(row, "phone", "import.problem.bad-toy", row.number());
            else findings.verdict(row, known.contains(row.cell("name")) ? Verdict.SAME : Verdict.NEW);
        }
    }

    @Override
    public void commit(Sheet sheet, Actor actor) {
        commits.incrementAndGet();
        for (var row : sheet.rows()) {
            if (row.cell("name").equals("cursed")) throw new IllegalStateException("cursed");
            ToyRule.TOY_MISSING.require(!row.cell("name").equals("missing"));
            db.sql("insert into exchange.toy values (:name, :staff) on conflict do nothing")
                    .param("name", row.cell("name") + (sheet.chose("loud") ? "!" : ""))
                    .param("staff", row.cell("staff") + row.secret("phone").length())
                    .update();
        }
    }
}

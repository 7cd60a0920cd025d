package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;

/** Lists of unions: what is known already, what changes, and what is refused. */
@ModuleTest
class UnionImportTests extends UnionRows {

    private final JdbcClient db;

    UnionImportTests(Union union, JdbcClient db) {
        super(union);
        this.db = db;
    }

    @Test
    void theSameUnitTwiceInAFileIsRefused() {
        assertThat(keys(check(
                        row("重", east.name()),
                        row("重", east.name()),
                        row("码一", east.name(), "unit-code", "D1"),
                        row("码二", east.name(), "unit-code", "D1"))))
                .containsExactly("3 unit-name import.problem.twice", "5 unit-code import.problem.twice");
    }

    @Test
    void anotherNameOrPlaceForAKnownCodeIsRefused() {
        var code = "E" + city.division();
        union.take("unions", List.of(row("原", east.name(), "unit-code", code)));
        var zone = union.district(city, "北");
        assertThat(keys(union.check("unions", List.of(row("改", east.name(), "unit-code", code)), union.cadre(city))))
                .containsExactly("2 unit-name import.problem.renamed");
        assertThat(keys(union.check("unions", List.of(row("原", zone.name(), "unit-code", code)), union.cadre(city))))
                .containsExactly("2 parent import.problem.moved");
        assertThat(keys(union.check("unions", List.of(row("原", west.name(), "unit-code", code)), union.cadre(west))))
                .as("a code that a unit beyond the reach has")
                .containsExactly("2 unit-code import.problem.code-taken");
    }

    @Test
    void theSameListTwiceChangesNothing() {
        var rows = List.of(
                row(
                        "不变",
                        east.name(),
                        "unit-code",
                        "F" + city.division(),
                        "chair-name",
                        "甲某",
                        "term-start",
                        "2024-05-08"),
                firm("不变厂", "staff", "30", "women", "10", "members", "28", "women-members", "9", "chair-name", "乙某"),
                row("无码不变", "不变"));
        union.take("unions", rows);
        var before = everything();
        var again = union.take("unions", rows);
        assertThat(verdicts(again, 3)).containsOnly(Verdict.SAME);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void changedFiguresAreUpdated() {
        var row = firm("增员厂", "staff", "30", "members", "20");
        union.take("unions", List.of(row));
        row.put("staff", "35");
        row.put("members", "31");
        assertThat(verdicts(union.take("unions", List.of(row)), 1)).containsExactly(Verdict.CHANGED);
        assertThat(db.sql("select staff || '/' || members from organisation.unit where name = ?")
                        .param(row.get("unit-name"))
                        .query(String.class)
                        .single())
                .isEqualTo("35/31");
        assertThat(db.sql("select staff from organisation.employer where uscc = ?")
                        .param(row.get("uscc"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(35);
    }

    @Test
    void aUnitThatGetsItsCodeLaterKeepsItAndIsFoundByIt() {
        var code = "G" + city.division();
        union.take("unions", List.of(row("后码", east.name())));
        var coded = List.of(row("后码", east.name(), "unit-code", code));
        assertThat(verdicts(union.take("unions", coded), 1)).containsExactly(Verdict.CHANGED);
        assertThat(verdicts(union.take("unions", coded), 1)).containsExactly(Verdict.SAME);
        union.take("unions", List.of(row("后码下", code)));
        assertThat(unit("后码下").scope().isWithin(unit("后码").scope())).isTrue();
        assertThat(db.sql("select search @@ :query::tsquery from organisation.unit where name = :name")
                        .param("query", org.uniongrid.foundation.Bigrams.query(code))
                        .param("name", name("后码"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aListWithoutCodesKnowsUnitsThatHaveOne() {
        var code = "H" + city.division();
        union.take("unions", List.of(row("有码的", east.name(), "unit-code", code)));
        var again = union.take("unions", List.of(row("有码的", east.name())));
        assertThat(verdicts(again, 1)).doesNotContain(Verdict.NEW);
        assertThat(db.sql("select code from organisation.unit where name = ?")
                        .param(name("有码的"))
                        .query(String.class)
                        .list())
                .containsExactly(code);
    }

    @Test
    void aColumnThatTheFileDoesNotHaveChangesNothing() {
        var row = firm("少列厂", "staff", "30", "address", "一号路");
        union.take("unions", List.of(row));
        var few = new HashMap<>(row);
        few.keySet().removeAll(Set.of("staff", "address"));
        var sheet = new Sheet(List.of(new ImportRow(2, few)), few.keySet(), Map.of());
        var again = union.take("unions", sheet);
        assertThat(verdicts(again, 1)).containsExactly(Verdict.SAME);
        assertThat(db.sql("select staff || address from organisation.unit where name = ?")
                        .param(row.get("unit-name"))
                        .query(String.class)
                        .single())
                .isEqualTo("30一号路");
    }

    @Test
    void anEmployerThatAnotherUnionCoversIsRefused() {
        var row = firm("抢厂");
        union.take("unions", List.of(row));
        var other = firm("另厂", "uscc", row.getOrDefault("uscc", ""));
        assertThat(keys(check(other))).containsExactly("2 uscc import.problem.covered-by");
        assertThat(keys(union.check("unions", List.of(under(west, other)), union.cadre(west))))
                .as("an employer beyond the reach")
                .containsExactly("2 uscc import.problem.employer-elsewhere");
    }

    @Test
    void aChairTakesOfficeWithTheTerm() {
        union.take(
                "unions",
                List.of(row(
                        "有主席", east.name(), "chair-name", "丙某", "term-start", "2024-05-08", "term-end", "2029-05-07")));
        assertThat(db.sql("""
                        select p.name || ' ' || o.title || ' ' || lower(t.during) from organisation.tenure t
                        join organisation.post o on o.id = t.post_id join people.person p on p.id = t.person_id
                        where o.unit_id = ?
                        """).param(unit("有主席").id()).query(String.class).list())
                .containsExactly("丙某 主席 2024-05-08");
    }

    @Test
    void wrongCellsAreNamed() {
        assertThat(keys(check(firm(
                        "错格厂",
                        "staff",
                        "10",
                        "women",
                        "11",
                        "members",
                        "五",
                        "term-start",
                        "2024-02-30",
                        "division",
                        "999999",
                        "uscc",
                        "91530100MA6K5TJP1X",
                        "lng",
                        "181",
                        "org-type",
                        "9"))))
                .containsExactlyInAnyOrder(
                        "2 women import.problem.more-than",
                        "2 members import.problem.count",
                        "2 term-start import.problem.day",
                        "2 division import.problem.no-such-division",
                        "2 uscc import.problem.credit-code",
                        "2 lng import.problem.degrees",
                        "2 org-type import.problem.one-of");
        assertThat(keys(check(row("无层级", east.name(), "category", "总工会"))))
                .containsExactly("2 tier import.problem.needs-tier");
    }

    @Test
    void namesAreNoLongerThanFormsTakeThem() {
        var name = "长".repeat(100);
        assertThat(keys(check(row("长", east.name(), "unit-name", name)))).isEmpty();
        assertThat(keys(check(row("长", east.name(), "unit-name", name + "长"))))
                .containsExactly("2 unit-name import.problem.longer-than");
        assertThat(keys(check(firm("长名厂", "employer-name", name)))).isEmpty();
        assertThat(keys(check(firm("长名厂", "employer-name", name + "长"))))
                .containsExactly("2 employer-name import.problem.longer-than");
        assertThat(keys(check(firm("长名厂", "address", "路".repeat(201)))))
                .containsExactly("2 address import.problem.longer-than");
    }

    @ParameterizedTest
    @CsvSource({
        "0, ''",
        "-1, count-range",
        "-3, count-range",
        "9999999, ''",
        "10000000, count-range",
        "999999999, count-range",
        "1.5, count"
    })
    void aCountOutOfRangeIsToldTheRange(String staff, String problem) {
        assertThat(keys(check(firm("人数厂", "staff", staff))))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of("2 staff import.problem." + problem));
    }

    @Test
    void whatChangedSinceTheCheckIsRefusedWhole() {
        var rows = List.of(row("先来", east.name(), "unit-code", "J" + city.division()), row("后到", east.name()));
        var sheet = new Sheet(
                List.of(new ImportRow(2, rows.get(0)), new ImportRow(3, rows.get(1))),
                rows.get(0).keySet(),
                Map.of());
        assertThat(keys(union.check("unions", sheet, cadre))).isEmpty();
        union.take("unions", List.of(row("抢先", west.name(), "unit-code", "J" + city.division())));
        assertThatThrownBy(() -> union.kind("unions").commit(sheet, cadre)).isInstanceOf(RegisterChanged.class);
        assertThat(db.sql("select count(*) from organisation.unit where name in (?, ?)")
                        .params(name("先来"), name("后到"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Map<String, String> firm(String word, String... more) {
        var row = new HashMap<>(Union.enterpriseRow(east, name(word), Map.of()));
        for (int i = 0; i < more.length; i += 2) row.put(more[i], more[i + 1]);
        return row;
    }

    private static Map<String, String> under(Union.Unit parent, Map<String, String> row) {
        var moved = new HashMap<>(row);
        moved.put("parent", parent.name());
        return moved;
    }

    private static List<Verdict> verdicts(Findings found, int rows) {
        return Stream.iterate(2, number -> number + 1)
                .limit(rows)
                .map(number -> found.verdict(new ImportRow(number, Map.of())))
                .toList();
    }

    /** All rows of this city's tree, with the transaction that wrote each last. */
    private List<String> everything() {
        return db.sql("""
                        with mine as (select * from organisation.unit where scope like :scope || '%')
                        select 'unit ' || u.xmin || u::text from organisation.unit u where id in (select id from mine)
                        union all select 'place ' || p.xmin || p::text from organisation.place p where unit_id in (select id from mine)
                        union all select 'name ' || n.xmin || n::text from organisation.unit_name n where unit_id in (select id from mine)
                        union all select 'post ' || o.xmin || o::text from organisation.post o where unit_id in (select id from mine)
                        union all select 'cover ' || c.xmin || c::text from organisation.cover c where unit_id in (select id from mine)
                        union all select 'employer ' || e.xmin || e::text from organisation.employer e where scope like :scope || '%'
                        order by 1
                        """)
                .param("scope", city.scope().path())
                .query(String.class)
                .list();
    }
}

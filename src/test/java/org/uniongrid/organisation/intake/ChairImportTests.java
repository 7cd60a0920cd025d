package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** The chairs a list names, with their identity numbers and phones. */
@ModuleTest
class ChairImportTests {

    private final Union union;
    private final Identities identities;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Union.Unit west;
    private final String number = Numbers.idNumber();
    private final String phone = Numbers.phone();

    ChairImportTests(Union union, Identities identities, JdbcClient db) {
        this.union = union;
        this.identities = identities;
        this.db = db;
        var city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
    }

    private static Map<String, String> row(Union.Unit parent, String word, String... more) {
        var row = new HashMap<>(Map.of(
                "unit-name", name(parent, word), "category", "联合工会", "parent", parent.name(), "chair-name", "甲某"));
        for (int i = 0; i < more.length; i += 2) row.put(more[i], more[i + 1]);
        return row;
    }

    private static String name(Union.Unit parent, String word) {
        return parent.name() + word + "联合工会";
    }

    private List<Long> chairs(Union.Unit parent, String word) {
        return db.sql("""
                        select t.person_id from organisation.tenure t join organisation.post p on p.id = t.post_id
                        where p.unit_id = ?
                        """)
                .param(union.unit(name(parent, word)).id())
                .query(Long.class)
                .list();
    }

    private static List<String> problems(Findings findings) {
        return findings.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.key())
                .toList();
    }

    @SafeVarargs
    private Findings check(Map<String, String>... rows) {
        return union.check("unions", Arrays.asList(rows), union.cadre(east));
    }

    @Test
    void numbersAreKeptSealedAndShownMasked() {
        union.take("unions", List.of(row(east, "有号", "chair-id", number, "chair-phone", "+86 " + phone)));
        var chair = chairs(east, "有号").getFirst();
        assertThat(identities.masked(chair))
                .isEqualTo(Map.of(
                        IdentityField.ID_NUMBER, Masks.number(number), IdentityField.PHONE, Masks.number(phone)));
        assertThat(identities.plain(chair, IdentityField.PHONE)).contains(phone);
        assertThat(db.sql("select string_agg(i::text, ' ') from people.identity i where person_id = ?")
                        .param(chair)
                        .query(String.class)
                        .single())
                .doesNotContain(number, phone);
    }

    @Test
    void aFilesNumbersStandApartFromItsOtherCells() {
        var csv = "工会名称,工会类别,主席姓名,主席身份证号,主席手机号\n某,联合工会,丁某," + number + "," + phone + "\n";
        var row = SheetFile.read(csv.getBytes(StandardCharsets.UTF_8), UnionColumns.ALL)
                .rows()
                .getFirst();
        assertThat(row.cells().values()).doesNotContain(number, phone);
        assertThat(row.secret("chair-id")).isEqualTo(number);
        assertThat(row).hasToString("row 2");
        assertThat(UnionEntry.read(new Cells(row, new Findings())).toString()).doesNotContain(number, phone);
    }

    @Test
    void theSamePersonIsKnownAgainByTheIdentityNumber() {
        union.take("unions", List.of(row(east, "一", "chair-id", number), row(east, "二", "chair-id", number)));
        union.take("unions", List.of(row(east, "三", "chair-id", number.toLowerCase(java.util.Locale.ROOT))));
        assertThat(chairs(east, "一")).isEqualTo(chairs(east, "二")).isEqualTo(chairs(east, "三"));
    }

    @Test
    void aNumberOfSomebodyElseIsRefused() {
        union.take("unions", List.of(row(east, "先", "chair-id", number)));
        assertThat(problems(check(
                        row(east, "后", "chair-id", number, "chair-name", "乙某"),
                        row(east, "后二", "chair-id", Numbers.idNumber()))))
                .containsExactly("2 chair-id import.problem.id-number-taken");
        assertThat(problems(check(
                        row(east, "同一", "chair-id", Numbers.idNumber()),
                        row(east, "先", "chair-id", Numbers.idNumber()))))
                .as("another number for the chair who is there")
                .containsExactly("3 chair-id import.problem.id-number-taken");
        var shared = Numbers.idNumber();
        assertThat(problems(check(
                        row(east, "丙", "chair-id", shared), row(east, "丁", "chair-id", shared, "chair-name", "丁某"))))
                .containsExactly("3 chair-id import.problem.id-number-twice");
    }

    @Test
    void wrongNumbersAreNamedAndShownMasked() {
        var found = check(
                row(east, "短", "chair-id", "11010519491231002"),
                row(east, "字", "chair-id", "1101051949123100AX"),
                row(east, "日", "chair-id", "11010519490229002X"),
                row(east, "码", "chair-id", "110105194912310021"),
                row(east, "数", "chair-id", "1.10105E+17"),
                row(east, "遮", "chair-id", "110***********002X", "chair-phone", "154****0001"),
                row(east, "话", "chair-phone", "0512-66668888"),
                row(east, "名", "chair-phone", phone, "chair-name", ""));
        assertThat(problems(found))
                .containsExactly(
                        "2 chair-id import.problem.id-number-length",
                        "3 chair-id import.problem.id-number-characters",
                        "4 chair-id import.problem.id-number-birthday",
                        "5 chair-id import.problem.id-number-check-digit",
                        "6 chair-id import.problem.rounded",
                        "7 chair-id import.problem.masked",
                        "7 chair-phone import.problem.masked",
                        "8 chair-phone import.problem.phone",
                        "9 chair-name import.problem.needs-chair");
        assertThat(found.problems()).extracting(Findings.Problem::content).noneMatch(text -> text.contains("1949"));
        assertThat(found.problems()).flatExtracting(Findings.Problem::args).containsOnly("17", "18");
    }

    @Test
    void theSameListAgainFillsInWhatWasNotKeptBefore() {
        union.take("unions", List.of(row(east, "旧")));
        var chair = chairs(east, "旧").getFirst();
        var row = row(east, "旧", "chair-id", number, "chair-phone", phone);
        assertThat(verdict(row)).isEqualTo(Verdict.CHANGED);
        union.take("unions", List.of(row));
        assertThat(chairs(east, "旧")).containsExactly(chair);
        assertThat(identities.plain(chair, IdentityField.ID_NUMBER)).contains(number);
        assertThat(verdict(row)).isEqualTo(Verdict.SAME);
        assertThat(verdict(row(east, "旧", "chair-phone", Numbers.phone()))).isEqualTo(Verdict.CHANGED);
        assertThat(verdict(row(east, "旧", "chair-phone", Numbers.phone(), "chair-name", "另一人")))
                .as("another chair is no matter of this list")
                .isEqualTo(Verdict.SAME);
    }

    private Verdict verdict(Map<String, String> row) {
        var findings = check(row);
        assertThat(findings.problems()).isEmpty();
        return findings.verdict(new ImportRow(2, Map.of()));
    }

    @Test
    void aNewAndAnOldUnionOfOneListMayShareAChair() {
        union.take("unions", List.of(row(east, "已有")));
        union.take("unions", List.of(row(east, "新来", "chair-id", number), row(east, "已有", "chair-id", number)));
        assertThat(chairs(east, "新来")).isEqualTo(chairs(east, "已有"));
    }

    @Test
    void thePhoneOfSomebodyOutOfSightIsNotReplaced() {
        union.take("unions", List.of(row(west, "西边", "chair-id", number, "chair-phone", phone)));
        var cadre = union.cadre(east);
        var sheet = new org.uniongrid.exchange.Sheet(
                List.of(ImportRow.of(
                        2, row(east, "东边", "chair-id", number, "chair-phone", Numbers.phone()), UnionColumns.ALL)),
                java.util.Set.of("chair-id", "chair-phone"),
                Map.of());
        union.kind("unions").commit(sheet, cadre);
        var chair = chairs(east, "东边").getFirst();
        assertThat(chairs(west, "西边")).containsExactly(chair);
        assertThat(identities.plain(chair, IdentityField.PHONE)).contains(phone);
    }
}

package org.uniongrid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.uniongrid.exchange.Files.COLUMNS;
import static org.uniongrid.exchange.Files.bytes;
import static org.uniongrid.exchange.Files.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class SheetFileTests {

    @Test
    void keepsRowNumbersAndSkipsBlankRows() {
        var file = read(xlsx(List.of(
                List.of("2026 年单位名册"), List.of("序号", "单位名称"), List.of("1", "甲"), List.of("2", ""), List.of("3", "乙"))));
        assertThat(file.rows()).extracting(ImportRow::number).containsExactly(3, 5);
        assertThat(file.rows()).extracting(row -> row.cell("name")).containsExactly("甲", "乙");
    }

    @Test
    void recognisesHeadersHoweverTheyAreTyped() {
        var file = read(bytes(" 单 位\u3000名称 ＊,ＳＴＡＦＦ\n甲,12\n"));
        assertThat(file.headings()).extracting(SheetFile.Heading::column).containsExactly("name", "staff");
    }

    @Test
    void forgetsWhatIsNotToBeKept() {
        var file = read(bytes("单位名称,主席身份证号,备注\n甲,53010219800101001X,secret\n"));
        assertThat(file.rows().getFirst().cells()).isEqualTo(Map.of("name", "甲"));
        assertThat(file.headings()).extracting(SheetFile.Heading::letter).containsExactly("A", "B", "C");
        assertThat(file.headings()).extracting(SheetFile.Heading::kept).containsExactly(true, false, false);
        assertThat(file.toString()).doesNotContain("53010219800101001X", "secret");
    }

    @Test
    void readsCsvOfChineseExcel() {
        var file = read("单位名称,职工人数\n云港电子,12\n".getBytes(Charset.forName("GB18030")));
        assertThat(file.rows().getFirst().cell("name")).isEqualTo("云港电子");
    }

    @Test
    void readsCsvWithByteOrderMarkAndQuotedCommas() {
        var file = read(bytes("\uFEFF单位名称,职工人数\n\"甲, \"\"乙\"\"\n丙\",12\n"));
        assertThat(file.rows().getFirst().cell("name")).isEqualTo("甲, \"乙\" 丙");
    }

    @Test
    void readsTextWithTabs() {
        assertThat(read(bytes("单位名称\t职工人数\n甲\t12\n")).rows().getFirst().cell("staff"))
                .isEqualTo("12");
    }

    @Test
    void showsDatesAndNumbersAsAPersonSeesThem() {
        var file = read(xlsx(sheet -> {
            head(sheet);
            sheet.value(1, 0, 42);
            sheet.value(1, 1, LocalDate.of(2026, 11, 5));
            sheet.style(1, 1).format("yyyy年m月d日").set();
            sheet.value(1, 2, 530102198001010011L);
            sheet.value(2, 0, 0.25);
            sheet.style(2, 0).format("0%").set();
            sheet.value(2, 1, LocalDateTime.of(2026, 11, 5, 9, 30));
            sheet.style(2, 1).format("yyyy/m/d h:mm").set();
            sheet.value(2, 2, 12);
            sheet.style(2, 2).format("000000").set();
            sheet.value(3, 0, 13800001234L);
            sheet.value(3, 1, 1234.5);
            sheet.style(3, 1).format("#,##0.00").set();
            sheet.value(3, 2, true);
        }));
        assertThat(file.rows())
                .extracting(row -> row.cell("name"), row -> row.cell("founded"), row -> row.cell("staff"))
                .containsExactly(
                        tuple("42", "2026-11-05", "5.30102E+17"),
                        tuple("25%", "2026-11-05 09:30", "000012"),
                        tuple("13800001234", "1234.5", "TRUE"));
    }

    @Test
    void reportsFormulasAndErrorsOnTheirCells() {
        var file = read(xlsx("""
                <row r="1"><c r="A1" t="str"><v>单位名称</v></c><c r="B1" t="str"><v>职工人数</v></c></row>
                <row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2" t="e"><v>#N/A</v></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>丙</t></is></c><c r="B4"><f si="0" t="shared"/><v>2</v></c></row>
                """));
        assertThat(file.problems())
                .extracting(Findings.Problem::row, Findings.Problem::column, Findings.Problem::key)
                .containsExactly(
                        tuple(2, "name", "import.problem.formula"),
                        tuple(2, "staff", "import.problem.error-value"),
                        tuple(4, "staff", "import.problem.formula"));
    }

    @Test
    void reportsFormulasInCsv() {
        var file = read(bytes("单位名称\n\"=cmd|' /C calc'!A0\"\n"));
        assertThat(file.problems()).extracting(Findings.Problem::key).containsExactly("import.problem.formula");
    }

    @Test
    void reportsEmptyRequiredCellsAndTextsWithoutEnd() {
        var file = read(bytes("单位名称,职工人数\n,12\n" + "长".repeat(501) + ",1\n"));
        assertThat(file.problems())
                .extracting(Findings.Problem::key)
                .containsExactly("import.problem.required", "import.problem.too-long");
        assertThat(file.problems().getLast().content()).hasSize(500);
    }

    @Test
    void dropsCharactersThatNobodySees() {
        var file = read(bytes("单位名称\n\u00A0甲\u202E\u0007乙\u200B \u3000\n"));
        assertThat(file.rows().getFirst().cell("name")).isEqualTo("甲乙");
    }

    @Test
    void leavesOutReadingAidsAndUnfoldsEscapes() {
        var file = read(xlsx("""
                <row r="1"><c r="A1" t="inlineStr"><is><t>单位名称</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><r><t>昆</t></r><r><t>明_x000D_市</t></r>
                <rPh sb="0" eb="1"><t>kun</t></rPh></is></c></row>"""));
        assertThat(file.rows().getFirst().cell("name")).isEqualTo("昆明 市");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        var out = new ByteArrayOutputStream();
        Xlsx.write(out, "名册", List.of("单位名称*", "职工人数"), List.of(List.of("=1+1", "+86 138"), List.of("'甲", "-5")));
        assertThat(read(out.toByteArray()).rows())
                .extracting(row -> row.cell("name"), row -> row.cell("staff"))
                .containsExactly(tuple("=1+1", "+86 138"), tuple("'甲", "-5"));
    }

    @Test
    void readsTwentyThousandRowsInSecondsWithLittleMemory() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("单位名称", "成立日期", "职工人数"));
        for (int i = 0; i < 20_000; i++) rows.add(List.of("云港电子第 " + i + " 分会 & 联合", "2026-11-05", "" + i));
        var content = xlsx(rows);
        var begun = System.nanoTime();
        var before = used();
        var file = read(content);
        assertThat(used() - before).isLessThan(60L << 20);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        assertThat(file.rows()).hasSize(20_000);
        assertThat(file.rows().getLast().cell("name")).isEqualTo("云港电子第 19999 分会 & 联合");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void head(Worksheet sheet) {
        sheet.value(0, 0, "单位名称");
        sheet.value(0, 1, "成立日期");
        sheet.value(0, 2, "职工人数");
    }

    private static SheetFile read(byte[] content) {
        return SheetFile.read(content, COLUMNS);
    }
}

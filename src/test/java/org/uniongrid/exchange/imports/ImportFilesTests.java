package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.uniongrid.exchange.imports.ToyImport.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SheetFile;

/** The workbooks that go out: what Excel finds in them, read from their XML, and what an upload reads from them. */
@ModuleTest
class ImportFilesTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** The library writes what is not ASCII by number. */
    private static final Pattern ESCAPE = Pattern.compile("&#x([0-9a-f]{1,6});");

    private static final List<Column> RETURNED = List.of(
            Column.optional("row", "行号"),
            Column.optional("name", "名称"),
            Column.optional("staff", "人数"),
            Column.optional("phone", "手机号"),
            Column.optional("problem", "问题"));

    private final ImportDesk desk;
    private final ImportRuns runs;
    private final ImportFiles files;
    private final ToyImport toys;
    private final JdbcClient db;

    ImportFilesTests(ImportDesk desk, ImportRuns runs, ImportFiles files, ToyImport toys, JdbcClient db) {
        this.desk = desk;
        this.runs = runs;
        this.files = files;
        this.toys = toys;
        this.db = db;
    }

    @BeforeEach
    void clear() {
        db.sql("delete from exchange.import_run").update();
    }

    @Test
    void aCodedColumnHasItsDropDownFromAHiddenSheet() throws IOException {
        var template = template();
        assertThat(part(template, SHEET))
                .containsPattern("<dataValidation sqref=\"C2:C200001\" type=\"list\"")
                .contains("<formula1>'lists'!$C$1:$C$2</formula1>")
                .containsOnlyOnce("<dataValidation ");
        assertThat(part(template, "xl/workbook.xml")).containsPattern("name=\"lists\"[^>]*state=\"hidden\"");
        assertThat(part(template, "xl/sharedStrings.xml")).contains("1 木头", "2 铁皮");
    }

    @Test
    void everyHeadingHasANote() throws IOException {
        var notes = part(template(), "xl/comments1.xml");
        for (var cell : List.of("A1", "B1", "C1", "D1")) assertThat(notes).contains("ref=\"" + cell + "\"");
        assertThat(notes).contains("必填\n与盒子上一致\n例如：积木", "选填，加密保存");
    }

    @Test
    void everyColumnIsTextSoThatZerosAndLongCodesSurvive() throws IOException {
        var template = template();
        var columns = matches(part(template, SHEET), "<col min=\"(\\d+)\"[^>]*style=\"(\\d+)\"");
        assertThat(columns).hasSize(4);
        var styles = part(template, "xl/styles.xml");
        var text = matches(styles, "<numFmt numFmtId=\"(\\d+)\" formatCode=\"@\"")
                .getFirst()
                .group(1);
        var looks = matches(styles.replaceFirst("(?s).*<cellXfs", ""), "<xf numFmtId=\"(\\d+)\"");
        assertThat(columns)
                .extracting(
                        column -> looks.get(Integer.parseInt(column.group(2))).group(1))
                .containsOnly(text);
    }

    @Test
    void itSaysInAHiddenPlaceWhichTemplateItIs() throws IOException {
        assertThat(part(template(), "docProps/custom.xml"))
                .contains(TemplateFile.VERSION, TemplateFile.version(toys))
                .contains("toy ");
    }

    @Test
    void itsExampleIsOverlookedByTheUpload() throws IOException {
        assertThat(part(template(), "xl/sharedStrings.xml")).contains("示例：积木");
        assertThat(catchThrowable(() -> SheetFile.read(template(), toys.columns())))
                .hasMessage("import.refused.no-rows");
        var run = checked("名称,人数\n示例：积木,1\n风车,2\n");
        assertThat(run.total()).isEqualTo(1);
        assertThat(run.examples()).isEqualTo(1);
    }

    @Test
    void aThousandPlantedFaultsComeBackAsExactlyThoseRows() throws IOException {
        var random = new Random(41);
        var planted = new TreeSet<Integer>();
        while (planted.size() < 1_000) planted.add(2 + random.nextInt(5_000));
        var run = checked("名称,人数\n"
                + IntStream.range(2, 5_002)
                        .mapToObj(row -> (planted.contains(row) ? "bad " : "积木 ") + row + "," + row + "\n")
                        .collect(Collectors.joining()));

        assertThat(run.faulty()).isEqualTo(1_000);
        var errors = SheetFile.read(files.errors(run, Locale.SIMPLIFIED_CHINESE), RETURNED);
        assertThat(errors.rows())
                .extracting(row -> Integer.valueOf(row.cell("row")))
                .containsExactlyElementsOf(planted);
        assertThat(errors.rows()).allMatch(row -> row.cell("problem").contains("坏玩具 " + row.cell("name")));

        var whole = files.whole(run, Locale.SIMPLIFIED_CHINESE);
        var rows = SheetFile.read(whole, RETURNED).rows();
        assertThat(rows).extracting(ImportRow::number).isEqualTo(numbers(5_000));
        assertThat(rows)
                .allMatch(row -> row.cell("row").equals("" + row.number())
                        && row.cell("staff").equals("" + row.number()));
        assertThat(rows.stream().filter(row -> row.has("problem")).map(ImportRow::number))
                .containsExactlyElementsOf(planted);
        assertThat(coloured(whole, "B")).as("only the cell that is wrong").isEqualTo(planted);
        assertThat(coloured(whole, "C")).isEmpty();
    }

    @Test
    void numbersOfPeopleGoOutMasked() {
        var run = checked("名称,手机号\n积木,15488887777\nbad,15488886666\n");
        for (var file : List.of(files.errors(run, Locale.ROOT), files.whole(run, Locale.ROOT)))
            assertThat(SheetFile.read(file, RETURNED).rows())
                    .extracting(row -> row.cell("phone"))
                    .allMatch(phone -> phone.startsWith("154****"));
    }

    @Test
    void nothingThatGoesOutCanActAsAFormula() throws IOException {
        var attacks = List.of("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"\"http://x\"\")");
        var run = checked("名称,人数\n"
                + attacks.stream()
                        .map(attack -> "\"bad\",\"" + attack + "\"\n\"" + attack + "\",\n")
                        .collect(Collectors.joining()));
        for (var file : List.of(files.errors(run, Locale.ROOT), files.whole(run, Locale.ROOT))) {
            var sheet = part(file, SHEET);
            assertThat(sheet).doesNotContain("<f>", "<f ");
            assertThat(matches(sheet, "<t[^>]*>([^<]*)</t>"))
                    .as("saved as CSV and opened again it is still text")
                    .noneMatch(text -> text.group(1).matches("[=+\\-@\\t\\r].*"));
            assertThat(sheet).contains("&apos;=1+1", "&apos;@SUM(A1)");
        }
    }

    @Test
    void aWrongNumberOfAPersonIsColouredThoughItIsMasked() throws IOException {
        var run = checked("名称,手机号\n甲,bad 1\n乙,2\n");
        assertThat(coloured(files.whole(run, Locale.ROOT), "C")).containsExactly(2);
    }

    private byte[] template() {
        return files.template(toys, Locale.SIMPLIFIED_CHINESE);
    }

    private ImportRun checked(String csv) {
        var run = desk.upload(toys, "玩具.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of(), keeper());
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> runs.find(run.publicId(), keeper()), found -> !found.isWorking());
    }

    private static List<Integer> numbers(int rows) {
        return IntStream.range(2, rows + 2).boxed().toList();
    }

    /** The rows whose cell of this column is filled with the colour of what is wrong. */
    private static Set<Integer> coloured(byte[] workbook, String column) throws IOException {
        var styles = part(workbook, "xl/styles.xml");
        var fills = matches(styles, "(?s)<fill>.*?</fill>");
        var red = IntStream.range(0, fills.size())
                .filter(fill -> fills.get(fill).group().contains(MendFile.WRONG))
                .findFirst()
                .orElseThrow();
        var looks = matches(styles.replaceFirst("(?s).*<cellXfs", ""), "<xf [^>]*fillId=\"(\\d+)\"");
        return matches(part(workbook, SHEET), "<c r=\"" + column + "(\\d+)\" s=\"(\\d+)\"").stream()
                .filter(cell ->
                        looks.get(Integer.parseInt(cell.group(2))).group(1).equals("" + red))
                .map(cell -> Integer.valueOf(cell.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MatchResult> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(workbook).get();
                var in = zip.getInputStream(zip.getEntry(name))) {
            return ESCAPE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
        }
    }
}

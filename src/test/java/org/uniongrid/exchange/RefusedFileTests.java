package org.uniongrid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.uniongrid.exchange.Files.COLUMNS;
import static org.uniongrid.exchange.Files.bytes;
import static org.uniongrid.exchange.Files.parts;
import static org.uniongrid.exchange.Files.xlsx;
import static org.uniongrid.exchange.Files.zip;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RefusedFileTests {

    private static final String HEAD = "<row r='1'><c r='A1' t='str'><v>单位名称</v></c></row>";
    private static final String ROW = "<row r='2'><c r='A2' t='str'><v>甲</v></c></row>";

    @Test
    void takesTheHandMadeWorkbookThatTheOthersArePoisonedFrom() {
        assertThat(SheetFile.read(xlsx(HEAD + ROW), COLUMNS).rows()).hasSize(1);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refusal(new byte[0])).isEqualTo("import.refused.empty");
    }

    @Test
    void refusesOldExcel() {
        assertThat(refusal(oldOffice("Workbook"))).isEqualTo("import.refused.old-excel");
    }

    @Test
    void refusesAnEncryptedWorkbook() {
        assertThat(refusal(oldOffice("EncryptedPackage"))).isEqualTo("import.refused.encrypted");
    }

    @Test
    void refusesAnEncryptedZip() {
        var content = xlsx(HEAD + ROW);
        flagAsEncrypted(content);
        assertThat(refusal(content)).isEqualTo("import.refused.encrypted");
    }

    @Test
    void refusesMacrosWhateverTheNameOfTheFile() {
        var parts = parts(HEAD + ROW);
        parts.put("xl/vbaProject.bin", new byte[] {1});
        assertThat(refusal(zip(parts))).isEqualTo("import.refused.macros");
    }

    @Test
    void refusesAWordDocument() {
        var parts = parts(HEAD + ROW);
        parts.put("word/document.xml", bytes("<document/>"));
        assertThat(refusal(zip(parts))).isEqualTo("import.refused.word");
    }

    @Test
    void refusesAZipThatIsNoWorkbook() {
        assertThat(refusal(zip(Map.of("readme.txt", bytes("hello"))))).isEqualTo("import.refused.unknown");
    }

    @Test
    void refusesPicturesAndNoise() {
        var noise = new byte[2000];
        new Random(7).nextBytes(noise);
        assertThat(refusal(noise)).isEqualTo("import.refused.unknown");
        assertThat(refusal(bytes("单位名称\n甲\0乙\n"))).isEqualTo("import.refused.unknown");
    }

    @Test
    void refusesAWebPageSavedAsExcel() {
        assertThat(refusal(bytes("\n<html><table><tr><td>单位名称</td></tr></table></html>")))
                .isEqualTo("import.refused.web-page");
    }

    @Test
    void refusesAWorkbookCutInHalf() {
        var whole = xlsx(HEAD + ROW);
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("import.refused.broken");
        assertThat(refusal(xlsx(HEAD + "<row>"))).isEqualTo("import.refused.broken");
    }

    @Test
    void refusesAZipBombQuickly() {
        var parts = parts(HEAD + ROW);
        parts.put("xl/media/big.bin", new byte[300 << 20]);
        var bomb = zip(parts);
        parts.clear();
        assertThat(bomb.length).isLessThan(1 << 20);
        var begun = System.nanoTime();
        assertThat(refusal(bomb)).isEqualTo("import.refused.bomb");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void refusesAnArchiveOfManyParts() {
        var parts = parts(HEAD + ROW);
        for (int i = 0; i < 600; i++) parts.put("xl/extra" + i + ".xml", bytes("<a/>"));
        assertThat(refusal(zip(parts))).isEqualTo("import.refused.bomb");
    }

    @Test
    void refusesADocumentTypeInAnyPartAndEncoding() {
        var plain = parts(HEAD + ROW);
        plain.put(
                "docProps/app.xml",
                bytes("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a/>"));
        assertThat(refusal(zip(plain))).isEqualTo("import.refused.doctype");
        var wide = parts(HEAD + ROW);
        wide.put("docProps/app.xml", "<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_16));
        assertThat(refusal(zip(wide))).isEqualTo("import.refused.doctype");
    }

    @Test
    void refusesCellsFarOutsideTheSheet() {
        assertThat(refusal(xlsx(HEAD + "<row r='2'><c r='ZZZZZZZ2'><v>1</v></c></row>")))
                .isEqualTo("import.refused.broken");
        assertThat(refusal(xlsx(HEAD + "<row r='2'><c r='ZZ2'><v>1</v></c></row>")))
                .isEqualTo("import.refused.too-many-columns");
        assertThat(refusal(xlsx(HEAD + "<row r='2000000000'><c r='A2'><v>1</v></c></row>")))
                .isEqualTo("import.refused.broken");
        assertThat(refusal(xlsx(HEAD + ROW + ROW))).isEqualTo("import.refused.broken");
        assertThat(refusal(bytes("单位名称\n" + "a,".repeat(250)))).isEqualTo("import.refused.too-many-columns");
    }

    @Test
    void survivesFormulasThatUnfoldWithoutEndAndNumbersOfAMillionDigits() {
        var rows = new StringBuilder(HEAD)
                .append("<row r='2'><c r='A2'><f t='shared' ref='A2:A9999' si='0'>")
                .append("A1+".repeat(2000))
                .append("1</f><v>1</v></c></row>");
        for (int row = 3; row < 15_000; row++)
            rows.append("<row r='" + row + "'><c r='A" + row + "'><f t='shared' si='0'/><v>1</v></c></row>");
        rows.append("<row r='16000'><c r='A16000'><v>1E999999999</v></c></row>");
        var file = SheetFile.read(xlsx(rows.toString()), COLUMNS);
        assertThat(file.rows().getLast().cell("name")).isEqualTo("1E999999999");
        assertThat(file.problems()).hasSize(14_998);
    }

    @Test
    void refusesMoreRowsThanItTakes() {
        assertThat(refusal(bytes("单位名称\n" + "甲\n".repeat(200_001)))).isEqualTo("import.refused.too-many-rows");
        assertThat(SheetFile.read(bytes("单位名称\n" + "甲\n".repeat(200_000)), COLUMNS)
                        .rows())
                .hasSize(200_000);
    }

    @Test
    void refusesAFileWithoutHeader() {
        assertThat(refusal(bytes("\n".repeat(10) + "单位名称\n甲\n"))).isEqualTo("import.refused.no-header");
        assertThat(SheetFile.read(bytes("\n".repeat(9) + "单位名称\n甲\n"), COLUMNS).rows())
                .extracting(ImportRow::number)
                .containsExactly(11);
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThat(refusal(bytes("单位名称,职工人数\n,\n"))).isEqualTo("import.refused.no-rows");
    }

    @Test
    void namesTheHeaderThatStandsTwiceAndTheColumnsThatLack() {
        var twice = refused(bytes("单位名称,职工人数,name\n甲,1,乙\n"));
        assertThat(twice.key()).isEqualTo("import.refused.duplicate-header");
        assertThat(twice.args()).containsExactly("name", "A", "C");
        var lacking = refused(bytes("职工人数,备注\n1,甲\n"));
        assertThat(lacking.key()).isEqualTo("import.refused.missing-columns");
        assertThat(lacking.args()).containsExactly("单位名称");
    }

    @Test
    void neverFailsInAnyOtherWayOnDamagedFiles() {
        var random = new Random(11);
        for (var whole :
                List.of(xlsx(HEAD + ROW), xlsx(List.of(List.of("单位名称"), List.of("甲"))), bytes("单位名称\n\"甲\"\n"))) {
            for (int round = 0; round < 400; round++) {
                var damaged = whole.clone();
                for (int hit = 0; hit < 3; hit++) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                try {
                    SheetFile.read(damaged, COLUMNS);
                } catch (FileRefused expected) {
                    assertThat(expected.key()).startsWith("import.refused.");
                }
            }
        }
    }

    private static void flagAsEncrypted(byte[] zip) {
        for (int i = 0; i + 8 < zip.length; i++) {
            if (zip[i] != 'P' || zip[i + 1] != 'K') continue;
            if (zip[i + 2] == 3 && zip[i + 3] == 4) zip[i + 6] |= 1;
            if (zip[i + 2] == 1 && zip[i + 3] == 2) zip[i + 8] |= 1;
        }
    }

    private static byte[] oldOffice(String stream) {
        var content = new byte[4096];
        var start = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(start, 0, content, 0, start.length);
        System.arraycopy(name, 0, content, 1024, name.length);
        return content;
    }

    private static String refusal(byte[] content) {
        return refused(content).key();
    }

    private static FileRefused refused(byte[] content) {
        return catchThrowableOfType(FileRefused.class, () -> SheetFile.read(content, COLUMNS));
    }
}

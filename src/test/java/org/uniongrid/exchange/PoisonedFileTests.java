package org.uniongrid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.exchange.Files.bytes;
import static org.uniongrid.exchange.Files.parts;
import static org.uniongrid.exchange.Files.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Poisoned files, each read by a process that has 128 MB of memory in all: what refuses them may cost no more, and no
 * more than ten seconds.
 */
class PoisonedFileTests {

    private static final String HEAD = "<row r='1'><c r='A1' t='str'><v>单位名称</v></c></row>";
    private static final String ROW = "<row r='2'><c r='A2' t='str'><v>甲</v></c></row>";
    private static final long SECONDS_MOST = 10;
    private static final int BLOCK = 1 << 16;

    @TempDir
    private static Path directory;

    private static Map<String, String> answers = Map.of();

    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    @BeforeAll
    static void readAllInALittleProcess() throws Exception {
        make();
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PoisonReader.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var found = new HashMap<String, String>();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> found.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        }
        answers = found;
    }

    @ParameterizedTest
    @CsvSource({
        "zip-bomb, import.refused.bomb",
        "blank-rows, import.refused.bomb",
        "document-type, import.refused.doctype",
        "macros, import.refused.macros",
        "formulas, 15000 problems",
        "links, import.refused.links",
        "columns, import.refused.too-many-columns",
        "rows, import.refused.too-many-rows",
        "shared-texts, import.refused.bomb",
        "encrypted, import.refused.encrypted",
        "old-excel, import.refused.old-excel",
        "nested, import.refused.nested",
        "deep, import.refused.broken",
        "web-page, import.refused.web-page",
    })
    void isRefusedInTimeAndMemory(String name, String expected) {
        var answer = Objects.requireNonNull(answers.get(name), "the reader died before " + name);
        var time = answer.substring(0, answer.indexOf(' '));
        assertThat(answer.substring(answer.indexOf(' ') + 1)).isEqualTo(expected);
        assertThat(Long.parseLong(time)).as("milliseconds").isLessThan(SECONDS_MOST * 1_000);
    }

    @Test
    void everyRefusalIsSaidInBothLanguages() throws IOException {
        for (var file : new String[] {"messages.properties", "messages_zh_CN.properties"}) {
            var words = new String(
                    Objects.requireNonNull(getClass().getResourceAsStream(file)).readAllBytes(),
                    StandardCharsets.UTF_8);
            answers.values().stream()
                    .filter(answer -> answer.contains("import."))
                    .forEach(answer -> assertThat(words).contains("\n" + answer.split(" ")[1] + "="));
        }
    }

    private static void make() throws IOException {
        put("zip-bomb", "xl/media/big.bin", zeros(300));
        put(
                "blank-rows",
                "xl/worksheets/sheet1.xml",
                repeated("<worksheet><sheetData>" + HEAD, "<row></row>", 600L << 20));
        put(
                "document-type",
                "docProps/app.xml",
                of("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"));
        put("macros", "xl/vbaProject.bin", of("macro"));
        write("formulas", out -> out.write(xlsx(formulas())));
        put("links", "xl/externalLinks/externalLink1.xml", of("<externalLink/>"));
        write("columns", out -> out.write(xlsx(HEAD + "<row r='2'><c r='XFD2'><v>1</v></c></row>")));
        put("rows", "xl/worksheets/sheet1.xml", PoisonedFileTests::manyRows);
        put("shared-texts", "xl/sharedStrings.xml", PoisonedFileTests::manyTexts);
        write("encrypted", out -> out.write(oldOffice("EncryptedPackage")));
        write("old-excel", out -> out.write(oldOffice("Workbook")));
        put("nested", "xl/embeddings/inner.xlsx", out -> out.write(xlsx(HEAD + ROW)));
        put("deep", "xl/worksheets/sheet1.xml", repeated("<worksheet><sheetData>", "<row>", 900_000));
        write("web-page", out -> out.write(bytes("<html><table><tr><td>单位名称</td></tr></table></html>")));
    }

    private static String formulas() {
        var rows = new StringBuilder(HEAD);
        for (int row = 2; row < 15_002; row++)
            rows.append("<row r='%d'><c r='A%d'><f t='shared' si='0'>A1+A1</f><v>1</v></c></row>".formatted(row, row));
        return rows.toString();
    }

    private static void manyRows(OutputStream out) throws IOException {
        var random = new Random(3);
        out.write(bytes("<worksheet><sheetData>" + HEAD));
        for (int row = 2; row < 250_000; row++)
            out.write(bytes("<row r='" + row + "'><c t='str'><v>" + random.nextLong() + "</v></c></row>"));
        out.write(bytes("</sheetData></worksheet>"));
    }

    private static void manyTexts(OutputStream out) throws IOException {
        var random = new Random(5);
        out.write(bytes("<sst>"));
        for (int text = 0; text < 1_100_000; text++) out.write(bytes("<si><t>" + random.nextLong() + "</t></si>"));
        out.write(bytes("</sst>"));
    }

    /** At least so many bytes of the same. */
    private static Content repeated(String head, String text, long size) {
        return out -> {
            var block = bytes(text.repeat(Math.max(1, BLOCK / text.length())));
            out.write(bytes(head));
            for (long written = 0; written < size; written += block.length) out.write(block);
        };
    }

    private static Content zeros(int megabytes) {
        return out -> {
            var block = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) out.write(block);
        };
    }

    private static Content of(String text) {
        return out -> out.write(bytes(text));
    }

    /** A sound workbook with one part put in or in place of another. */
    private static void put(String name, String part, Content content) throws IOException {
        write(name, out -> {
            var parts = new LinkedHashMap<>(parts(HEAD + ROW));
            parts.remove(part);
            if (part.endsWith("sharedStrings.xml")) parts.put("xl/_rels/workbook.xml.rels", bytes("""
                        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Target="sharedStrings.xml"/></Relationships>"""));
            try (var zip = new ZipOutputStream(out)) {
                for (var one : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(one.getKey()));
                    zip.write(one.getValue());
                }
                zip.putNextEntry(new ZipEntry(part));
                content.to(zip);
            }
        });
    }

    private static void write(String name, Content content) throws IOException {
        try (var out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(directory.resolve(name)))) {
            content.to(out);
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
}

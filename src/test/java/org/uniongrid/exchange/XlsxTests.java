package org.uniongrid.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void keepsWhatLooksLikeAFormulaAsText(String poisoned) {
        assertThat(Xlsx.escaped(poisoned)).isEqualTo("'" + poisoned);
        assertThat(Xlsx.unescaped(Xlsx.escaped(poisoned))).isEqualTo(poisoned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "甲", "1-2", "a=b"})
    void leavesOtherTextsAlone(String text) {
        assertThat(Xlsx.escaped(text)).isEqualTo(text);
    }

    @Test
    void writesNoFormulaAndNoNumber() throws IOException {
        var out = new ByteArrayOutputStream();
        Xlsx.write(out, "A", List.of("=HEAD()"), List.of(List.of("=HYPERLINK(\"http://x\")"), List.of("530102")));
        var sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f", "<v>530102").contains("&apos;=HYPERLINK");
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(workbook).get();
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

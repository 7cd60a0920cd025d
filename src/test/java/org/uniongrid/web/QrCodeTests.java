package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.uniongrid.web.QrCode.Correction;

/** What is drawn is what a phone reads. */
class QrCodeTests {

    private static final String ADDRESS = "https://union.example/join/7Q2M4XKD?from=公告栏";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @ParameterizedTest
    @EnumSource
    void aPhoneReadsIt(Correction correction) throws Exception {
        assertThat(Camera.read(QrCode.of(ADDRESS, correction))).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneReadsThePathOfThePage(Correction correction) throws Exception {
        var code = QrCode.of(ADDRESS, correction);
        int scale = 4;
        var image = new BufferedImage(code.size() * scale, code.size() * scale, BufferedImage.TYPE_BYTE_BINARY);
        var pen = image.createGraphics();
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(java.awt.Color.BLACK);
        RUN.matcher(code.path())
                .results()
                .forEach(run -> pen.fillRect(
                        Integer.parseInt(run.group(1)) * scale,
                        Integer.parseInt(run.group(2)) * scale,
                        Integer.parseInt(run.group(3)) * scale,
                        scale));
        assertThat(RUN.matcher(code.path()).replaceAll("")).isEmpty();
        assertThat(Camera.read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void whatStandsUpToMoreDirtIsDenser() {
        assertThat(QrCode.of(ADDRESS, Correction.HIGH).size())
                .isGreaterThan(QrCode.of(ADDRESS, Correction.LOW).size());
    }

    @Test
    void aTextIsTooLongAtSomePoint() {
        assertThat(QrCode.of("9".repeat(2_000), Correction.MEDIUM).size()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrCode.of("长".repeat(2_000), Correction.MEDIUM))
                .withMessageNotContaining("长");
    }
}

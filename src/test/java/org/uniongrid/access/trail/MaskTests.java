package org.uniongrid.access.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall before the trail: no number of a person gets through. All numbers are made up. */
class MaskTests {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 110*************2X",
        "11010519491231002x, 110*************2x",
        "440524188001010014, 440*************14",
        "130503670401001, 130**********01",
        "13800138000, 138******00",
        "+8613800138000, +861********00",
        "138-0013-8000, 138********00",
        "6222021234567890128, 622**************28",
        "１３８００１３８０００, １３８******００"
    })
    void numbersOfPeopleAreMasked(String number, String masked) {
        assertThat(Mask.numbers(number)).isEqualTo(masked);
        assertThat(Mask.numbers("电话" + number + "，另有")).isEqualTo("电话" + masked + "，另有");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138 0013 8000",
                "13800138000 2026-11-21",
                "2026 13800138000",
                "4405 2418 8001 0100 14",
                "110105 19491231 002X",
                "6222 0212 3456 7890 128",
                "13800138000、13900139000",
                "138  0013 - 8000",
                "138\u30000013－8000"
            })
    void gapsAndNeighboursHideNothing(String text) {
        var masked = Mask.numbers(text);
        assertThat(masked).contains("***");
        assertThat(masked.replaceAll("[^0-9]", ""))
                .doesNotContain("13800138000", "13900139000", "440524188001010014", "11010519491231002")
                .doesNotContain("6222021234567890128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91990100MA0000001A",
                "2026-11-21 12:31:05",
                "GD2026-1103-0342",
                "1,234,567 rows",
                "00000000-0000-0000-0000-00000000002a",
                "110105194912310021",
                "12800138000",
                "file-20261121.xlsx"
            })
    void otherNumbersStay(String text) {
        assertThat(Mask.numbers(text)).isEqualTo(text);
    }

    @Test
    void marksThatCannotBeSeenHideNothing() {
        assertThat(Mask.clean("138\u200b0013\u20608000", 100)).isEqualTo("138******00");
        assertThat(Mask.clean("a\u202eb", 100)).isEqualTo("ab");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(Mask.line("甄名\n- all is well\r\n\u2028x", 100)).isEqualTo("甄名 - all is well  x");
        assertThat(Mask.line(null, 4)).isNull();
    }

    @Test
    void textsAreCutAndCleaned() {
        assertThat(Mask.clean("a\u0000b\tc\ud800d\ne", 100)).isEqualTo("abcd\ne");
        assertThat(Mask.clean("一二三四五", 4)).isEqualTo("一二三…");
        assertThat(Mask.clean(null, 4)).isNull();
    }
}

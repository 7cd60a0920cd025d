package org.uniongrid.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is owed what, as it is typed while somebody talks; and amounts of money. */
class ClaimsTests {

    @Test
    void aLineIsAPersonAndAMonth() {
        var read = Claims.read("周立 2026-07 6000\n\n吴强,2026年8月,11,318元\n周立 2026/08 6,187.50\n");
        assertThat(read.fault()).isEmpty();
        assertThat(read.claims().names()).containsExactly("周立", "吴强");
        assertThat(read.claims().months().get("周立"))
                .isEqualTo(Map.of(YearMonth.of(2026, 7), 600_000L, YearMonth.of(2026, 8), 618_750L));
        assertThat(read.claims().months().get("吴强")).isEqualTo(Map.of(YearMonth.of(2026, 8), 1_131_800L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            周立 2026-07|case.claims.line
            周立六千|case.claims.line
            周立 2026-13 6000|case.claims.month
            周立 1989-12 6000|case.claims.month
            周立 2026-07 0|case.claims.amount
            周立 2026-07 六千|case.claims.amount
            周立 2026-07 6000.123|case.claims.amount
            """)
    void aLineThatIsNoneIsNamed(String line, String key) {
        var read = Claims.read("吴强 2026-08 1\n" + line);
        assertThat(read.fault()).contains(new Claims.Fault(2, key));
        assertThat(read.claims().isEmpty()).isTrue();
    }

    @Test
    void aMonthStandsOnceForEach() {
        assertThat(Claims.read("周立 2026-07 6000\n周立 2026-7 1").fault())
                .contains(new Claims.Fault(2, "case.claims.twice"));
    }

    @Test
    void fiveHundredLinesAreReadAndNoMore() {
        var most = "周立 2026-07 6000\n" + "\n".repeat(Claims.MOST - 1);
        assertThat(Claims.read(most).fault()).isEmpty();
        assertThat(Claims.read(most + "吴强 2026-07 1").fault())
                .contains(new Claims.Fault(Claims.MOST + 1, "case.claims.many"));
    }

    @ParameterizedTest
    @CsvSource({"6000,600000", "'48,505',4850500", "0.01,1", "￥17187元,1718700", "99999999.99,9999999999", "12.5,1250"})
    void amountsAreReadInYuan(String typed, long fen) {
        assertThat(Yuan.read(typed)).contains(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.00", "100000000", "-5", "1e5", "4,85", "1.234", "六千"})
    void whatIsNoAmountIsNone(String typed) {
        assertThat(Yuan.read(typed)).isEmpty();
    }

    @Test
    void amountsAreShownWithTwoPlaces() {
        assertThat(Yuan.of(4_850_500)).isEqualTo("48,505.00");
        assertThat(Yuan.of(5)).isEqualTo("0.05");
    }
}

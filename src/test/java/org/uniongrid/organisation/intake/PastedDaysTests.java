package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days are pasted as people write them, a line each. */
class PastedDaysTests {

    private static final String HEADINGS = "日期,安排,节日\n";

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01 休 国庆节", "2026-10-01休，国庆节", "2026-10-01、休（国庆节）", " 2026-10-01\t放假\t国庆节 "})
    void aLineIsADayWhatItIsAndAName(String line) {
        assertThat(PastedDays.asCsv(line)).isEqualTo(HEADINGS + "\"2026-10-01\",\"放假\",\"国庆节\"");
    }

    @Test
    void aLineWithoutANameHasThatOfTheLineAbove() {
        assertThat(PastedDays.asCsv("2026年1月1日休 元旦\n2026/1/4 班\n\n2026.5.1 休"))
                .isEqualTo(HEADINGS
                        + "\"2026年1月1日\",\"放假\",\"元旦\"\n\"2026/1/4\",\"上班\",\"元旦\"\n\n\"2026.5.1\",\"放假\",\"元旦\"");
        assertThat(PastedDays.asCsv("2026-10-01 休")).endsWith("\"节假日\"");
    }

    @Test
    void whatIsNoSuchLineComesToTheCheckAsItIs() {
        assertThat(PastedDays.asCsv("十月一日 \"休\"\n2026-10-01 补班"))
                .isEqualTo(HEADINGS + "\"十月一日 \"\"休\"\"\",,\n\"2026-10-01\",\"补班\",\"节假日\"");
    }
}

package org.uniongrid.membership.doubts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when on a roll is asked about, at its borders. */
class ThresholdsTests {

    private static final Thresholds LIMIT = new Thresholds(5, 3, new BigDecimal(50), 30, 30, 10);

    @ParameterizedTest
    @CsvSource({
        "60, 30, false",
        "60, 31, true",
        "58, 30, true",
        "20, 29, false",
        "20, 30, true",
        "0, 500, false",
    })
    void fastIsMoreThanHalfAndAtLeastThirty(long before, long came, boolean fast) {
        assertThat(LIMIT.isFast(before, came)).isEqualTo(fast);
    }

    @Test
    void moreThanStaffIsOneMoreAndUnknownStaffIsNoDoubt() {
        assertThat(RollLook.ofCounts(1, 100, 100, 100, LIMIT)).isEmpty();
        assertThat(RollLook.ofCounts(1, 101, 101, 100, LIMIT))
                .extracting(Finding::rule)
                .containsExactly(DoubtRule.MORE_THAN_STAFF);
        assertThat(RollLook.ofCounts(1, 101, 101, 0, LIMIT)).isEmpty();
    }
}

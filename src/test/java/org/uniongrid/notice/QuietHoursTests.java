package org.uniongrid.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = QuietHours.of("21:00-08:00");
    private static final QuietHours NOON = QuietHours.of("12:30 - 14:00");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T20:59:59, 2026-11-20T20:59:59",
        "2026-11-20T21:00:00, 2026-11-21T08:00:00",
        "2026-11-20T23:59:59, 2026-11-21T08:00:00",
        "2026-11-21T00:00:00, 2026-11-21T08:00:00",
        "2026-11-21T07:59:59, 2026-11-21T08:00:00",
        "2026-11-21T08:00:00, 2026-11-21T08:00:00",
        "2026-12-31T21:00:00, 2027-01-01T08:00:00"
    })
    void aNightReachesAcrossMidnight(LocalDateTime moment, LocalDateTime free) {
        assertThat(NIGHT.afterwards(at(moment), HERE)).isEqualTo(at(free));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:29:59, 2026-11-20T12:29:59",
        "2026-11-20T12:30:00, 2026-11-20T14:00:00",
        "2026-11-20T13:59:59, 2026-11-20T14:00:00",
        "2026-11-20T14:00:00, 2026-11-20T14:00:00"
    })
    void aNoonEndsOnTheSameDay(LocalDateTime moment, LocalDateTime free) {
        assertThat(NOON.afterwards(at(moment), HERE)).isEqualTo(at(free));
    }

    @Test
    void noHoursAreNeverQuiet() {
        for (var hour = 0; hour < 24; hour++)
            assertThat(QuietHours.NONE.cover(LocalTime.of(hour, 0))).isFalse();
    }

    @Test
    void theHoursAreThoseOfThePlaceNotOfGreenwich() {
        var evening = Instant.parse("2026-11-20T13:30:00Z");
        assertThat(NIGHT.afterwards(evening, HERE)).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(NIGHT.afterwards(evening, ZoneId.of("UTC"))).isEqualTo(evening);
    }

    @Test
    void aSettingThatIsNoneIsRefused() {
        assertThatThrownBy(() -> QuietHours.of("21:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuietHours.of("nine-ten")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoeverChoseNothingTakesTheUsualHours() {
        assertThat(NoticePreference.USUAL.quietHours(NIGHT)).isEqualTo(NIGHT);
        var own = new NoticePreference("en", true, true, true, true, LocalTime.of(22, 0), LocalTime.of(7, 0), false);
        assertThat(own.quietHours(NIGHT)).isEqualTo(QuietHours.of("22:00-07:00"));
        var none = new NoticePreference("en", true, true, true, false, LocalTime.of(22, 0), LocalTime.of(7, 0), false);
        assertThat(none.quietHours(NIGHT)).isEqualTo(QuietHours.NONE);
    }

    private static Instant at(LocalDateTime here) {
        return here.atZone(HERE).toInstant();
    }
}

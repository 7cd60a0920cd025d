package org.uniongrid.membership.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a code, and for how long it holds. */
class CardCodeTests {

    private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");
    private static final CardCode CODE = new CardCode(
            UUID.fromString("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), NOON, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

    @Test
    void itIsReadAsItWasWritten() {
        var read = CardCode.read(CODE.text(new byte[64])).orElseThrow();
        assertThat(read.code().card()).isEqualTo(CODE.card());
        assertThat(read.code().from()).isEqualTo(NOON);
        assertThat(read.code().nonce()).isEqualTo(CODE.nonce());
        assertThat(read.content()).isEqualTo(CODE.content());
        assertThat(read.signature()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UG1.",
                "UG1.AA",
                "UG1.!!!!",
                "https://union.example/j/abcdefgh",
                "UG2.AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
            })
    void anythingElseIsNone(String text) {
        assertThat(CardCode.read(text)).isEmpty();
        assertThat(CardCode.read("UG1." + "A".repeat(500))).isEmpty();
    }

    @Test
    void itHoldsForAMinuteAndNotASecondMore() {
        assertThat(CODE.isOver(NOON.plusSeconds(59))).isFalse();
        assertThat(CODE.isOver(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void aClockThatIsALittleBehindIsForgiven() {
        assertThat(CODE.isAhead(NOON.minusSeconds(5))).isFalse();
        assertThat(CODE.isAhead(NOON.minusSeconds(6))).isTrue();
    }
}

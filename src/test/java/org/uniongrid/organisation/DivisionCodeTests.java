package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionCodeTests {

    @ParameterizedTest
    @CsvSource({
        "32,32",
        "320000,32",
        "3205,3205",
        "320500,3205",
        "320500000000,3205",
        "320506,320506",
        "320506001,320506001",
        "320506001000,320506001",
        "320506001007,320506001007",
        "320506000,320506",
    })
    void isCutAtItsSeat(String text, String code) {
        assertThat(DivisionCode.of(text)).contains(new DivisionCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "320",
                "32050",
                "3205060",
                "00",
                "000000",
                "3205o6",
                "３２",
                "-32050",
                "3205060010011",
                " 32"
            })
    void refusesWhatIsNoCode(String text) {
        assertThat(DivisionCode.of(text)).isEmpty();
    }

    @Test
    void liesInTheDivisionsAboveItNearestFirst() {
        assertThat(new DivisionCode("320506001007").above()).containsExactly("320506001", "320506", "3205", "32");
        assertThat(new DivisionCode("32").above()).isEmpty();
    }

    @Test
    void namesTheTierOfItsFederation() {
        assertThat(new DivisionCode("3205").tier()).contains(Tier.CITY);
        assertThat(new DivisionCode("320506").tier()).contains(Tier.DISTRICT);
        assertThat(new DivisionCode("320506001").tier()).contains(Tier.TOWNSHIP);
        assertThat(new DivisionCode("320506001007").tier()).isEmpty();
    }
}

package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedLogTests {

    @ParameterizedTest
    @CsvSource({
        "no value for 13800138000 here,no value for 138****8000 here",
        "id=11010519491231002X;,id=110***********002X;",
        "491231002110105,491********0105",
        "card 6222000000000009.,card 622*********0009.",
        "2026-11-21T13:30:26.547123456Z,2026-11-21T13:30:26.547123456Z",
        "f5b5eaae-8a2d-4a9b-a367-143d4781f584,f5b5eaae-8a2d-4a9b-a367-143d4781f584",
        "10000000000 rows,10000000000 rows",
        "a13800138000b,a13800138000b"
    })
    void masksWhatLooksLikeANumberOfAPerson(String line, String masked) {
        assertThat(MaskedLog.masked(line)).isEqualTo(masked);
    }
}

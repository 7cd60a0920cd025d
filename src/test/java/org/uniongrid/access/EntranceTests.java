package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where somebody is led who signed in. */
class EntranceTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost/organisation/units?q=a, /organisation/units?q=a",
        "https://evil.example/organisation/units, /organisation/units",
        "https://evil.example, /",
        "//evil.example/x, /",
        "https://a.example//evil.example, /",
        "https://a.example/\\evil.example, /",
        "javascript:alert(1), /",
        "http://localhost/x{y}, /",
        "http://localhost/sign-in/code, /"
    })
    void leadsToAPageOfOursWhateverACookieSays(String asked, String led) {
        assertThat(Entrance.local(asked)).isEqualTo(led);
    }
}

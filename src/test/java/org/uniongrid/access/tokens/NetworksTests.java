package org.uniongrid.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that a token may be used from. */
class NetworksTests {

    @Test
    void areTypedByLineOrComma() {
        assertThat(Networks.of("10.0.0.0/8\n 203.0.113.7，2001:db8::/32,"))
                .contains(List.of("10.0.0.0/8", "203.0.113.7", "2001:db8::/32"));
        assertThat(Networks.of(" ")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0", "example.org", "10.0.0.0/8/8", "2001:db8::/129", "/8", "10.0.0.0/-1"})
    void areRefusedWhereTheyAreNone(String typed) {
        assertThat(Networks.of(typed)).isEmpty();
    }

    @Test
    void allowWhatLiesInThemAndNothingElse() {
        var networks = List.of("10.20.0.0/16", "2001:db8::/32", "203.0.113.7");
        assertThat(Networks.allow(networks, "10.20.255.1")).isTrue();
        assertThat(Networks.allow(networks, "10.21.0.1")).isFalse();
        assertThat(Networks.allow(networks, "203.0.113.7")).isTrue();
        assertThat(Networks.allow(networks, "203.0.113.8")).isFalse();
        assertThat(Networks.allow(networks, "2001:db8:0:0:0:0:0:1")).isTrue();
        assertThat(Networks.allow(networks, "2001:db9:0:0:0:0:0:1")).isFalse();
        assertThat(Networks.allow(List.of(), "192.0.2.1")).isTrue();
    }
}

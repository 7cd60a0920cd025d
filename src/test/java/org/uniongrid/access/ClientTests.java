package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose tries count together. */
class ClientTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2::7, 2001:db8:1:2",
        "2001:DB8:1:2:0:0:0:8, 2001:db8:1:2",
        "2001:db8::9, 2001:db8:0:0",
        "unknown, unknown"
    })
    void aHouseWithManyAddressesIsOneNetworkHoweverTheyAreWritten(String address, String network) {
        assertThat(new Client(address, null).network()).isEqualTo(network);
    }
}

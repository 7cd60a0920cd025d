package org.uniongrid.access.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the house call itself, the cloud it runs in, or a network it should not. */
class HookAddressesTests {

    private final HookAddresses strict = new HookAddresses(false, false);
    private final HookAddresses city = new HookAddresses(false, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "0.0.0.0",
                "::",
                "169.254.169.254",
                "fe80::1",
                "224.0.0.1",
                "ff02::1",
                "100.100.100.200",
                "255.255.255.255",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:127.0.0.1",
                "fd00:ec2::254"
            })
    void neverCallsItselfOrTheCloud(String address) throws Exception {
        assertThat(strict.refusal(InetAddress.getByName(address))).isEqualTo("own-machine");
        assertThat(city.refusal(InetAddress.getByName(address))).isEqualTo("own-machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fc00::1", "fd12::1"})
    void callsPrivateNetworksOnlyWhereAllowed(String address) throws Exception {
        assertThat(strict.refusal(InetAddress.getByName(address))).isEqualTo("private-network");
        assertThat(city.refusal(InetAddress.getByName(address))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "2400:3200::1"
            })
    void callsTheRest(String address) throws Exception {
        assertThat(strict.refusal(InetAddress.getByName(address))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example/",
                "ftp://a.example/",
                "https:///x",
                "https://me:secret@a.example/",
                "https://a.example/#x",
                "https://a.example/\r\nX: y",
                "javascript:alert(1)",
                "/x",
                ""
            })
    void takesOnlyPlainHttpsAddresses(String address) {
        assertThatThrownBy(() -> strict.parse(address)).isInstanceOf(HookAddresses.Refused.class);
    }

    @Test
    void refusesWhatANameLeadsTo() throws Exception {
        assertThatThrownBy(() -> strict.resolve(strict.parse("https://localhost:8443/")))
                .isInstanceOf(HookAddresses.Refused.class);
        assertThatThrownBy(() -> new HookSender(strict).post("https://127.0.0.1/", java.util.Map.of(), "{}"))
                .isInstanceOf(HookAddresses.Refused.class);
        assertThat(strict.parse("https://a.example:8443/路?x=1")).hasToString("https://a.example:8443/%E8%B7%AF?x=1");
    }
}

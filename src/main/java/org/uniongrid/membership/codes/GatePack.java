package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.access.CitySignature;

/** What a gate takes along to check codes without a network. */
@Component
class GatePack {

    /** A gate that has not been home for so long does not know who left: it stops. */
    static final Duration LIVES = Duration.ofDays(3);

    private final DeviceBook devices;
    private final PrintBook prints;
    private final CitySignature city;
    private final Clock clock;

    GatePack(DeviceBook devices, PrintBook prints, CitySignature city, Clock clock) {
        this.devices = devices;
        this.prints = prints;
        this.city = city;
        this.clock = clock;
    }

    /**
     * As it is sent.
     *
     * @param algorithm of the city's signature, as {@link CitySignature#algorithm()} says
     * @param key the city's public key in base64: X.509
     * @param now seconds by the clock of the city
     * @param until seconds
     * @param devices keys of phones to be refused, in base64
     * @param prints serials of printed cards to be refused
     */
    record Pack(String algorithm, String key, long now, long until, List<String> devices, List<String> prints) {}

    Pack pack() {
        var now = clock.instant();
        var letters = Base64.getEncoder();
        return new Pack(
                city.algorithm(),
                letters.encodeToString(city.publicKey()),
                now.getEpochSecond(),
                now.plus(LIVES).getEpochSecond(),
                devices.refused().stream().map(letters::encodeToString).toList(),
                prints.refused().stream().map(String::valueOf).toList());
    }
}

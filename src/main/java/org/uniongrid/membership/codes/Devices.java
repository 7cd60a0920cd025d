package org.uniongrid.membership.codes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.CitySignature;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Masks;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Stays;

/** Vouches for the phones of members, so that they make codes without a network. */
@Component
class Devices {

    private final DeviceBook devices;
    private final CodeBook cards;
    private final Stays stays;
    private final CitySignature city;
    private final AuditTrail trail;
    private final Clock clock;

    Devices(DeviceBook devices, CodeBook cards, Stays stays, CitySignature city, AuditTrail trail, Clock clock) {
        this.devices = devices;
        this.cards = cards;
        this.stays = stays;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a phone keeps.
     *
     * @param now by the clock of the city: the phone reckons by it
     */
    record Vouched(Voucher voucher, byte[] signature, Instant now) {}

    /** Empty where the worker is no member, the key is none, or is not theirs. */
    @Transactional
    public Optional<Vouched> vouch(Actor worker, byte[] key) {
        if (!DeviceKey.isOne(key)) return Optional.empty();
        var stay = stays.current(worker.personId())
                .filter(one -> one.state() != MemberState.SUSPENDED)
                .orElse(null);
        var handle = cards.handle(worker.personId()).orElse(null);
        if (stay == null || handle == null) return Optional.empty();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var until = now.plus(Voucher.LIVES);
        if (!devices.keep(worker.personId(), key, until)) return Optional.empty();
        trail.add(
                worker,
                Deed.of("membership.device.vouch", "membership.device", null, worker.name())
                        .about(worker.personId()));
        var voucher = new Voucher(handle, key, until, Voucher.label(Masks.name(worker.name()), stay.unitName()));
        return Optional.of(new Vouched(voucher, city.sign(voucher.content()), now));
    }

    int count(Actor worker) {
        return devices.count(worker.personId());
    }

    /** All of them, such as after a phone was lost. */
    @Transactional
    public void end(Actor worker) {
        var ended = devices.end(worker.personId());
        trail.add(
                worker,
                Deed.of("membership.device.end", "membership.device", null, worker.name())
                        .about(worker.personId())
                        .with("phones", "" + ended, "0"));
    }
}

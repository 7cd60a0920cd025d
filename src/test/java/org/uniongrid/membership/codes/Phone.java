package org.uniongrid.membership.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import org.uniongrid.foundation.Actor;

/** A phone that makes codes by itself, as {@code card.js} does. */
final class Phone {

    private final KeyPair keys;
    private byte count;

    Phone() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    byte[] key() {
        var encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - Voucher.KEY, encoded.length);
    }

    Devices.Vouched vouched(Devices devices, Actor worker) {
        return devices.vouch(worker, key()).orElseThrow();
    }

    DeviceCode code(Devices.Vouched vouched, Instant at) throws GeneralSecurityException {
        var nonce = new byte[] {0, 0, 0, 0, 0, 0, 0, ++count};
        System.arraycopy(key(), 1, nonce, 0, 7);
        return new DeviceCode(
                vouched.voucher(),
                vouched.signature(),
                Instant.ofEpochSecond(at.getEpochSecond()),
                nonce,
                sign(DeviceCode.signed(vouched.voucher().card(), at, nonce)));
    }

    private byte[] sign(byte[] content) throws GeneralSecurityException {
        var pen = Signature.getInstance("SHA256withECDSAinP1363Format");
        pen.initSign(keys.getPrivate());
        pen.update(content);
        var signature = pen.sign();
        assertThat(signature).hasSize(64);
        return signature;
    }
}

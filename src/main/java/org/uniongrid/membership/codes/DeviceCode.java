package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.access.CitySignature;

/**
 * A code that a phone made by itself: the city's voucher for its key, and under that key the moment and a number that is
 * used once. Phones sign with ECDSA on P-256, which every browser has; the voucher bears the city's own signature.
 *
 * @param voucher as the city signed it
 * @param nonce eight bytes
 * @param signature by the phone, r and s of 32 bytes each
 */
record DeviceCode(Voucher voucher, byte[] citySignature, Instant from, byte[] nonce, byte[] signature)
        implements Presented {

    private static final String MARK = "UG2.";
    private static final int SIGNATURE = 64;

    static Optional<DeviceCode> read(String text) {
        return Letters.read(text, MARK, in -> {
            var voucher = Voucher.read(Letters.take(in, Short.toUnsignedInt(in.getShort())));
            var citySignature = Letters.take(in, Byte.toUnsignedInt(in.get()));
            var from = Instant.ofEpochSecond(in.getLong());
            var nonce = Letters.take(in, CardCode.NONCE);
            return new DeviceCode(voucher, citySignature, from, nonce, Letters.take(in, SIGNATURE));
        });
    }

    String text() {
        var content = voucher.content();
        return Letters.text(
                MARK,
                ByteBuffer.allocate(2 + content.length + 1 + citySignature.length + 8 + CardCode.NONCE + SIGNATURE)
                        .putShort((short) content.length)
                        .put(content)
                        .put((byte) citySignature.length)
                        .put(citySignature)
                        .putLong(from.getEpochSecond())
                        .put(nonce)
                        .put(signature));
    }

    /** What a phone signs. */
    static byte[] signed(UUID card, Instant from, byte[] nonce) {
        return Letters.put(ByteBuffer.allocate(16 + 8 + CardCode.NONCE), card)
                .putLong(from.getEpochSecond())
                .put(nonce)
                .array();
    }

    @Override
    public UUID card() {
        return voucher.card();
    }

    @Override
    public Optional<Verdict> wrong(CitySignature city, Instant at) {
        if (!city.isOurs(voucher.content(), citySignature) || !isOfItsPhone()) return Optional.of(Verdict.NOT_OURS);
        if (!at.isBefore(voucher.until())) return Optional.of(Verdict.OVER);
        return CardCode.outOfTime(from, at);
    }

    private boolean isOfItsPhone() {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(DeviceKey.of(voucher.key()));
            check.update(signed(card(), from, nonce));
            return check.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }
}

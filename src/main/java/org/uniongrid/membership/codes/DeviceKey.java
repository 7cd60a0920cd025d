package org.uniongrid.membership.codes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Public keys of phones: points of P-256, uncompressed, as browsers give them out. */
final class DeviceKey {

    /** What stands before such a point in X.509 (RFC 5480). */
    private static final byte[] BEFORE =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private DeviceKey() {}

    /** @throws GeneralSecurityException for bytes that are no point of the curve */
    static PublicKey of(byte[] point) throws GeneralSecurityException {
        var whole = java.util.Arrays.copyOf(BEFORE, BEFORE.length + point.length);
        System.arraycopy(point, 0, whole, BEFORE.length, point.length);
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(whole));
    }

    static boolean isOne(byte[] point) {
        try {
            return point.length == Voucher.KEY && of(point) != null;
        } catch (GeneralSecurityException none) {
            return false;
        }
    }
}

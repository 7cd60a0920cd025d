package org.uniongrid.access.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based codes of RFC 6238 as all apps make them: SHA-1, six digits, a new one every thirty seconds. */
public final class Totp {

    private static final int SECONDS = 30;
    private static final int CODES = 1_000_000;

    private Totp() {}

    /** The count of half minutes at this moment. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /**
     * The code of one step.
     *
     * @param secret in base 32
     */
    public static String code(String secret, long step) {
        var hash =
                hmac(Base32.read(secret), ByteBuffer.allocate(8).putLong(step).array());
        int start = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash).getInt(start) & 0x7fffffff;
        return "%06d".formatted(number % CODES);
    }

    /** The step that this code belongs to, of the one now and those beside it: clocks of phones differ. */
    static OptionalLong stepOf(String secret, String code, Instant at) {
        var now = step(at);
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> MessageDigest.isEqual(bytes(code(secret, step)), bytes(code)))
                .max();
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

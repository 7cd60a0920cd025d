package org.uniongrid.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A token as another system shows it: {@code ug_}, a key of 12 characters to find it by, {@code _}, a secret of 43 (256
 * bits) and a checksum of 6. By the checksum a scanner of sources knows a token from anything else, without asking us.
 *
 * @param key may be shown to anybody
 * @param text all of it; kept nowhere
 */
record TokenText(String key, String text) {

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int KEY = 12;
    private static final int SECRET = 43;
    private static final int CHECK = 6;
    private static final Pattern SHAPE =
            Pattern.compile("ug_([0-9A-Za-z]{" + KEY + "})_[0-9A-Za-z]{" + (SECRET + CHECK) + "}");

    static TokenText random(SecureRandom random) {
        var key = signs(KEY, random);
        var unchecked = "ug_" + key + "_" + signs(SECRET, random);
        return new TokenText(key, unchecked + check(unchecked));
    }

    /** Empty where it was mistyped or cut off. */
    static Optional<TokenText> read(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) return Optional.empty();
        var end = text.length() - CHECK;
        return check(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new TokenText(shape.group(1), text))
                : Optional.empty();
    }

    /** A plain digest is enough: nobody guesses 256 random bits, so there is nothing to slow down. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String signs(int length, SecureRandom random) {
        return random.ints(length, 0, SIGNS.length())
                .collect(StringBuilder::new, (made, sign) -> made.append(SIGNS.charAt(sign)), StringBuilder::append)
                .toString();
    }

    private static String check(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        var signs = new StringBuilder();
        for (long rest = sum.getValue(); signs.length() < CHECK; rest /= SIGNS.length())
            signs.append(SIGNS.charAt((int) (rest % SIGNS.length())));
        return signs.reverse().toString();
    }

    /** It never gets into a log by mistake. */
    @Override
    public String toString() {
        return "ug_" + key + "_…";
    }
}

package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in a member's code: which card, from when, and a number that is used once. It holds for a minute; a clock
 * that is a little behind is forgiven. Written as bytes with the city's signature behind them, in the letters of base64url
 * after {@code UG1.}.
 *
 * @param card the card's handle, which tells nothing
 * @param nonce eight bytes
 */
record CardCode(UUID card, Instant from, byte[] nonce) {

    static final Duration LIVES = Duration.ofSeconds(60);
    static final Duration FORGIVEN = Duration.ofSeconds(5);

    private static final String MARK = "UG1.";
    private static final byte VERSION = 1;
    private static final int NONCE = 8;
    private static final int SIZE = 1 + 16 + 8 + NONCE;

    /** With what was signed, and the signature. */
    record Signed(CardCode code, byte[] content, byte[] signature) {}

    byte[] content() {
        return ByteBuffer.allocate(SIZE)
                .put(VERSION)
                .putLong(card.getMostSignificantBits())
                .putLong(card.getLeastSignificantBits())
                .putLong(from.getEpochSecond())
                .put(nonce)
                .array();
    }

    String text(byte[] signature) {
        var whole = ByteBuffer.allocate(SIZE + signature.length).put(content()).put(signature);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** Empty for anything else, such as the address of a poster. */
    static Optional<Signed> read(String text) {
        if (!text.startsWith(MARK) || text.length() > 400) return Optional.empty();
        try {
            var bytes = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
            if (bytes.length <= SIZE || bytes[0] != VERSION) return Optional.empty();
            var content = Arrays.copyOf(bytes, SIZE);
            var in = ByteBuffer.wrap(content, 1, SIZE - 1);
            var card = new UUID(in.getLong(), in.getLong());
            var from = Instant.ofEpochSecond(in.getLong());
            var nonce = new byte[NONCE];
            in.get(nonce);
            return Optional.of(new Signed(
                    new CardCode(card, from, nonce), content, Arrays.copyOfRange(bytes, SIZE, bytes.length)));
        } catch (IllegalArgumentException | java.time.DateTimeException noCode) {
            return Optional.empty();
        }
    }

    boolean isOver(Instant now) {
        return !now.isBefore(from.plus(LIVES));
    }

    /** Made by a clock that is wrong, or by somebody who cheats. */
    boolean isAhead(Instant now) {
        return from.isAfter(now.plus(FORGIVEN));
    }
}

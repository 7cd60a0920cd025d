package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.access.CitySignature;

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
    static final int NONCE = 8;

    private static final String MARK = "UG1.";
    private static final byte VERSION = 1;
    private static final int SIZE = 1 + 16 + 8 + NONCE;

    /** With what was signed, and the signature. */
    record Signed(CardCode code, byte[] content, byte[] signature) implements Presented {

        @Override
        public UUID card() {
            return code.card();
        }

        @Override
        public byte[] nonce() {
            return code.nonce();
        }

        @Override
        public Optional<Verdict> wrong(CitySignature city, Instant at) {
            return city.isOurs(content, signature) ? outOfTime(code.from(), at) : Optional.of(Verdict.NOT_OURS);
        }
    }

    byte[] content() {
        return Letters.put(ByteBuffer.allocate(SIZE).put(VERSION), card)
                .putLong(from.getEpochSecond())
                .put(nonce)
                .array();
    }

    String text(byte[] signature) {
        return Letters.text(
                MARK,
                ByteBuffer.allocate(SIZE + signature.length).put(content()).put(signature));
    }

    /** Empty for anything else. */
    static Optional<Signed> read(String text) {
        return Letters.read(text, MARK, in -> {
            var content = Letters.take(in, SIZE);
            if (content[0] != VERSION || !in.hasRemaining()) throw new IllegalArgumentException("another version");
            var parts = ByteBuffer.wrap(content, 1, SIZE - 1);
            var code = new CardCode(
                    Letters.uuid(parts), Instant.ofEpochSecond(parts.getLong()), Letters.take(parts, NONCE));
            return new Signed(code, content, Letters.take(in, in.remaining()));
        });
    }

    boolean isOver(Instant now) {
        return outOfTime(from, now).filter(Verdict.OVER::equals).isPresent();
    }

    /** Made by a clock that is wrong, or by somebody who cheats. */
    boolean isAhead(Instant now) {
        return outOfTime(from, now).filter(Verdict.AHEAD::equals).isPresent();
    }

    static Optional<Verdict> outOfTime(Instant from, Instant at) {
        if (!at.isBefore(from.plus(LIVES))) return Optional.of(Verdict.OVER);
        return from.isAfter(at.plus(FORGIVEN)) ? Optional.of(Verdict.AHEAD) : Optional.empty();
    }
}

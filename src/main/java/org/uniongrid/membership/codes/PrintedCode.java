package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.uniongrid.access.CitySignature;

/**
 * What stands on a printed card, for those without a phone. It may be shown again and again: whoever takes it compares
 * the photo.
 *
 * @param card the card's handle
 * @param serial of this print; the next one ends it
 * @param label masked name and union, in two lines
 */
record PrintedCode(UUID card, long serial, Instant until, String label, byte[] signature) implements Presented {

    private static final String MARK = "UG3.";
    private static final byte VERSION = 3;
    private static final byte[] UNSIGNED = {};

    static PrintedCode unsigned(UUID card, long serial, Instant until, String label) {
        return new PrintedCode(card, serial, until, label, UNSIGNED);
    }

    PrintedCode signed(CitySignature city) {
        return new PrintedCode(card, serial, until, label, city.sign(content()));
    }

    private byte[] content() {
        var words = label.getBytes(StandardCharsets.UTF_8);
        return Letters.put(ByteBuffer.allocate(1 + 16 + 8 + 8 + words.length).put(VERSION), card)
                .putLong(serial)
                .putLong(until.getEpochSecond())
                .put(words)
                .array();
    }

    String text() {
        var content = content();
        return Letters.text(
                MARK,
                ByteBuffer.allocate(2 + content.length + signature.length)
                        .putShort((short) content.length)
                        .put(content)
                        .put(signature));
    }

    static Optional<PrintedCode> read(String text) {
        return Letters.read(text, MARK, in -> {
            var content = ByteBuffer.wrap(Letters.take(in, Short.toUnsignedInt(in.getShort())));
            if (content.get() != VERSION) throw new IllegalArgumentException("another version");
            var card = Letters.uuid(content);
            var serial = content.getLong();
            var until = Instant.ofEpochSecond(content.getLong());
            var label = new String(Letters.take(content, content.remaining()), StandardCharsets.UTF_8);
            return new PrintedCode(card, serial, until, label, Letters.take(in, in.remaining()));
        });
    }

    @Override
    public byte @org.jspecify.annotations.Nullable [] nonce() {
        return null;
    }

    @Override
    public Optional<Verdict> wrong(CitySignature city, Instant at) {
        if (!city.isOurs(content(), signature)) return Optional.of(Verdict.NOT_OURS);
        return at.isBefore(until) ? Optional.empty() : Optional.of(Verdict.OVER);
    }
}

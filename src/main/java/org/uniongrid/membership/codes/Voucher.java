package org.uniongrid.membership.codes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What the city signs for a phone, so that it makes codes without a network: this key shows that card until then. It
 * carries what a gate without a network shows.
 *
 * @param card the card's handle
 * @param key a point of P-256, uncompressed
 * @param label masked name and union, in two lines
 */
record Voucher(UUID card, byte[] key, Instant until, String label) {

    static final Duration LIVES = Duration.ofDays(7);
    static final int KEY = 65;
    /** Bytes of a label: a code must stay readable off a small screen. */
    private static final int LABEL = 72;

    private static final byte VERSION = 2;

    static String label(String maskedName, String union) {
        var label = maskedName + "\n" + union;
        while (label.getBytes(StandardCharsets.UTF_8).length > LABEL)
            label = label.substring(0, label.offsetByCodePoints(label.length(), -1));
        return label;
    }

    byte[] content() {
        var words = label.getBytes(StandardCharsets.UTF_8);
        return Letters.put(ByteBuffer.allocate(1 + 16 + KEY + 8 + words.length).put(VERSION), card)
                .put(key)
                .putLong(until.getEpochSecond())
                .put(words)
                .array();
    }

    static Voucher read(byte[] content) {
        var in = ByteBuffer.wrap(content);
        if (in.get() != VERSION) throw new IllegalArgumentException("another version");
        var card = Letters.uuid(in);
        var key = Letters.take(in, KEY);
        var until = Instant.ofEpochSecond(in.getLong());
        return new Voucher(card, key, until, new String(Letters.take(in, in.remaining()), StandardCharsets.UTF_8));
    }
}

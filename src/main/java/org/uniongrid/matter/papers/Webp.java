package org.uniongrid.matter.papers;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A WebP with the picture, its parts where it moves, and its colours, and without EXIF, XMP, chunks that nobody knows, and
 * whatever stands behind its end. It is a RIFF file: chunks of a name, a length and a body, each filled up to an even length.
 */
final class Webp {

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final String FEATURES = "VP8X";
    private static final String FRAME = "ANMF";
    private static final String TAGS = "EXIF";
    private static final byte[] EXIF_MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FRAME_HEAD = 16;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final Set<String> PICTURE = Set.of("VP8 ", "VP8L", FRAME);
    private static final Set<String> KEPT = Set.of(FEATURES, "VP8 ", "VP8L", "ALPH", "ANIM", FRAME, "ICCP");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int orientation = Exif.UPRIGHT;
    private boolean isPicture;

    private Webp() {}

    /** Empty where it cannot be read. */
    static Optional<byte[]> clean(byte[] content) {
        try {
            return new Webp().cleaned(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> cleaned(ByteBuffer in) {
        var length = in.getInt(4);
        if (length < 4 || length > in.limit() - 8) return Optional.empty();
        in.position(HEAD).limit(8 + length);
        takeAll(in);
        if (!isPicture) return Optional.empty();
        return Optional.of(whole());
    }

    private void takeAll(ByteBuffer in) {
        while (in.remaining() >= CHUNK) {
            var name = new byte[4];
            in.get(name);
            take(new String(name, StandardCharsets.US_ASCII), body(in));
        }
    }

    private static byte[] body(ByteBuffer in) {
        var length = in.getInt();
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var body = new byte[length];
        in.get(body);
        if (length % 2 == 1 && in.hasRemaining()) in.get();
        return body;
    }

    private void take(String name, byte[] body) {
        if (name.equals(TAGS)) orientation = orientation(body);
        if (!KEPT.contains(name)) return;
        if (PICTURE.contains(name)) isPicture = true;
        chunk(out, name, name.equals(FRAME) ? frame(body) : body);
    }

    /** One of several pictures is made of chunks as well. */
    private static byte[] frame(byte[] body) {
        var in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        var inner = new Webp();
        inner.out.write(body, 0, FRAME_HEAD);
        in.position(FRAME_HEAD);
        inner.takeAll(in);
        return inner.out.toByteArray();
    }

    private static int orientation(byte[] exif) {
        var isMarked = exif.length >= EXIF_MARK.length
                && ByteBuffer.wrap(exif, 0, EXIF_MARK.length).equals(ByteBuffer.wrap(EXIF_MARK));
        var from = isMarked ? EXIF_MARK.length : 0;
        return Exif.orientation(ByteBuffer.wrap(exif, from, exif.length - from).slice());
    }

    /** The features say what else is in it. */
    private byte[] whole() {
        var turned = orientation != Exif.UPRIGHT;
        var chunks = out.toByteArray();
        var hasFeatures = chunks.length > CHUNK && new String(chunks, 0, 4, StandardCharsets.US_ASCII).equals(FEATURES);
        if (hasFeatures) chunks[CHUNK] = (byte) (chunks[CHUNK] & ~(HAS_EXIF | HAS_XMP) | (turned ? HAS_EXIF : 0));
        var all = new ByteArrayOutputStream();
        all.writeBytes(chunks);
        if (hasFeatures && turned) chunk(all, TAGS, Exif.only(orientation));
        var file = new ByteArrayOutputStream();
        file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(four(4 + all.size()));
        file.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(all.toByteArray());
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(four(body.length));
        out.writeBytes(body);
        if (body.length % 2 == 1) out.write(0);
    }

    private static byte[] four(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}

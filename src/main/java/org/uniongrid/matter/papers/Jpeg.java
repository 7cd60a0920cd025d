package org.uniongrid.matter.papers;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A JPEG without what cameras and programs write beside the picture: place, time, device, author, previews, comments,
 * and whatever stands behind its end. The picture itself stays as it is, to the bit.
 */
final class Jpeg {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP_JFIF = 0xe0;
    private static final int APP_EXIF = 0xe1;
    private static final int APP_COLOURS = 0xe2;
    private static final int APP_ADOBE = 0xee;
    private static final int JFIF_LENGTH = 14;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer in;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private int orientation = Exif.UPRIGHT;
    private boolean isPicture;

    private Jpeg(byte[] content) {
        this.in = ByteBuffer.wrap(content);
    }

    /** Empty where it cannot be read. */
    static Optional<byte[]> clean(byte[] content) {
        try {
            return new Jpeg(content).cleaned();
        } catch (BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> cleaned() {
        in.getShort();
        mark(head, START);
        for (var marker = marker(); marker != END; marker = marker()) {
            if (isBare(marker)) continue;
            var length = Short.toUnsignedInt(in.getShort());
            if (length < 2) return Optional.empty();
            var body = new byte[length - 2];
            in.get(body);
            take(marker, body);
            if (marker == SCAN) copyScan();
        }
        if (!isPicture) return Optional.empty();
        if (orientation != Exif.UPRIGHT) segment(head, APP_EXIF, EXIF, Exif.only(orientation));
        mark(rest, END);
        head.writeBytes(rest.toByteArray());
        return Optional.of(head.toByteArray());
    }

    /** The next one, whatever fills the space before it; the end where nothing more comes after the picture. */
    private int marker() {
        if (isPicture && !in.hasRemaining()) return END;
        while (in.get() != (byte) 0xff) if (isPicture && !in.hasRemaining()) return END;
        int marker;
        do marker = Byte.toUnsignedInt(in.get());
        while (marker == 0xff);
        return marker;
    }

    /** Without a length behind it. */
    private static boolean isBare(int marker) {
        return marker <= 0x01 || marker >= 0xd0 && marker <= START;
    }

    private void take(int marker, byte[] body) {
        switch (marker) {
            case APP_JFIF -> {
                if (begins(body, JFIF) && body.length >= JFIF_LENGTH) segment(head, marker, withoutPreview(body));
            }
            case APP_EXIF -> {
                if (begins(body, EXIF))
                    orientation = Exif.orientation(ByteBuffer.wrap(body, EXIF.length, body.length - EXIF.length)
                            .slice());
            }
            case APP_COLOURS -> {
                if (begins(body, COLOURS)) segment(rest, marker, body);
            }
            case APP_ADOBE -> {
                if (begins(body, ADOBE)) segment(rest, marker, body);
            }
            default -> {
                if (marker < APP_JFIF) segment(rest, marker, body);
            }
        }
    }

    private static byte[] withoutPreview(byte[] jfif) {
        var bare = Arrays.copyOf(jfif, JFIF_LENGTH);
        bare[JFIF_LENGTH - 2] = 0;
        bare[JFIF_LENGTH - 1] = 0;
        return bare;
    }

    /** The picture's own bytes, up to the next marker that is none of theirs. */
    private void copyScan() {
        isPicture = true;
        while (in.hasRemaining()) {
            var one = in.get();
            if (one == (byte) 0xff && in.hasRemaining() && !isOfScan(in.get(in.position()))) {
                in.position(in.position() - 1);
                return;
            }
            rest.write(one);
        }
    }

    private static boolean isOfScan(byte next) {
        var marker = Byte.toUnsignedInt(next);
        return marker == 0 || marker >= 0xd0 && marker < START;
    }

    private static boolean begins(byte[] body, byte[] mark) {
        return body.length >= mark.length && Arrays.equals(body, 0, mark.length, mark, 0, mark.length);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[]... parts) {
        mark(out, marker);
        var length = 2 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.write(length >> 8);
        out.write(length);
        for (var part : parts) out.writeBytes(part);
    }

    private static void mark(ByteArrayOutputStream out, int marker) {
        out.write(0xff);
        out.write(marker);
    }
}

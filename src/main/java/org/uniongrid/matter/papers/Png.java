package org.uniongrid.matter.papers;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG with the picture and its colours, and without texts, times, EXIF, and whatever stands behind its end. */
final class Png {

    private static final int MARK = 8;
    private static final int CHECK = 4;
    private static final String HEAD = "IHDR";
    private static final String PICTURE = "IDAT";
    private static final String END = "IEND";
    private static final String EXIF = "eXIf";
    private static final Set<String> KEPT =
            Set.of(HEAD, "PLTE", PICTURE, END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs");

    private Png() {}

    /** Empty where it cannot be read. */
    static Optional<byte[]> clean(byte[] content) {
        try {
            return content.length < MARK ? Optional.empty() : cleaned(ByteBuffer.wrap(content));
        } catch (BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> cleaned(ByteBuffer in) {
        var out = new ByteArrayOutputStream();
        var orientation = orientation(in.duplicate());
        copy(in, MARK, out);
        for (var nr = 0; ; nr++) {
            var type = type(in);
            var length = in.getInt(in.position());
            if (length < 0 || nr == 0 && !type.equals(HEAD)) return Optional.empty();
            if (!KEPT.contains(type)) skip(in, length);
            else copy(in, 8 + length + CHECK, out);
            if (nr == 0 && orientation != Exif.UPRIGHT) chunk(out, Exif.only(orientation));
            if (type.equals(END)) return Optional.of(out.toByteArray());
        }
    }

    private static int orientation(ByteBuffer in) {
        in.position(MARK);
        while (in.remaining() >= 8) {
            var length = in.getInt(in.position());
            var type = type(in);
            if (length < 0 || type.equals(END)) break;
            if (type.equals(EXIF)) {
                in.position(in.position() + 8);
                if (length > in.remaining()) throw new BufferUnderflowException();
                var exif = new byte[length];
                in.get(exif);
                return Exif.orientation(ByteBuffer.wrap(exif));
            }
            skip(in, length);
        }
        return Exif.UPRIGHT;
    }

    private static String type(ByteBuffer in) {
        if (in.remaining() < 8) throw new BufferUnderflowException();
        var type = new byte[4];
        in.get(in.position() + 4, type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static void skip(ByteBuffer in, int length) {
        if (in.remaining() - 8 - CHECK < length) throw new BufferUnderflowException();
        in.position(in.position() + 8 + length + CHECK);
    }

    private static void copy(ByteBuffer in, int length, ByteArrayOutputStream out) {
        if (length > in.remaining()) throw new BufferUnderflowException();
        out.write(in.array(), in.position(), length);
        in.position(in.position() + length);
    }

    private static void chunk(ByteArrayOutputStream out, byte[] exif) {
        var named = ByteBuffer.allocate(4 + exif.length)
                .put(EXIF.getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .array();
        var check = new CRC32();
        check.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(exif.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}

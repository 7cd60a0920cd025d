package org.uniongrid.matter.papers;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up a picture is: the one thing in EXIF that is needed to look at it. */
final class Exif {

    static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final short SHORT = 3;
    private static final int FIRST_DIRECTORY = 8;
    private static final int ENTRY = 12;

    private Exif() {}

    /** {@link #UPRIGHT} where it does not say. */
    static int orientation(ByteBuffer tiff) {
        try {
            var order = tiff.getShort(0);
            tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return orientation(tiff, tiff.getInt(4));
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return UPRIGHT;
        }
    }

    private static int orientation(ByteBuffer tiff, int directory) {
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            var at = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(at)) != ORIENTATION) continue;
            int value = tiff.getShort(at + 8);
            return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
        }
        return UPRIGHT;
    }

    /** That and nothing else. */
    static byte[] only(int orientation) {
        return ByteBuffer.allocate(FIRST_DIRECTORY + 2 + ENTRY + 4)
                .putShort((short) 0x4d4d)
                .putShort((short) 42)
                .putInt(FIRST_DIRECTORY)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}

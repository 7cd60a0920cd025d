package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as a phone writes them: with a place, a device and a comment in them, and something behind their end. */
final class Pictures {

    /** Stands wherever a picture can carry words. */
    static final String SECRET = "N31.2989-E120.5853";

    private Pictures() {}

    static byte[] jpeg(int orientation) {
        var bare = drawn("jpeg");
        var exif = join("Exif\0\0".getBytes(US_ASCII), Exif.only(orientation), SECRET.getBytes(US_ASCII));
        return join(
                Arrays.copyOf(bare, 2),
                segment(0xe1, exif),
                segment(0xe1, ("http://ns.adobe.com/xap/1.0/\0<x>" + SECRET + "</x>").getBytes(US_ASCII)),
                segment(0xed, ("Photoshop 3.0\0" + SECRET).getBytes(US_ASCII)),
                segment(0xe2, ("MPF\0" + SECRET).getBytes(US_ASCII)),
                segment(0xfe, SECRET.getBytes(UTF_8)),
                Arrays.copyOfRange(bare, 2, bare.length),
                SECRET.getBytes(US_ASCII));
    }

    static byte[] png(int orientation) {
        var bare = drawn("png");
        int head = 8 + 8 + 13 + 4;
        return join(
                Arrays.copyOf(bare, head),
                chunk("tEXt", ("Comment\0" + SECRET).getBytes(US_ASCII)),
                chunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + SECRET).getBytes(US_ASCII)),
                chunk("eXIf", join(Exif.only(orientation), SECRET.getBytes(US_ASCII))),
                Arrays.copyOfRange(bare, head, bare.length),
                SECRET.getBytes(US_ASCII));
    }

    /** One dot without losses, with a chunk that nobody knows. */
    static byte[] webp(int orientation) {
        return riff(
                riffChunk("VP8X", new byte[] {0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                riffChunk("VP8L", DOT),
                riffChunk(
                        "EXIF", join("Exif\0\0".getBytes(US_ASCII), Exif.only(orientation), SECRET.getBytes(US_ASCII))),
                riffChunk("XMP ", ("<x>" + SECRET + "</x>").getBytes(US_ASCII)),
                riffChunk("NOTE", SECRET.getBytes(US_ASCII)));
    }

    /** The same as one of several pictures that move. */
    static byte[] movingWebp() {
        var frame = join(new byte[16], riffChunk("NOTE", SECRET.getBytes(US_ASCII)), riffChunk("VP8L", DOT));
        return riff(
                riffChunk("VP8X", new byte[] {0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                riffChunk("ANIM", new byte[6]),
                riffChunk("ANMF", frame));
    }

    static final byte[] DOT = Base64.getDecoder().decode("LwAAABAHERGIiP4HAA==");

    private static byte[] riff(byte[]... chunks) {
        var body = join(chunks);
        return join(
                "RIFF".getBytes(US_ASCII),
                little(4 + body.length),
                "WEBP".getBytes(US_ASCII),
                body,
                SECRET.getBytes(US_ASCII));
    }

    private static byte[] riffChunk(String name, byte[] body) {
        return join(name.getBytes(US_ASCII), little(body.length), body, new byte[body.length % 2]);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** Every dot of it, so that two can be compared. */
    static int[] dots(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] drawn(String format) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(5, 5, 40, 30);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] body) {
        return join(new byte[] {(byte) 0xff, (byte) marker}, two(body.length + 2), body);
    }

    private static byte[] two(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    private static byte[] chunk(String type, byte[] body) {
        var named = join(type.getBytes(US_ASCII), body);
        var check = new CRC32();
        check.update(named);
        return join(four(body.length), named, four((int) check.getValue()));
    }

    private static byte[] four(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}

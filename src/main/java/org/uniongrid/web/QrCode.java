package org.uniongrid.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a picture for cameras: as the path of an SVG for pages, as a PNG for papers. */
public final class QrCode {

    /** How much of a picture may be dirty or torn and be read all the same; the more, the denser it is. */
    public enum Correction {
        /** 7 % */
        LOW(ErrorCorrectionLevel.L),
        /** 15 %: for screens */
        MEDIUM(ErrorCorrectionLevel.M),
        /** 25 %: for paper on a wall */
        QUARTILE(ErrorCorrectionLevel.Q),
        /** 30 % */
        HIGH(ErrorCorrectionLevel.H);

        private final ErrorCorrectionLevel level;

        Correction(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    private static final int MARGIN = 4;
    private static final int PIXELS_PER_MODULE = 8;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** @throws IllegalArgumentException if no code is large enough for the text, or it is empty */
    public static QrCode of(String text, Correction correction) {
        try {
            var hints = new HashMap<EncodeHintType, Object>(
                    Map.of(EncodeHintType.ERROR_CORRECTION, correction.level, EncodeHintType.MARGIN, MARGIN));
            // said in the code only where it must be: old readers stumble over it
            if (!US_ASCII.newEncoder().canEncode(text)) hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    /** Of a side of the picture, in modules, with the white margin. */
    public int size() {
        return modules.getWidth();
    }

    /** The black modules as the path of an SVG whose view box has {@link #size()}. */
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++)
            for (int x = 0; x < size(); x++) {
                int from = x;
                while (x < size() && modules.get(x, y)) x++;
                if (x > from) path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
            }
        return path.toString();
    }

    /** The whole picture in black and white as a {@code data:} address of a PNG. */
    public String png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private BufferedImage image() {
        int side = size() * PIXELS_PER_MODULE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                image.setRGB(x, y, modules.get(x / PIXELS_PER_MODULE, y / PIXELS_PER_MODULE) ? 0 : 0xffffff);
        return image;
    }
}

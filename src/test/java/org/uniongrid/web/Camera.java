package org.uniongrid.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Reads QR codes as a phone does. */
public final class Camera {

    private Camera() {}

    public static String read(QrCode code) throws IOException, ReaderException {
        var png = Base64.getDecoder().decode(code.png().substring("data:image/png;base64,".length()));
        return read(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** @throws NotFoundException if there is none in the picture */
    public static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}

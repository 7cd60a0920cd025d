package org.uniongrid.membership.codes;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A photo for a card: cut to three by four, drawn anew as JPEG, so that nothing else of the file is left. */
final class CardPhoto {

    static final int WIDTH = 360;
    static final int HEIGHT = 480;
    private static final Set<String> TYPES = Set.of("jpeg", "png");
    private static final long MOST_PIXELS = 50_000_000;

    private CardPhoto() {}

    /** As an address of the image itself; empty where it is no photo, or larger than fifty million pixels. */
    static Optional<String> of(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                return read(reader, in).map(CardPhoto::address);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream in) throws IOException {
        if (!TYPES.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) return Optional.empty();
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) return Optional.empty();
        var how = reader.getDefaultReadParam();
        var step = (int) Math.max(1, Math.min(width / WIDTH, height / HEIGHT));
        how.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(cut(reader.read(0, how)));
    }

    private static BufferedImage cut(BufferedImage photo) {
        var scale = Math.max((double) WIDTH / photo.getWidth(), (double) HEIGHT / photo.getHeight());
        var width = (int) Math.ceil(photo.getWidth() * scale);
        var height = (int) Math.ceil(photo.getHeight() * scale);
        var cut = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = cut.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.drawImage(photo, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        pen.dispose();
        return cut;
    }

    private static String address(BufferedImage photo) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(photo, "jpeg", bytes);
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}

package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A picture keeps what is to be seen in it, and loses what a camera wrote beside it. */
class PictureTests {

    @Test
    void aPhotoLosesWhereItWasTakenAndStaysAsItIs() {
        var photo = Pictures.jpeg(1);
        var clean = Jpeg.clean(photo).orElseThrow();
        assertThat(text(photo)).contains(Pictures.SECRET);
        assertThat(text(clean)).doesNotContain(Pictures.SECRET, "Exif", "MPF", "Photoshop", "adobe.com");
        assertThat(Pictures.dots(clean)).isEqualTo(Pictures.dots(photo));
        assertThat(Jpeg.clean(clean)).as("nothing more to take").contains(clean);
    }

    @Test
    void aPhotoTakenSidewaysIsStillShownUpright() {
        for (int orientation = 2; orientation <= 8; orientation++) {
            var clean = Jpeg.clean(Pictures.jpeg(orientation)).orElseThrow();
            var at = text(clean).indexOf("Exif\0\0");
            assertThat(at).isPositive();
            assertThat(Exif.orientation(ByteBuffer.wrap(clean, at + 6, 26).slice()))
                    .isEqualTo(orientation);
            assertThat(text(clean)).doesNotContain(Pictures.SECRET);
        }
    }

    @Test
    void theOrientationIsReadInBothByteOrders() {
        var little = ByteBuffer.wrap(
                new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Exif.orientation(little)).isEqualTo(6);
        assertThat(Exif.orientation(ByteBuffer.wrap(Exif.only(3)))).isEqualTo(3);
        assertThat(Exif.orientation(ByteBuffer.wrap(Exif.only(9)))).isEqualTo(Exif.UPRIGHT);
        assertThat(Exif.orientation(ByteBuffer.wrap(new byte[] {'M', 'M', 0}))).isEqualTo(Exif.UPRIGHT);
    }

    @Test
    void aScreenshotLosesItsWordsAndStaysAsItIs() {
        var shot = Pictures.png(6);
        var clean = Png.clean(shot).orElseThrow();
        assertThat(text(clean)).doesNotContain(Pictures.SECRET, "tEXt", "iTXt").contains("eXIf");
        assertThat(Pictures.dots(clean)).isEqualTo(Pictures.dots(shot));
        assertThat(text(Png.clean(Pictures.png(1)).orElseThrow())).doesNotContain("eXIf");
    }

    @Test
    void aWebpLosesItsWordsAndStaysAsItIs() {
        var clean = Webp.clean(Pictures.webp(1)).orElseThrow();
        assertThat(text(clean))
                .doesNotContain(Pictures.SECRET, "EXIF", "XMP", "NOTE")
                .contains(text(Pictures.DOT));
        assertThat(clean[20]).as("no longer says that it has EXIF or XMP").isZero();
        assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                .isEqualTo(clean.length - 8);
        assertThat(Webp.clean(clean)).as("nothing more to take").contains(clean);
        var turned = Webp.clean(Pictures.webp(6)).orElseThrow();
        assertThat(text(turned)).doesNotContain(Pictures.SECRET).contains("EXIF");
        assertThat(turned[20]).isEqualTo((byte) 0x08);
        assertThat(Webp.clean(turned)).contains(turned);
    }

    @Test
    void aWebpThatMovesIsBaredInEachOfItsPictures() {
        var clean = Webp.clean(Pictures.movingWebp()).orElseThrow();
        assertThat(text(clean)).doesNotContain(Pictures.SECRET, "NOTE").contains("ANIM", "ANMF", text(Pictures.DOT));
    }

    @Test
    void whatIsBrokenIsToldAndNeverBreaksUs() {
        var chance = new Random(31);
        for (var picture : new byte[][] {Pictures.jpeg(6), Pictures.png(6), Pictures.webp(6), Pictures.movingWebp()})
            for (int i = 0; i < 3_000; i++) {
                var broken = Arrays.copyOf(picture, 2 + chance.nextInt(picture.length - 2));
                for (int hit = 0; hit < 3; hit++) broken[chance.nextInt(broken.length)] = (byte) chance.nextInt(256);
                Jpeg.clean(broken);
                Png.clean(broken);
                Webp.clean(broken);
            }
        assertThat(Jpeg.clean(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9}))
                .as("no picture in it")
                .isEmpty();
        assertThat(Png.clean(Arrays.copyOf(Pictures.png(1), 90))).isEmpty();
        assertThat(Webp.clean(Arrays.copyOf(Pictures.webp(1), 40))).isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}

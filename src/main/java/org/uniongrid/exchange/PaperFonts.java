package org.uniongrid.exchange;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The font of all papers, Noto Serif SC. Reading it takes longer than a paper does, so it stays in memory between papers
 * (some 30 MB for both weights) until the memory is needed for something else.
 */
final class PaperFonts {

    record Weight(int css, TrueTypeFont font) {}

    private SoftReference<@Nullable List<Weight>> kept = new SoftReference<>(null);

    /** Not for two papers at the same time: reading a glyph moves a pointer in the file. */
    List<Weight> weights() {
        var weights = kept.get();
        if (weights == null) {
            weights = List.of(
                    new Weight(400, read("NotoSerifSC_400Regular.ttf")),
                    new Weight(700, read("NotoSerifSC_700Bold.ttf")));
            kept = new SoftReference<>(weights);
        }
        return weights;
    }

    private static TrueTypeFont read(String file) {
        try (var stream = PaperFonts.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) throw new IllegalStateException("no font " + file);
            var font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
            var unicode = full(font.getCmap());
            font.getCmap().setCmaps(new CmapSubtable[] {new ReadableCodes(unicode)});
            return font;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The other tables say the same of fewer characters, and take as much memory each. */
    private static CmapSubtable full(CmapTable codes) {
        return Arrays.stream(codes.getCmaps())
                .filter(table -> table.getPlatformId() == CmapTable.PLATFORM_WINDOWS
                        && table.getPlatformEncodingId() == CmapTable.ENCODING_WIN_UNICODE_FULL)
                .findFirst()
                .orElseThrow();
    }
}

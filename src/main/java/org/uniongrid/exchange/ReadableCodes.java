package org.uniongrid.exchange;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.jspecify.annotations.Nullable;

/**
 * Which character a glyph stands for, when a paper is searched or copied from: 工 rather than the radical ⼯, which has the
 * same glyph and the lower number, and so would be taken.
 */
final class ReadableCodes extends CmapSubtable {

    private static final int FIRST_RADICAL = 0x2e80;
    private static final int LAST_RADICAL = 0x2fdf;

    private final CmapSubtable codes;

    ReadableCodes(CmapSubtable codes) {
        this.codes = codes;
        setPlatformId(codes.getPlatformId());
        setPlatformEncodingId(codes.getPlatformEncodingId());
    }

    @Override
    public int getGlyphId(int character) {
        return codes.getGlyphId(character);
    }

    @Override
    public @Nullable List<Integer> getCharCodes(int glyph) {
        var found = codes.getCharCodes(glyph);
        return found == null
                ? null
                : found.stream()
                        .sorted(comparing(ReadableCodes::isRadical).thenComparing(naturalOrder()))
                        .toList();
    }

    private static boolean isRadical(int character) {
        return character >= FIRST_RADICAL && character <= LAST_RADICAL;
    }
}

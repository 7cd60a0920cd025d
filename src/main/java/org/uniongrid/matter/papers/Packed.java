package org.uniongrid.matter.papers;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Documents that are packed as a zip, told by the names of their parts. Nothing is unpacked. */
final class Packed {

    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST = 300L << 20;

    private Packed() {}

    /** Empty for any other zip, also one that is locked or would unfold to something huge. */
    static Optional<PaperType> type(byte[] content) {
        var parts = parts(content);
        if (parts.contains("ofd.xml")) return Optional.of(PaperType.OFD);
        if (!parts.contains("[content_types].xml")) return Optional.empty();
        if (parts.contains("word/document.xml")) return Optional.of(PaperType.DOCX);
        if (parts.contains("xl/workbook.xml")) return Optional.of(PaperType.XLSX);
        if (parts.contains("ppt/presentation.xml")) return Optional.of(PaperType.PPTX);
        return Optional.empty();
    }

    static boolean hasMacros(byte[] content) {
        return parts(content).stream().anyMatch(name -> name.endsWith("vbaproject.bin"));
    }

    private static Set<String> parts(byte[] content) {
        var names = new HashSet<String>();
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            var left = LARGEST;
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                left -= Math.max(0, entry.getSize());
                if (left < 0 || names.size() > MOST_PARTS || !zip.canReadEntryData(entry)) return Set.of();
                names.add(entry.getName().toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (IOException | IllegalArgumentException broken) {
            return Set.of();
        }
    }
}

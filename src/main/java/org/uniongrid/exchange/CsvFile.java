package org.uniongrid.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads text with commas or tabs: UTF-8, or the GB18030 that Chinese Excel writes. */
final class CsvFile {

    private static final List<Charset> TRIED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private CsvFile() {}

    static void read(byte[] content, RawRows rows) {
        var text = decode(content);
        if (text.indexOf('\0') >= 0) throw new FileRefused("import.refused.unknown");
        if (text.stripLeading().startsWith("<")) throw new FileRefused("import.refused.web-page");
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (var records = format.parse(new StringReader(text))) {
            for (var line : records) rows.row((int) line.getRecordNumber(), cells(line));
        } catch (IOException | UncheckedIOException e) {
            throw new FileRefused("import.refused.broken");
        }
    }

    private static List<RawCell> cells(CSVRecord line) {
        var cells = new ArrayList<RawCell>(Math.min(line.size(), RawRows.MOST_COLUMNS));
        for (int column = 0; column < line.size(); column++) {
            var value = line.get(column);
            var cell = RawCell.of(value, value.startsWith("=") ? RawCell.Flaw.FORMULA : RawCell.Flaw.NONE);
            if (column < RawRows.MOST_COLUMNS) cells.add(cell);
            else if (!cell.isEmpty()) throw new FileRefused("import.refused.too-many-columns", RawRows.MOST_COLUMNS);
        }
        return cells;
    }

    private static char delimiter(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String decode(byte[] content) {
        for (var charset : TRIED) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw new FileRefused("import.refused.unknown");
    }
}

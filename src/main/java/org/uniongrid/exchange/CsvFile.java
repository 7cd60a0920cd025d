package org.uniongrid.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads text with commas or tabs: UTF-8, or the GB18030 that Chinese Excel writes. */
final class CsvFile {

    private static final List<Charset> TRIED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final int HEAD = 1 << 16;
    private static final char MARK = '\uFEFF';

    private CsvFile() {}

    static void read(byte[] content, RawRows rows) {
        var charset = charset(content);
        try (var text = withoutMark(content, charset);
                var records = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(head(content, charset)))
                        .setIgnoreEmptyLines(false)
                        .get()
                        .parse(text)) {
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

    private static char delimiter(String head) {
        var first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /** The first that all of it can be read as. It is read without being kept. */
    private static Charset charset(byte[] content) {
        var charset = TRIED.stream()
                .filter(each -> isText(content, each))
                .findFirst()
                .orElseThrow(() -> new FileRefused("import.refused.unknown"));
        if (head(content, charset).stripLeading().startsWith("<")) throw new FileRefused("import.refused.web-page");
        return charset;
    }

    private static boolean isText(byte[] content, Charset charset) {
        var buffer = new char[HEAD];
        try (var text = reader(content, charset)) {
            for (int read; (read = text.read(buffer)) >= 0; )
                for (int i = 0; i < read; i++) if (buffer[i] == '\0') throw new FileRefused("import.refused.unknown");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String head(byte[] content, Charset charset) {
        var buffer = new char[HEAD];
        try (var text = withoutMark(content, charset)) {
            return new String(buffer, 0, Math.max(0, text.read(buffer)));
        } catch (IOException e) {
            throw new FileRefused("import.refused.unknown");
        }
    }

    private static Reader withoutMark(byte[] content, Charset charset) throws IOException {
        var text = new PushbackReader(reader(content, charset));
        var first = text.read();
        if (first >= 0 && first != MARK) text.unread(first);
        return text;
    }

    private static Reader reader(byte[] content, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(new ByteArrayInputStream(content), decoder);
    }
}

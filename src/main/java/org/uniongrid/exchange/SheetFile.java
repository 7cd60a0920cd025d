package org.uniongrid.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings.Problem;

/** What a file brought: its headings, its rows by column key, and what is wrong with single cells. */
public record SheetFile(List<Heading> headings, List<ImportRow> rows, List<Problem> problems) {

    /** A file of more rows is to be split. Rows wait in a table and not in memory; what bounds them is the time of one commit. */
    public static final int MOST_ROWS = 200_000;

    private static final byte[] OLD_OFFICE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    public SheetFile {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * A heading of the file.
     *
     * @param index of its column, from 0
     * @param column key of the column it was recognised as, or null
     * @param kept false where its content is neither kept nor checked
     */
    public record Heading(int index, String text, @Nullable String column, boolean kept) {

        /** The column as Excel names it. */
        public String letter() {
            var name = new StringBuilder();
            for (int left = index + 1; left > 0; left = (left - 1) / 26) name.insert(0, (char) ('A' + (left - 1) % 26));
            return name.toString();
        }
    }

    /**
     * What a file is, found by reading it once without keeping a row.
     *
     * @param rows how many there are
     * @param examples how many were overlooked since they are marked as the template's example
     */
    public record Outline(List<Heading> headings, int rows, int examples) {}

    /** Takes the rows one after the other, each with what is wrong with its cells. */
    @FunctionalInterface
    public interface Rows {

        void row(ImportRow row, List<Problem> problems);
    }

    /**
     * Reads an .xlsx or .csv file, told apart by content, and keeps all of it: for lists that are short.
     *
     * @throws FileRefused if it is neither, or is not what these columns expect
     */
    public static SheetFile read(byte[] content, List<Column> columns) {
        var rows = new ArrayList<ImportRow>();
        var problems = new ArrayList<Problem>();
        var outline = read(content, columns, (row, wrong) -> {
            rows.add(row);
            problems.addAll(wrong);
        });
        return new SheetFile(outline.headings(), rows, problems);
    }

    /** Reads all of a file and keeps nothing. Whatever makes {@link #read} refuse it makes this refuse it. */
    public static Outline outline(byte[] content, List<Column> columns) {
        return read(content, columns, (_, _) -> {});
    }

    /** Gives the rows of a file away one after the other. */
    public static Outline read(byte[] content, List<Column> columns, Rows rows) {
        var table = new Table(columns, rows);
        if (content.length == 0) throw new FileRefused("import.refused.empty");
        if (startsWith(content, OLD_OFFICE))
            throw new FileRefused(
                    contains(content, ENCRYPTED) ? "import.refused.encrypted" : "import.refused.old-excel");
        if (startsWith(content, ZIP)) XlsxFile.read(content, table);
        else CsvFile.read(content, table);
        return table.finish();
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] content, byte[] word) {
        for (int i = 0; i + word.length <= content.length; i++)
            if (content[i] == word[0] && Arrays.equals(content, i, i + word.length, word, 0, word.length)) return true;
        return false;
    }
}

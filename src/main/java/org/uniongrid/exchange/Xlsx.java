package org.uniongrid.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks in which every cell is text, so that nothing in them can act as a formula. */
public final class Xlsx {

    /** So many rows are held in memory while a sheet is written. */
    private static final int FLUSHED = 1_000;

    private static final String ACTIVE = "=+-@\t\r";

    private Xlsx() {}

    /** A sheet of a workbook; rows are read once, in order. */
    public record Tab(String name, List<String> headers, Stream<List<String>> rows) {

        public Tab(String name, List<String> headers, List<List<String>> rows) {
            this(name, headers, rows.stream());
        }
    }

    public static void write(OutputStream out, String name, List<String> headers, List<List<String>> rows)
            throws IOException {
        write(out, List.of(new Tab(name, headers, rows)));
    }

    public static void write(OutputStream out, List<Tab> tabs) throws IOException {
        var workbook = new Workbook(out, "UnionGrid", "1.0");
        for (var tab : tabs) write(workbook, tab);
        workbook.finish();
    }

    private static void write(Workbook workbook, Tab tab) {
        var sheet = workbook.newWorksheet(tab.name());
        for (int column = 0; column < tab.headers().size(); column++) {
            sheet.value(0, column, escaped(tab.headers().get(column)));
            sheet.style(0, column).bold().set();
            sheet.width(column, 18);
            sheet.style(column).format("@").set();
        }
        sheet.freezePane(0, 1);
        try (var rows = tab.rows()) {
            var number = new int[1];
            rows.forEach(row -> {
                if (++number[0] % FLUSHED == 0) flush(sheet);
                for (int column = 0; column < row.size(); column++)
                    sheet.inlineString(number[0], column, escaped(row.get(column)));
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An apostrophe keeps a cell text even where somebody edits it or saves it as CSV. */
    public static String escaped(String text) {
        return !text.isEmpty() && ACTIVE.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text as it was before {@link #escaped}. */
    static String unescaped(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && ACTIVE.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}

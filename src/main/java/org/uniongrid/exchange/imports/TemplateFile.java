package org.uniongrid.exchange.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.web.Say;

/**
 * The workbook to fill in: every cell text, so that zeros and long codes survive; drop-downs where codes are wanted; a
 * note on each heading; an example that the import overlooks.
 */
final class TemplateFile {

    /** The property of the document that says which template it was, for whoever helps somebody over the telephone. */
    static final String VERSION = "UnionGridTemplate";

    private static final String LISTS = "lists";
    private static final int LONGEST_TAB = 31;
    private static final int LONGEST_PROPERTY = 200;

    private final ImportKind kind;
    private final Say say;
    private final List<Column> columns;

    TemplateFile(ImportKind kind, Say say) {
        this.kind = kind;
        this.say = say;
        this.columns = kind.columns().stream().filter(Column::isKept).toList();
    }

    void write(OutputStream out) throws IOException {
        var workbook = new Workbook(out, "UnionGrid", "1.0");
        workbook.properties().setTextProperty(VERSION, version(kind));
        var sheet = workbook.newWorksheet(tabName(say.of("import." + kind.key() + ".title")));
        var about = workbook.newWorksheet(tabName(say.of("import.template.tab")));
        var lists = workbook.newWorksheet(LISTS);
        head(sheet);
        example(sheet);
        explain(about);
        offer(sheet, lists);
        lists.setVisibilityState(VisibilityState.HIDDEN);
        workbook.finish();
    }

    /** Another one as soon as a column comes, goes or offers something else. */
    static String version(ImportKind kind) {
        var shape = kind.columns().stream()
                .map(column -> column.key() + column.isRequired() + column.options())
                .toList();
        var version = kind.key() + " " + Integer.toHexString(shape.toString().hashCode());
        return version.substring(0, Math.min(version.length(), LONGEST_PROPERTY));
    }

    private void head(Worksheet sheet) {
        for (int index = 0; index < columns.size(); index++) {
            var column = columns.get(index);
            sheet.value(0, index, column.header() + (column.isRequired() ? "*" : ""));
            sheet.style(0, index)
                    .bold()
                    .fillColor(column.isRequired() ? "FDE8E8" : "F2F4F7")
                    .set();
            sheet.comment(0, index, note(column));
            sheet.width(index, Math.max(12, 2.4 * column.header().length() + 4));
            sheet.style(index).format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    /** Required or not, what it means, and an example. */
    private String note(Column column) {
        return Stream.of(
                        need(column),
                        UploadText.note(column, say),
                        column.options().isEmpty() ? "" : say.of("import.template.pick"),
                        column.example().isEmpty() ? "" : say.of("import.template.such-as", column.example()))
                .filter(text -> !text.isEmpty())
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    private String need(Column column) {
        return say.of("import.need." + column.need().name().toLowerCase(Locale.ROOT));
    }

    private void example(Worksheet sheet) {
        for (int index = 0; index < columns.size(); index++) {
            var mark = index == 0 ? say.of("import.template.mark") : "";
            var column = columns.get(index);
            sheet.value(1, index, mark + shown(column));
            sheet.style(1, index).italic().fontColor("6B7280").format("@").set();
        }
    }

    /** As the drop-down would fill it in. */
    private static String shown(Column column) {
        return column.options().stream()
                .filter(option -> option.equals(column.example()) || option.startsWith(column.example() + " "))
                .findFirst()
                .orElse(column.example());
    }

    private void explain(Worksheet about) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                say.of("import.template.column"),
                say.of("import.template.need"),
                say.of("import.template.note"),
                say.of("import.template.example"),
                say.of("import.template.options")));
        for (var column : kind.columns())
            rows.add(List.of(
                    column.header(),
                    need(column),
                    UploadText.note(column, say),
                    column.example(),
                    String.join("、", column.options())));
        rows.add(List.of(say.of("import.template.empty"), "", say.of("import.template.empty.text"), "", ""));
        for (int row = 0; row < rows.size(); row++)
            for (int column = 0; column < rows.get(row).size(); column++) {
                about.value(row, column, rows.get(row).get(column));
                if (row == 0) about.style(row, column).bold().set();
                else
                    about.style(row, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
            }
        for (var width :
                List.of(new int[] {0, 22}, new int[] {1, 16}, new int[] {2, 46}, new int[] {3, 28}, new int[] {4, 60}))
            about.width(width[0], width[1]);
        about.freezePane(0, 1);
    }

    /** A bare code may be typed as well: whoever leaves the list is asked, not stopped. */
    private void offer(Worksheet sheet, Worksheet lists) {
        for (int index = 0; index < columns.size(); index++) {
            var options = columns.get(index).options();
            if (options.isEmpty()) continue;
            for (int row = 0; row < options.size(); row++) lists.value(row, index, options.get(row));
            sheet.range(1, index, SheetFile.MOST_ROWS, index)
                    .validateWithList(lists.range(0, index, options.size() - 1, index))
                    .allowBlank(true)
                    .showDropdown(true)
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .errorTitle(columns.get(index).header())
                    .error(say.of("import.template.not-in-list"))
                    .showErrorMessage(true);
        }
    }

    static String tabName(String title) {
        var clean = title.replaceAll("[\\[\\]:*?/\\\\']", " ");
        return clean.length() > LONGEST_TAB ? clean.substring(0, LONGEST_TAB) : clean;
    }
}

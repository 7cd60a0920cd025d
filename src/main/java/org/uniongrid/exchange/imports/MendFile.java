package org.uniongrid.exchange.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.exchange.SheetFile.Heading;
import org.uniongrid.exchange.Xlsx;
import org.uniongrid.web.Say;

/**
 * Rows of a file given back to be mended: as they were, in their order, with their numbers in front, what is wrong in a
 * last column, and the wrong cells coloured. Numbers of people are masked; nothing in it can act as a formula.
 */
final class MendFile {

    static final String WRONG = "FECACA";

    private final ImportRun run;
    private final List<Heading> kept;
    private final Say say;

    MendFile(ImportRun run, Say say) {
        this.run = run;
        this.kept = run.kept();
        this.say = say;
    }

    /** What is wrong with the rows between two numbers. */
    @FunctionalInterface
    interface Problems {

        List<Problem> between(int first, int last);
    }

    void write(OutputStream out, Sheet rows, Problems problems) throws IOException {
        var workbook = new Workbook(out, "UnionGrid", "1.0");
        var sheet = workbook.newWorksheet(TemplateFile.tabName(say.of("import.problems.tab")));
        head(sheet);
        var line = new int[1];
        rows.inBatches(batch -> {
            var wrong = problems
                    .between(batch.getFirst().number(), batch.getLast().number())
                    .stream()
                    .collect(Collectors.groupingBy(Problem::row));
            for (var row : batch) row(sheet, ++line[0], row, wrong.getOrDefault(row.number(), List.of()));
            flush(sheet);
        });
        workbook.finish();
    }

    private void head(Worksheet sheet) {
        head(sheet, 0, say.of("import.problems.row"), 8);
        for (int index = 0; index < kept.size(); index++)
            head(sheet, index + 1, kept.get(index).text(), 18);
        head(sheet, kept.size() + 1, say.of("import.problems.problem"), 60);
        sheet.freezePane(0, 1);
    }

    private static void head(Worksheet sheet, int column, String text, int width) {
        sheet.value(0, column, Xlsx.escaped(text));
        sheet.style(0, column).bold().set();
        sheet.width(column, width);
        sheet.style(column).format("@").set();
    }

    private void row(Worksheet sheet, int line, ImportRow row, List<Problem> problems) {
        var wrong = problems.stream().map(Problem::column).collect(Collectors.toSet());
        sheet.inlineString(line, 0, String.valueOf(row.number()));
        for (int index = 0; index < kept.size(); index++) {
            var column = Objects.requireNonNull(kept.get(index).column());
            cell(sheet, line, index + 1, row.shown(column), wrong.contains(column));
        }
        var reasons = problems.stream().map(this::reason).collect(Collectors.joining("\n"));
        if (!reasons.isEmpty()) cell(sheet, line, kept.size() + 1, reasons, missing(wrong));
    }

    /** Whether something is wrong that no cell of the file can be coloured for. */
    private boolean missing(Set<String> wrong) {
        return wrong.stream().anyMatch(column -> kept.stream().noneMatch(heading -> column.equals(heading.column())));
    }

    private static void cell(Worksheet sheet, int line, int column, String text, boolean wrong) {
        if (!text.isEmpty()) sheet.inlineString(line, column, Xlsx.escaped(text));
        if (wrong) sheet.style(line, column).format("@").fillColor(WRONG).set();
        else if (!text.isEmpty()) sheet.style(line, column).format("@").set();
    }

    private String reason(Problem problem) {
        var values = problem.args().toArray();
        var column = run.columnName(problem.column());
        return say.of(
                "import.problems.reason",
                column.isEmpty() ? say.of("import.problems.whole") : column,
                say.of(problem.key(), values),
                say.of(problem.key() + ".fix", values));
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.uniongrid.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.SheetFile.Heading;
import org.uniongrid.exchange.Xlsx;
import org.uniongrid.exchange.Xlsx.Tab;
import org.uniongrid.web.Say;

/** The workbooks that an import hands out: an empty one to fill in, and the faulty rows to mend. */
@Component
class ImportFiles {

    private static final int LONGEST_TAB = 31;

    private final StagedRows staged;
    private final MessageSource messages;
    private final ZoneId zone;

    ImportFiles(StagedRows staged, MessageSource messages, ZoneId zone) {
        this.staged = staged;
        this.messages = messages;
        this.zone = zone;
    }

    byte[] template(ImportKind kind, Locale locale) {
        var say = new Say(messages, locale, zone);
        var headers = kind.columns().stream()
                .filter(Column::isKept)
                .map(column -> column.header() + (column.isRequired() ? "*" : ""))
                .toList();
        var notes = kind.columns().stream()
                .map(column -> List.of(
                        column.header(),
                        say.of("import.need." + column.need().name().toLowerCase(Locale.ROOT)),
                        UploadText.note(column, say),
                        column.example()))
                .toList();
        var about = List.of(
                say.of("import.template.column"),
                say.of("import.template.need"),
                say.of("import.template.note"),
                say.of("import.template.example"));
        return write(List.of(
                new Tab(tabName(say.of("import." + kind.key() + ".title")), headers, List.of()),
                new Tab(say.of("import.template.tab"), about, notes)));
    }

    /** The faulty rows with what is wrong in a last column, which the next upload overlooks. */
    byte[] errors(ImportRun run, Locale locale) {
        var say = new Say(messages, locale, zone);
        var problems = staged.problems(run.id()).stream().collect(Collectors.groupingBy(Problem::row));
        var kept = run.kept();
        var headers = new ArrayList<String>();
        headers.add(say.of("import.problems.row"));
        kept.forEach(heading -> headers.add(heading.text()));
        headers.add(say.of("import.problems.problem"));
        var rows = staged.faulty(run).rows().stream().map(row -> {
            var reasons = problems.getOrDefault(row.number(), List.of()).stream()
                    .map(problem -> reason(run, problem, say))
                    .collect(Collectors.joining("\n"));
            return cells(row, kept, reasons);
        });
        return write(List.of(new Tab(say.of("import.problems.tab"), headers, rows)));
    }

    private static List<String> cells(ImportRow row, List<Heading> kept, String reasons) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(row.number()));
        for (var heading : kept) cells.add(row.shown(Objects.requireNonNull(heading.column())));
        cells.add(reasons);
        return cells;
    }

    private static String reason(ImportRun run, Problem problem, Say say) {
        var values = problem.args().toArray();
        var column = run.columnName(problem.column());
        return say.of(
                "import.problems.reason",
                column.isEmpty() ? say.of("import.problems.whole") : column,
                say.of(problem.key(), values),
                say.of(problem.key() + ".fix", values));
    }

    private static String tabName(String title) {
        var clean = title.replaceAll("[\\[\\]:*?/\\\\']", " ");
        return clean.length() > LONGEST_TAB ? clean.substring(0, LONGEST_TAB) : clean;
    }

    private static byte[] write(List<Tab> tabs) {
        var out = new ByteArrayOutputStream();
        try {
            Xlsx.write(out, tabs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

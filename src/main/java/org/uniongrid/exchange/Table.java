package org.uniongrid.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a table of raw rows: finds the headings among the first rows, then reads each row below them. */
final class Table implements RawRows {

    private static final int HEAD = 10;

    /** A file can say a long text once and name it in each of its cells: all that is staged, in characters. */
    private static final int MOST_CHARACTERS = 40_000_000;

    /** How the first cell of a row begins that only shows how to fill in the others. */
    private static final Pattern EXAMPLE = Pattern.compile("(示例|例|Example)[:：].*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOISE = Pattern.compile("[\\s\\u00A0\\u3000\\u200B\\uFEFF]+|\\*+\\s*$");

    private final List<Column> columns;
    private final Map<String, Column> byHeader = new HashMap<>();
    private final Map<Integer, List<RawCell>> head = new LinkedHashMap<>();
    private final SheetFile.Rows rows;
    private List<SheetFile.Heading> headings = List.of();
    private List<SheetFile.Heading> known = List.of();
    private int characters;
    private int taken;
    private int examples;

    Table(List<Column> columns, SheetFile.Rows rows) {
        this.columns = columns;
        this.rows = rows;
        for (var column : columns) for (var header : column.headers()) byHeader.put(normal(header), column);
    }

    @Override
    public void row(int number, List<RawCell> cells) {
        if (number <= HEAD) head.put(number, cells);
        else {
            if (headings.isEmpty()) beginBelowHeadings();
            take(number, cells);
        }
    }

    SheetFile.Outline finish() {
        if (headings.isEmpty()) beginBelowHeadings();
        if (taken == 0) throw new FileRefused("import.refused.no-rows");
        return new SheetFile.Outline(headings, taken, examples);
    }

    private void beginBelowHeadings() {
        var best = 0;
        var most = 0L;
        for (var row : head.entrySet()) {
            var known = known(row.getValue());
            if (known > most) {
                best = row.getKey();
                most = known;
            }
        }
        if (most == 0)
            throw new FileRefused("import.refused.no-header", columns.getFirst().header());
        headings = headings(Objects.requireNonNull(head.get(best)));
        known = headings.stream().filter(heading -> heading.column() != null).toList();
        refuseMissing();
        for (var row : head.entrySet()) if (row.getKey() > best) take(row.getKey(), row.getValue());
    }

    private long known(List<RawCell> cells) {
        return cells.stream()
                .map(cell -> byHeader.get(normal(cell.text())))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private List<SheetFile.Heading> headings(List<RawCell> cells) {
        var found = new ArrayList<SheetFile.Heading>();
        var first = new HashMap<String, SheetFile.Heading>();
        for (int index = 0; index < cells.size(); index++) {
            var text = cells.get(index).text();
            if (text.isEmpty()) continue;
            var column = byHeader.get(normal(text));
            var heading = new SheetFile.Heading(
                    index, text, column == null ? null : column.key(), column != null && column.isKept());
            var twin = column == null ? null : first.put(column.key(), heading);
            if (twin != null)
                throw new FileRefused("import.refused.duplicate-header", text, twin.letter(), heading.letter());
            found.add(heading);
        }
        return found;
    }

    private void refuseMissing() {
        var missing = columns.stream()
                .filter(Column::isRequired)
                .filter(column ->
                        headings.stream().noneMatch(heading -> column.key().equals(heading.column())))
                .map(Column::header)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) throw new FileRefused("import.refused.missing-columns", missing);
    }

    private void take(int number, List<RawCell> cells) {
        var first = known.stream()
                .map(heading -> at(cells, heading))
                .filter(cell -> !cell.isEmpty())
                .findFirst();
        if (first.isEmpty()) return;
        if (EXAMPLE.matcher(first.get().text()).matches()) {
            examples++;
            return;
        }
        if (++taken > SheetFile.MOST_ROWS) throw new FileRefused("import.refused.too-many-rows", SheetFile.MOST_ROWS);
        var row = ImportRow.of(number, kept(cells), columns);
        rows.row(row, problems(row, cells));
    }

    private Map<String, String> kept(List<RawCell> cells) {
        var kept = new HashMap<String, String>();
        for (var heading : known) {
            if (!heading.kept()) continue;
            var text = at(cells, heading).text();
            if (!text.isEmpty()) kept.put(Objects.requireNonNull(heading.column()), text);
            characters += text.length();
        }
        if (characters > MOST_CHARACTERS) throw new FileRefused("import.refused.bomb");
        return kept;
    }

    private List<Findings.Problem> problems(ImportRow row, List<RawCell> cells) {
        var problems = new ArrayList<Findings.Problem>(0);
        for (var heading : known) {
            var flaw = at(cells, heading).flaw();
            if (heading.kept() && flaw != RawCell.Flaw.NONE)
                problems.add(Findings.Problem.of(row, Objects.requireNonNull(heading.column()), flaw.key));
        }
        for (var column : columns)
            if (column.isRequired() && !row.has(column.key()))
                problems.add(Findings.Problem.of(row, column.key(), "import.problem.required"));
        return problems;
    }

    private static RawCell at(List<RawCell> cells, SheetFile.Heading heading) {
        return heading.index() < cells.size() ? cells.get(heading.index()) : RawCell.EMPTY;
    }

    /** Full-width and half-width forms, spaces, case and the asterisk of a required column do not tell headers apart. */
    private static String normal(String header) {
        var folded = Normalizer.normalize(header, Normalizer.Form.NFKC);
        return NOISE.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

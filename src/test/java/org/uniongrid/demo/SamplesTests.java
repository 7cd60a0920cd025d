package org.uniongrid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The lists in {@code samples/} are what the demonstration makes; a list that differs is written anew and fails. */
class SamplesTests {

    static final Path SAMPLES = Path.of("samples");
    static final List<Map<String, String>> NEWCOMERS =
            DemoCity.on(LocalDate.of(2026, 11, 20)).newcomers();

    @Test
    void theListOfNewUnionsIsAsTheDemonstrationMakesIt() throws IOException {
        matches("yunzhou-new-unions.xlsx", NEWCOMERS);
    }

    @Test
    void theListWithMistakesHasFourFaultyRows() throws IOException {
        var rows = new ArrayList<>(NEWCOMERS.subList(0, 24));
        rows.set(
                2,
                with(
                        rows.get(2),
                        Map.of("uscc", rows.get(2).getOrDefault("uscc", "").substring(0, 17))));
        rows.set(7, with(rows.get(7), Map.of("parent", "物流港园区联合工会")));
        rows.set(13, with(rows.get(13), Map.of("founded_on", "2026.13.05")));
        rows.set(20, with(rows.get(20), Map.of("staff", "约 120 人")));
        matches("yunzhou-new-unions-with-mistakes.xlsx", rows);
    }

    @Test
    void theListForTheRealPrefectureHangsUnderItsFederations() throws IOException {
        var rows = NEWCOMERS.stream()
                .limit(20)
                .map(row -> with(row, Map.of("parent", "苏州工业园区总工会", "division", "320576", "address", "")))
                .toList();
        matches("suzhou-made-up-unions.xlsx", rows);
    }

    private static Map<String, String> with(Map<String, String> row, Map<String, String> changes) {
        var changed = new HashMap<>(row);
        changed.putAll(changes);
        return changed;
    }

    private static void matches(String name, List<Map<String, String>> rows) throws IOException {
        var file = SAMPLES.resolve(name);
        var expected = new ArrayList<List<String>>();
        expected.add(List.copyOf(Columns.UNION.values()));
        for (var row : rows)
            expected.add(Columns.UNION.keySet().stream()
                    .map(key -> row.getOrDefault(key, ""))
                    .toList());
        var found = Files.exists(file) ? read(file, Columns.UNION.size()) : List.<List<String>>of();
        if (!found.equals(expected)) write(file, expected);
        assertThat(found)
                .as(name + " differed; it is written anew, look at it and commit it")
                .isEqualTo(expected);
    }

    private static List<List<String>> read(Path file, int width) throws IOException {
        try (var in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in);
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> {
                        var cells = new ArrayList<String>();
                        for (int i = 0; i < width; i++) cells.add(row.getCellText(i));
                        return List.copyOf(cells);
                    })
                    .toList();
        }
    }

    private static void write(Path file, List<List<String>> rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "UnionGrid", "1.0")) {
            var sheet = workbook.newWorksheet("工会名册");
            for (int row = 0; row < rows.size(); row++)
                for (int column = 0; column < rows.get(row).size(); column++)
                    sheet.value(row, column, rows.get(row).get(column));
            sheet.freezePane(0, 1);
        }
    }
}

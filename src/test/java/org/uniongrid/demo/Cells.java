package org.uniongrid.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads rows; a column that is not there fails the test. */
final class Cells {

    private Cells() {}

    static String text(Map<String, String> row, String key) {
        return requireNonNull(row.get(key), key);
    }

    static int number(Map<String, String> row, String key) {
        return Integer.parseInt(text(row, key));
    }

    static LocalDate date(Map<String, String> row, String key) {
        return LocalDate.parse(text(row, key));
    }

    static List<String> column(List<Map<String, String>> rows, String key) {
        return rows.stream().map(row -> text(row, key)).toList();
    }

    static List<Map<String, String>> rows(DemoCity city) {
        return Stream.of(city.federations(), city.unions(), city.coveredEmployers(), city.employersWithoutUnion())
                .flatMap(List::stream)
                .toList();
    }
}

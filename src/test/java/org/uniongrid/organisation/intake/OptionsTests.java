package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What a template offers, the import understands. */
@ModuleTest
class OptionsTests {

    private final Union union;

    OptionsTests(Union union) {
        this.union = union;
    }

    @ParameterizedTest
    @ValueSource(strings = {"unions", "employers"})
    void everyOptionOfEveryDropDownIsRead(String kind) {
        var city = union.city();
        var coded = union.kind(kind).columns().stream()
                .filter(column -> !column.options().isEmpty())
                .toList();
        assertThat(coded).hasSizeGreaterThan(1);
        for (var column : coded)
            for (var option : column.options()) {
                var row = new HashMap<String, String>(
                        kind.equals("unions")
                                ? Union.enterpriseRow(city, "选项厂", Map.of())
                                : Map.of(
                                        "uscc",
                                        Union.creditCode(),
                                        "employer-name",
                                        "选项厂",
                                        "division",
                                        city.division()));
                row.put(column.key(), option);
                assertThat(union.check(kind, List.of(row), union.cadre(city)).problems())
                        .filteredOn(problem -> problem.column().equals(column.key()))
                        .as(column.key() + " " + option)
                        .isEmpty();
            }
    }
}

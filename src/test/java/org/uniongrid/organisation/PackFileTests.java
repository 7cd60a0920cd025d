package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of rule packs may say. */
class PackFileTests {

    private static final String HEAD = """
            subject: test
            title: {zh: 试, en: Test}
            help: {zh: 试, en: Test}
            values:
              - {key: value, measure: MEASURE, label: {zh: 值, en: Value}, help: {zh: 值, en: Value}}
            packs:
            """;

    private static PackFile file(String measure, String packs) {
        return PackFile.read("test.yaml", HEAD.replace("MEASURE", measure) + packs.indent(2));
    }

    private static String pack(String region, String from, String value) {
        return "- {region: '%s', from: '%s', article: 第一条, values: {value: %s}}\n".formatted(region, from, value);
    }

    @Test
    void everythingThatIsShippedIsRight() {
        var subjects = new PackSubjects();
        assertThat(subjects.all())
                .extracting(PackSubject::key)
                .contains("committee-size", "term", "women-committee", "union-duty", "employer-size");
        assertThat(subjects.shipped()).hasSizeGreaterThan(6).allSatisfy(pack -> {
            assertThat(pack.values()).isNotEmpty();
            assertThat(pack.article()).isNotBlank();
        });
        assertThat(subjects.all())
                .allSatisfy(subject -> assertThat(subjects.shipped())
                        .as("a pack of %s for the whole country", subject.key())
                        .anyMatch(pack -> pack.subject().equals(subject.key())
                                && pack.region().isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count        | 0",
                "count        | 1000000000",
                "days         | 40000",
                "working-days | 5",
                "minutes      | 30",
                "working-hours | 40000",
                "office-hours | '''9:00-12:00, 13:30-17:30'''",
                "months       | 12",
                "years        | 3",
                "money        | 0.01",
                "money        | '''1200.50'''",
                "percent      | 0.5",
                "percent      | 1000",
                "yes-no       | false",
                "text         | 第八条",
                "bands        | '[[11, 25, 3, 3], [26, null, 3, 5]]'",
            })
    void readsValuesWithTheirUnits(String measure, String value) {
        var packs = file(measure, pack("", "2022-01-01", value)).packs();
        assertThat(packs.getFirst().values()).containsOnlyKeys("value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count   | -1                                  | pack-number-is-whole",
                "count   | 1.5                                 | pack-number-is-whole",
                "count   | 1000000001                          | pack-number-is-whole",
                "count   | many                                | pack-number-is-whole",
                "days    | 40001                               | pack-number-is-whole",
                "months  | true                                | pack-number-is-whole",
                "money   | 0.001                               | pack-money-is-yuan",
                "percent | 1000.1                              | pack-percent-is-in-range",
                "percent | '''5%'''                            | pack-percent-is-in-range",
                "yes-no  | maybe                               | pack-answer-is-yes-or-no",
                "office-hours | '''12:00-9:00''' | pack-hours-are-in-order",
                "text    | 12                                  | pack-text-is-short",
                "bands   | '[]'                                | pack-table-has-rows",
                "bands   | 7                                   | pack-table-has-rows",
                "bands   | '[[11, 25, 5, 3]]'                  | pack-table-low-before-high",
                "bands   | '[[11, 25, 3, 3], [27, null, 3, 5]]' | pack-table-goes-on",
                "bands   | '[[11, 25, 3, 3], [25, null, 3, 5]]' | pack-table-goes-on",
                "bands   | '[[11, null, 3, 3], [26, 30, 3, 5]]' | pack-table-goes-on",
                "bands   | '[[11, 10, 3, 3]]'                  | pack-table-goes-on",
                "bands   | '[[11, 25, 3]]'                     | pack-number-is-whole",
            })
    void namesTheValueThatIsOfAnotherKind(String measure, String value, String rule) {
        assertThatThrownBy(() -> file(measure, pack("", "2022-01-01", value)))
                .hasMessageContainingAll("test.yaml", "Rule pack test, value value", rule);
    }

    @Test
    void namesAValueThatIsMissingOrNotKnown() {
        var other = "- {region: '', from: '2022-01-01', article: 第一条, values: {value: 1, more: 2}}";
        assertThatThrownBy(() -> file("count", other)).hasMessageContainingAll("value more", "pack-value-is-known");
        var none = "- {region: '', from: '2022-01-01', article: 第一条, values: {}}";
        assertThatThrownBy(() -> file("count", none)).hasMessageContainingAll("value value", "pack-value-is-given");
    }

    @Test
    void endsAPackWhereTheNextOfItsRegionBegins() {
        var packs = file(
                        "count",
                        pack("", "2022-01-01", "2") + pack("", "2010-01-01", "1") + pack("31", "2015-01-01", "3"))
                .packs();
        assertThat(packs).extracting(ShippedPack::until).containsExactly(LocalDate.of(2022, 1, 1), null, null);
    }

    @Test
    void refusesTwoPacksOfOneDayAndARegionThatIsNone() {
        assertThatThrownBy(() -> file("count", pack("", "2022-01-01", "2") + pack("", "2022-01-01", "1")))
                .hasMessageContaining("2022-01-01");
        assertThatThrownBy(() -> file("count", pack("310", "2022-01-01", "2"))).hasMessageContaining("no region 310");
        assertThatThrownBy(() -> file("count", pack("310000", "2022-01-01", "2")))
                .hasMessageContaining("no region 310000");
    }

    @Test
    void tellsContentApartButNotTheEnd() {
        var one = file("count", pack("", "2022-01-01", "2")).packs().getFirst();
        var followed = file("count", pack("", "2022-01-01", "2") + pack("", "2030-01-01", "3"))
                .packs()
                .getFirst();
        var other = file("count", pack("", "2022-01-01", "3")).packs().getFirst();
        assertThat(followed.hash()).isEqualTo(one.hash());
        assertThat(other.hash()).isNotEqualTo(one.hash());
    }
}

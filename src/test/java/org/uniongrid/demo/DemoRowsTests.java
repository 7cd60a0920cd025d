package org.uniongrid.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.demo.Cells.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.uniongrid.foundation.CreditCode;

/** What stands in the rows of the demo city: whole, consistent, and never of a real person or firm. */
class DemoRowsTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final DemoCity city = DemoCity.on(TODAY);
    final List<Map<String, String>> unions =
            Stream.concat(city.federations().stream(), city.unions().stream()).toList();
    final List<Map<String, String>> employers = Stream.concat(
                    city.coveredEmployers().stream(), city.employersWithoutUnion().stream())
            .toList();
    final List<Map<String, String>> firms =
            Stream.concat(city.unions().stream(), employers.stream()).toList();

    @Test
    void haveTheColumnsOfTheirSheetInOrder() {
        assertThat(unions)
                .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(Columns.UNION.keySet()));
        assertThat(employers)
                .allSatisfy(row -> assertThat(row.keySet()).containsExactlyElementsOf(Columns.EMPLOYER.keySet()));
    }

    @Test
    void leaveNothingOutOfAnEnterpriseUnionButItsTier() {
        assertThat(city.unions())
                .allSatisfy(row -> assertThat(row.entrySet().stream()
                                .filter(cell -> cell.getValue().isEmpty())
                                .map(Map.Entry::getKey))
                        .containsExactly("tier"));
    }

    @Test
    void neverRepeatWhatShouldBeUnique() {
        assertUnique(unions, "unit_code", "unit_name", "reply_number", "chair_id", "chair_phone");
        assertUnique(firms, "uscc", "employer_name");
        assertThat(column(unions, "unit_code")).doesNotContainAnyElementsOf(column(firms, "uscc"));
    }

    @Test
    void carryCodesThatAddUp() {
        assertThat(column(unions, "unit_code")).allMatch(code -> code.startsWith("81") && CreditCode.isValid(code));
        assertThat(column(firms, "uscc"))
                .allMatch(CreditCode::isValid)
                .allMatch(code -> code.equals(withOrganisationCode(code)));
    }

    private static String withOrganisationCode(String code) {
        return code.substring(0, 8) + CreditCode.organisationCode(code.substring(8, 16)) + code.charAt(17);
    }

    @Test
    void carryIdentityNumbersThatAddUpAndPhonesNobodyHas() {
        assertThat(column(unions, "chair_id")).allMatch(DemoRowsTests::isIdentityNumber);
        assertThat(column(unions, "chair_phone")).allMatch(phone -> phone.matches("154\\d{8}"));
    }

    /** GB 11643 as ISO 7064 MOD 11-2: the number and its check digit, read together, leave 1. */
    private static boolean isIdentityNumber(String id) {
        int rest = 0;
        for (int i = 0; i < 17; i++) rest = (rest + Character.digit(id.charAt(i), 10)) * 2 % 11;
        int check = id.charAt(17) == 'X' ? 10 : Character.digit(id.charAt(17), 10);
        return id.matches("9901\\d{13}[\\dX]") && (rest + check) % 11 == 1;
    }

    @Test
    void neverCountMoreOfAPartThanOfTheWhole() {
        assertThat(firms).allSatisfy(row -> assertThat(number(row, "women")).isBetween(0, number(row, "staff")));
        assertThat(city.unions()).allSatisfy(row -> {
            assertThat(number(row, "members")).isBetween(1, number(row, "staff"));
            assertThat(number(row, "women_members"))
                    .isBetween(0, Math.min(number(row, "women"), number(row, "members")));
        });
    }

    @Test
    void keepTheirDatesInOrder() {
        assertThat(unions).allSatisfy(row -> {
            assertThat(date(row, "founded_on")).isBeforeOrEqualTo(date(row, "term_start"));
            assertThat(date(row, "term_start")).isBeforeOrEqualTo(TODAY);
            assertThat(date(row, "term_end").plusDays(1))
                    .isIn(
                            date(row, "term_start").plusYears(3),
                            date(row, "term_start").plusYears(5));
        });
    }

    @Test
    void showAboutTwoUnionsInAHundredOverdue() {
        long overdue = city.unions().stream()
                .filter(row -> date(row, "term_end").isBefore(TODAY))
                .count();

        assertThat(overdue).isBetween(20L, 45L);
        assertThat(city.federations()).allMatch(row -> date(row, "term_end").isAfter(TODAY));
    }

    @Test
    void useTheCodesOfTheRegister() {
        assertThat(column(unions, "org_type")).allMatch(code -> code.matches("[1-8]?"));
        assertThat(column(unions, "org_form")).allMatch(code -> code.matches("[1-7]"));
        assertThat(column(unions, "founding_way")).containsOnly("线下", "线上");
        assertThat(column(firms, "industry")).allMatch(code -> code.matches("[A-T]\\d{4}"));
        assertThat(column(firms, "ownership"))
                .allMatch(Set.of("110", "151", "159", "161", "169", "170", "190", "200", "300", "600")::contains);
    }

    @Test
    void nameAnEnterpriseUnionAfterItsFirm() {
        assertThat(city.unions()).allMatch(row -> text(row, "unit_name").equals(text(row, "employer_name") + "工会委员会"));
    }

    @Test
    void standInTightClustersWithinTheCity() {
        for (var row : rows(city)) {
            assertThat(text(row, "lng")).matches("10[34]\\.\\d{6}");
            assertThat(text(row, "lat")).matches("2[56]\\.\\d{6}");
        }
        var parks = city.unions().stream().collect(Collectors.groupingBy(row -> text(row, "division")));
        assertThat(parks.values()).allSatisfy(rows -> {
            var spread = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(text(row, "lng")))
                    .summaryStatistics();
            assertThat(spread.getMax() - spread.getMin()).isLessThan(0.04);
        });
    }

    static void assertUnique(List<Map<String, String>> rows, String... keys) {
        for (var key : keys)
            assertThat(column(rows, key)).as(key).doesNotHaveDuplicates().doesNotContain("");
    }
}

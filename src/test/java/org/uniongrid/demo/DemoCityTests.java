package org.uniongrid.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.uniongrid.demo.Cells.*;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the demo city: how many of what, and what hangs under what. */
class DemoCityTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final DemoCity city = DemoCity.on(TODAY);

    @Test
    void hasEightDistrictsWithTheirTownsAndAZoneOfSevenParks() {
        var towns = city.divisions().stream()
                .map(Division::code)
                .filter(code -> code.length() == 9)
                .collect(Collectors.groupingBy(code -> code.substring(0, 6), TreeMap::new, Collectors.counting()));

        assertThat(towns).hasSize(9).containsEntry("990171", 7L);
        assertThat(towns.headMap("990171").values()).hasSize(8).allMatch(count -> count >= 8 && count <= 12);
    }

    @Test
    void namesEveryDivisionAfterTheOneItLiesIn() {
        var seen = new HashSet<String>();
        for (var division : city.divisions()) {
            var code = division.code();
            if (code.length() > 2)
                assertThat(seen).contains(code.substring(0, code.length() == 9 ? 6 : code.length() - 2));
            assertThat(seen.add(code)).as(code).isTrue();
        }
    }

    @Test
    void usesNoRealDivisionCode() {
        assertThat(city.divisions()).extracting(Division::code).allMatch(code -> code.startsWith("99"));
        assertThat(rows(city)).allSatisfy(row -> {
            assertThat(text(row, "division")).startsWith("9901");
            assertThat(row.getOrDefault("chair_id", "9901")).startsWith("9901");
            assertThat(Stream.of("unit_code", "uscc").map(key -> row.getOrDefault(key, "")))
                    .allMatch(code -> code.isEmpty() || code.startsWith("9901", 2));
        });
    }

    @Test
    void seatsEveryUnitAndEmployerInADivisionOfTheCity() {
        var codes = city.divisions().stream().map(Division::code).collect(toSet());

        assertThat(rows(city)).extracting(row -> text(row, "division")).allMatch(codes::contains);
        assertThat(city.unions()).extracting(row -> text(row, "division")).allMatch(code -> code.startsWith("990171"));
        assertThat(city.coveredEmployers())
                .extracting(row -> text(row, "division"))
                .allMatch(code -> code.startsWith("990171"));
        assertThat(city.employersWithoutUnion().stream()
                        .map(row -> text(row, "division").substring(0, 6))
                        .distinct())
                .hasSize(8)
                .doesNotContain("990171");
    }

    @Test
    void standsAsFederationsOfEveryTier() {
        assertThat(counted(city.federations(), row -> text(row, "category") + text(row, "tier")))
                .containsEntry("总工会市", 1L)
                .containsEntry("总工会区县", 8L)
                .containsEntry("总工会开发区", 1L)
                .containsEntry("总工会乡镇街道", (long) city.divisions().size() - 18)
                .containsEntry("区域性工会联合会乡镇街道", 7L)
                .containsEntry("联合工会", 4L)
                .hasSize(6);
    }

    @Test
    void putsEveryUnionUnderOneThatStandsBeforeItAndIsOlder() {
        var founded = new TreeMap<String, String>();
        for (var row : unionRows()) {
            var parent = text(row, "parent");
            if (founded.isEmpty()) assertThat(parent).isEmpty();
            else assertThat(founded.get(parent)).as(parent).isNotNull().isLessThanOrEqualTo(text(row, "founded_on"));
            assertThat(founded.put(text(row, "unit_name"), text(row, "founded_on")))
                    .as("twice")
                    .isNull();
        }
    }

    @Test
    void countsOneThousandSevenHundredAndFiftyEnterprisesInTheZone() {
        assertThat(city.unions().size() + city.coveredEmployers().size()).isEqualTo(1_750);
        assertThat(city.employersWithoutUnion()).hasSize(240);
    }

    @Test
    void spreadsTheEnterpriseUnionsUnevenlyOverTheRegionalFederations() {
        var sizes = counted(city.unions(), row -> text(row, "parent")).values();

        assertThat(sizes).hasSize(7).doesNotHaveDuplicates();
        assertThat(sizes.stream().max(Long::compare).orElseThrow()).isGreaterThan(400);
    }

    @Test
    void countsMoreThanTwoHundredThousandMembersMostlyInAFewLargeFirms() {
        var staff =
                city.unions().stream().map(row -> number(row, "staff")).sorted().toList();
        int members =
                city.unions().stream().mapToInt(row -> number(row, "members")).sum();

        assertThat(members).isBetween(200_001, 230_000);
        assertThat(staff.get(staff.size() / 2)).isBetween(25, 80);
        assertThat(staff.getLast()).isGreaterThan(3_000);
    }

    @Test
    void coversSmallEmployersByFourJointUnionsThatCountTheirPeople() {
        var joint = city.federations().stream()
                .filter(row -> text(row, "category").equals("联合工会"))
                .toList();
        var covered = counted(city.coveredEmployers(), row -> text(row, "covered_by"));

        assertThat(joint)
                .extracting(row -> text(row, "unit_name"))
                .containsExactlyInAnyOrderElementsOf(covered.keySet());
        for (var union : joint) {
            int staff = city.coveredEmployers().stream()
                    .filter(row -> text(row, "covered_by").equals(text(union, "unit_name")))
                    .mapToInt(row -> number(row, "staff"))
                    .sum();
            assertThat(number(union, "staff")).isEqualTo(staff);
        }
        assertThat(city.coveredEmployers())
                .extracting(row -> text(row, "cover_mode"))
                .containsOnly("联合");
        assertThat(city.employersWithoutUnion())
                .flatExtracting(row -> List.of(text(row, "covered_by"), text(row, "cover_mode")))
                .containsOnly("");
    }

    @Test
    void letsOneCadreOfEveryTierSignIn() {
        var names = unionRows().stream().map(row -> text(row, "unit_name")).collect(toSet());

        assertThat(city.cadres())
                .extracting(Cadre::roleKey)
                .containsExactly(
                        "city-cadre",
                        "district-cadre",
                        "zone-cadre",
                        "regional-cadre",
                        "township-cadre",
                        "union-chair");
        assertThat(city.cadres()).extracting(Cadre::unitName).allMatch(names::contains);
        assertThat(city.cadres())
                .extracting(Cadre::login)
                .doesNotHaveDuplicates()
                .allMatch(l -> l.matches("[a-z]+\\.[a-z]+"));
    }

    @Test
    void letsTheChairSignInUnderTheNameOnTheRegister() {
        var cadre = city.cadres().getLast();

        assertThat(city.unions())
                .filteredOn(row -> text(row, "unit_name").equals(cadre.unitName()))
                .extracting(row -> text(row, "chair_name"))
                .containsExactly(cadre.personName());
    }

    List<Map<String, String>> unionRows() {
        return Stream.concat(city.federations().stream(), city.unions().stream())
                .toList();
    }

    static Map<String, Long> counted(List<Map<String, String>> rows, Function<Map<String, String>, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    @Test
    void somebodyHoldsASecondPostAboveTheFirst() {
        var second = city.secondPosts().getFirst();
        assertThat(city.cadres()).extracting(Cadre::login).contains(second.login());
        assertThat(city.federations()).anyMatch(row -> text(row, "unit_name").equals(second.unitName()));
    }
}

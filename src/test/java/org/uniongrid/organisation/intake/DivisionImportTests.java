package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings.Problem;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Scope;

/** A real city of the statistical list, from the file in samples, and lists with faults. */
@ModuleTest
class DivisionImportTests {

    private static final Path SAMPLE = Path.of("samples/divisions-320500.csv");

    private final Union union;
    private final JdbcClient db;

    DivisionImportTests(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    private record Seat(String division, String name, String tier, Scope scope) {}

    @Test
    void foundsTheFederationsOfACityDownToItsTowns() throws IOException {
        var sheet = sample();
        union.take("divisions", sheet);
        var divisions = sheet.rows();
        assertThat(divisions).hasSize(130);
        assertThat(seats())
                .hasSize(129)
                .allSatisfy(seat -> assertThat(seat.tier()).isEqualTo(tierOf(seat.division(), seat.name())));
        assertThat(seat("32")).as("the province is above the cell").isEmpty();
        assertThat(name("3205")).isEqualTo("苏州市总工会");
        assertThat(name("320506")).isEqualTo("吴中区总工会");
        assertThat(name("320576")).isEqualTo("苏州工业园区总工会");
        assertThat(seats()).noneMatch(seat -> seat.name().contains("办事处"));
    }

    @Test
    void everyFederationStandsUnderThatOfTheDivisionAbove() throws IOException {
        union.take("divisions", sample());
        assertThat(seat("3205").orElseThrow().scope().path()).matches("/[0-9a-f]+/");
        for (var seat : seats()) {
            if (seat.division().length() == 4) continue;
            var above = seat(seat.division().substring(0, seat.division().length() == 9 ? 6 : 4))
                    .orElseThrow();
            assertThat(seat.scope().path()).matches(above.scope().path() + "[0-9a-f]+/");
        }
    }

    @Test
    void theSameListTwiceChangesNothing() throws IOException {
        union.take("divisions", sample());
        var before = seats();
        var again = union.take("divisions", sample());
        assertThat(sample().rows()).allMatch(row -> again.verdict(row) == Verdict.SAME);
        assertThat(seats()).isEqualTo(before);
    }

    @Test
    void foundsNothingWhereNotAsked() {
        union.take("divisions", List.of(Map.of("code", "66", "name", "无会省"), Map.of("code", "6601", "name", "无会市")));
        assertThat(seat("6601")).isEmpty();
    }

    @Test
    void aGroupingRowGetsNoFederationAndIsSkippedOver() {
        take(
                Map.of("code", "67", "name", "甲省"),
                Map.of("code", "6701", "name", "甲市"),
                Map.of("code", "670101", "name", "市辖区"),
                Map.of("code", "670101001", "name", "乙街道办事处"));
        assertThat(seat("670101")).isEmpty();
        assertThat(name("670101001")).isEqualTo("乙街道总工会");
        assertThat(seat("670101001").orElseThrow().scope().path())
                .startsWith(seat("6701").orElseThrow().scope().path());
    }

    @Test
    void aRenamedDivisionIsAChange() {
        take(Map.of("code", "68", "name", "旧名省"));
        var found = union.take("divisions", List.of(Map.of("code", "680000", "name", "新名省")));
        assertThat(found.verdict(new ImportRow(2, Map.of()))).isEqualTo(Verdict.CHANGED);
        assertThat(db.sql("select name from organisation.division where code = '68'")
                        .query(String.class)
                        .single())
                .isEqualTo("新名省");
    }

    @Test
    void refusesWhatHangsInTheAirStandsTwiceOrIsNoCode() {
        var found = union.check(
                "divisions",
                List.of(
                        Map.of("code", "690101", "name", "空中区"),
                        Map.of("code", "32O500", "name", "错码市"),
                        Map.of("code", "61", "name", "一省"),
                        Map.of("code", "610000", "name", "二省")),
                Union.administrator("organisation.division.import"));
        assertThat(found.problems())
                .extracting(Problem::row, Problem::key)
                .containsExactlyInAnyOrder(
                        tuple(2, "import.problem.no-division-above"),
                        tuple(3, "import.problem.division"),
                        tuple(5, "import.problem.twice"));
    }

    @Test
    void refusesDivisionsThatSomebodyElseLooksAfter() {
        var city = union.city();
        var east = union.district(city, "东");
        var west = union.district(city, "西");
        var found = union.check(
                "divisions",
                List.of(
                        Map.of("code", east.division() + "101", "name", "东镇"),
                        Map.of("code", west.division() + "101", "name", "西镇")),
                union.cadre(east));
        assertThat(found.problems())
                .extracting(Problem::row, Problem::key)
                .containsExactly(tuple(3, "import.problem.division-out-of-reach"));
    }

    @SafeVarargs
    private final void take(Map<String, String>... rows) {
        var plain = new ArrayList<ImportRow>();
        for (var row : rows) plain.add(new ImportRow(plain.size() + 2, row));
        union.take("divisions", new Sheet(plain, Set.of("code", "name"), Map.of("federations", true)));
    }

    private Sheet sample() throws IOException {
        var file = SheetFile.read(
                Files.readAllBytes(SAMPLE), union.kind("divisions").columns());
        assertThat(file.problems()).isEmpty();
        return new Sheet(file.rows(), Set.of("code", "name"), Map.of("federations", true));
    }

    private List<Seat> seats() {
        return db.sql("""
                        select division, name, tier, scope from organisation.unit
                        where category = 'FEDERATION' and division like '3205%' order by division
                        """)
                .query((row, number) ->
                        new Seat(row.getString(1), row.getString(2), row.getString(3), new Scope(row.getString(4))))
                .list();
    }

    private Optional<Seat> seat(String division) {
        return db.sql(
                        "select division, name, tier, scope from organisation.unit where category = 'FEDERATION' and division = ?")
                .param(division)
                .query((row, number) ->
                        new Seat(row.getString(1), row.getString(2), row.getString(3), new Scope(row.getString(4))))
                .optional();
    }

    private String name(String division) {
        return seat(division).orElseThrow().name();
    }

    private static String tierOf(String division, String name) {
        return switch (division.length()) {
            case 4 -> "CITY";
            case 6 -> name.contains("园区") ? "ZONE" : "DISTRICT";
            default -> "TOWNSHIP";
        };
    }
}

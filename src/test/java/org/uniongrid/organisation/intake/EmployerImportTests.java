package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;

/** Lists of employers: where each stands, by its union or by its seat. */
@ModuleTest
class EmployerImportTests {

    private final Union union;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Union.Unit west;
    private final Actor cadre;

    EmployerImportTests(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        cadre = union.cadre(east);
    }

    @Test
    void withoutAUnionItStandsAtTheFederationOfItsOwnSeat() {
        for (var district : List.of(east, west))
            assertThat(scope(union.employerIn(district, "坐"))).isEqualTo(district.scope());
        assertThat(scope(union.employerIn(city, "坐"))).isEqualTo(city.scope());
    }

    @Test
    void aSeatInAStreetOrVillageStandsAtTheNearestFederationAboveIt() {
        var street = union.street(west, "河");
        var village = street.division() + "201";
        var plain = west.division() + "777";
        union.take("divisions", List.of(Map.of("code", village, "name", "河村"), Map.of("code", plain, "name", "无会镇")));
        assertThat(scope(take(row("division", village)))).isEqualTo(street.scope());
        assertThat(scope(take(row("division", plain)))).isEqualTo(west.scope());
    }

    @Test
    void aFederationFoundedLaterDrawsInTheEmployersAtItsDoor() {
        var town = west.division() + "778";
        union.take("divisions", List.of(Map.of("code", town, "name", "后来镇")));
        var there = take(row("division", town));
        var neighbour = union.employerIn(west, "邻");
        assertThat(scope(there)).isEqualTo(west.scope());

        var name = "后来镇" + town + "总工会";
        union.take(
                "unions",
                List.of(Map.of(
                        "unit-name",
                        name,
                        "category",
                        "总工会",
                        "tier",
                        "乡镇街道",
                        "division",
                        town,
                        "parent",
                        west.name())));

        assertThat(scope(there)).isEqualTo(union.unit(name).scope());
        assertThat(scope(neighbour)).isEqualTo(west.scope());
    }

    @Test
    void withAUnionItStandsAtTheUnion() {
        var joint = union.under(east, Category.JOINT, "楼宇");
        var covered = union.coveredBy(joint, "覆");
        assertThat(scope(covered)).isEqualTo(joint.scope());
        var both = take(row("division", west.division(), "covered-by", joint.name(), "cover-mode", "联合"));
        assertThat(scope(both)).as("the union counts, not the seat").isEqualTo(joint.scope());
        assertThat(db.sql(
                                "select mode from organisation.cover c join organisation.employer e on e.id = c.employer_id where e.public_id = ?")
                        .param(both.publicId())
                        .query(String.class)
                        .list())
                .containsExactly("JOINT");
    }

    @Test
    void movesToTheUnionOnceItIsCovered() {
        var joint = union.under(east, Category.JOINT, "后盖");
        var row = row("division", east.division());
        take(row);
        row.put("covered-by", joint.name());
        assertThat(verdict(union.take("employers", List.of(row)))).isEqualTo(Verdict.CHANGED);
        assertThat(scope(union.employer(row.getOrDefault("uscc", "")))).isEqualTo(joint.scope());
        assertThat(verdict(union.take("employers", List.of(row)))).isEqualTo(Verdict.SAME);
    }

    @Test
    void movesWithItsSeatWhereItHasNoUnion() {
        var row = row("division", east.division());
        take(row);
        row.put("division", west.division());
        assertThat(scope(take(row))).isEqualTo(west.scope());
    }

    @Test
    void theSameListTwiceChangesNothing() {
        var row = row("division", east.division(), "staff", "12", "lng", "103.8", "lat", "25.9", "ownership", "私营");
        take(row);
        assertThat(verdict(union.take("employers", List.of(row)))).isEqualTo(Verdict.SAME);
    }

    @Test
    void aColumnThatTheFileDoesNotHaveChangesNothing() {
        var row = row("division", east.division(), "staff", "12", "women", "5");
        take(row);
        row.keySet().removeAll(List.of("staff", "division"));
        var sheet = new Sheet(List.of(new ImportRow(2, row)), row.keySet(), Map.of());
        assertThat(verdict(union.take("employers", sheet))).isEqualTo(Verdict.SAME);
        row.put("women", "13");
        var more = new Sheet(List.of(new ImportRow(2, row)), row.keySet(), Map.of());
        assertThat(keys(union.check("employers", more, cadre)))
                .as("more women than the staff that is known")
                .containsExactly("2 women import.problem.more-than");
    }

    @Test
    void refusesWhatLiesBeyondTheReach() {
        assertThat(check(row("division", west.division())))
                .containsExactly("2 division import.problem.seat-out-of-reach");
        assertThat(check(row("covered-by", west.name()))).containsExactly("2 covered-by import.problem.no-such-unit");
        var theirs = union.employerIn(west, "别区");
        assertThat(check(row("uscc", theirs.creditCode(), "division", east.division())))
                .containsExactly("2 uscc import.problem.employer-elsewhere");
    }

    @Test
    void refusesAnEmployerWithoutSeatOrUnionOrWithAnotherUnion() {
        assertThat(check(row())).containsExactly("2 division import.problem.needs-seat");
        var one = union.under(east, Category.JOINT, "一");
        var other = union.under(east, Category.JOINT, "二");
        var covered = union.coveredBy(one, "盖");
        assertThat(check(row("uscc", covered.creditCode(), "covered-by", other.name())))
                .containsExactly("2 uscc import.problem.covered-by");
    }

    @Test
    void refusesTheSameEmployerTwice() {
        var row = row("division", east.division());
        assertThat(keys(union.check("employers", List.of(row, row), cadre)))
                .containsExactly("3 uscc import.problem.twice");
    }

    private Union.Employer take(Map<String, String> row) {
        union.take("employers", List.of(row));
        return union.employer(row.getOrDefault("uscc", ""));
    }

    private List<String> check(Map<String, String> row) {
        return keys(union.check("employers", List.of(row), cadre));
    }

    private static Map<String, String> row(String... cells) {
        var row = new HashMap<>(Map.of("uscc", Union.creditCode(), "employer-name", "某厂"));
        for (int i = 0; i < cells.length; i += 2) row.put(cells[i], cells[i + 1]);
        return row;
    }

    private Scope scope(Union.Employer employer) {
        return new Scope(db.sql("select scope from organisation.employer where public_id = ?")
                .param(employer.publicId())
                .query(String.class)
                .single());
    }

    private static Verdict verdict(Findings found) {
        return found.verdict(new ImportRow(2, Map.of()));
    }

    private static List<String> keys(Findings found) {
        return found.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.key())
                .sorted()
                .toList();
    }
}

package org.uniongrid.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.FileRefused;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;

/** Lists by which somebody would write outside their reach, or have people's names written into the log. */
@ModuleTest
class ImportAttackTests {

    private final Union union;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit mine;
    private final Union.Unit other;
    private final Actor cadre;

    ImportAttackTests(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
        this.city = union.city();
        this.mine = union.district(city, "东");
        this.other = union.district(city, "西");
        this.cadre = union.cadre(mine);
    }

    @Test
    void foundsNoFederationInADivisionOfAnother() {
        assertThat(check("unions", federation("假的总工会", mine, other.division())))
                .containsExactly("division import.problem.division-out-of-reach");
    }

    @Test
    void movesNoSeatOfAFederationIntoADivisionOfAnother() {
        var moved = federation(mine.name(), city, other.division());
        assertThat(check("unions", moved)).containsExactly("division import.problem.division-out-of-reach");
        moved.put("category", Category.JOINT.term());
        assertThat(check("unions", moved)).containsExactly("division import.problem.division-out-of-reach");
        assertThat(check("unions", federation(mine.name(), city, mine.division())))
                .isEmpty();
    }

    @Test
    void putsNoEmployerBeforeTheDoorOfAnotherNorBeforeNobodys() {
        var firm = union.employerIn(mine, "搬走");
        assertThat(check("employers", employer(firm, other.division())))
                .containsExactly("division import.problem.seat-out-of-reach");
        assertThat(check("employers", employer(firm, "清空"))).containsExactly("division import.problem.needs-seat");
        assertThat(check("employers", employer(firm, mine.division()))).isEmpty();
    }

    @Test
    void asksForNoSeatInAListWithoutThatColumn() {
        var firm = union.employerIn(mine, "留下");
        var cells = new HashMap<>(employer(firm, ""));
        cells.remove("division");
        var sheet = new Sheet(List.of(new ImportRow(2, cells)), cells.keySet(), Map.of());
        assertThat(union.check("employers", sheet, cadre).problems()).isEmpty();
    }

    @Test
    void writesNothingOfAnEmployerOrUnitOfAnother() {
        var firm = union.employerIn(other, "别区");
        assertThat(check("employers", employer(firm, mine.division())))
                .containsExactly("uscc import.problem.employer-elsewhere");
        assertThat(check("unions", federation("新联合会", other, mine.division())))
                .contains("parent import.problem.no-such-unit");
        assertThat(check("divisions", Map.of("code", other.division(), "name", "改名")))
                .containsExactly("code import.problem.division-out-of-reach");
    }

    @Test
    void refusesBeforeTheIntakeWhatTheDatabaseWouldRefuse() {
        var row = Union.enterpriseRow(mine, "长名有限公司", Map.of("chair-name", "长".repeat(101)));
        assertThat(check("unions", row)).containsExactly("chair-name import.problem.longer-than");
        row = Union.enterpriseRow(mine, "远日有限公司", Map.of("founded-on", "+9999999-01-01"));
        assertThat(check("unions", row)).containsExactly("founded-on import.problem.day");
    }

    @Test
    void doesNotTellInAnExceptionWhatARefusedRowHeld() {
        var refused = catchThrowable(() -> db.sql("insert into people.person (name) values (?)")
                .param("张密".repeat(60))
                .update());
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).contains("person_name_check").doesNotContain("张密");
    }

    /** A workbook says the text once; here it is written out, which is the same to the reader. */
    @Test
    void readsNoMoreWordsThanTheTableOfWaitingRowsShouldHold() {
        var row = "\n甲," + "x".repeat(480);
        var file = ("单位名称,地址" + row.repeat(84_000)).getBytes(StandardCharsets.UTF_8);
        var columns = List.of(Column.required("name", "单位名称"), Column.optional("address", "地址"));
        assertThat(catchThrowableOfType(FileRefused.class, () -> SheetFile.outline(file, columns))
                        .key())
                .isEqualTo("import.refused.bomb");
    }

    private static Map<String, String> federation(String name, Union.Unit parent, String division) {
        return new HashMap<>(Map.of(
                "unit-name", name, "category", "总工会", "tier", "区县", "parent", parent.name(), "division", division));
    }

    private static Map<String, String> employer(Union.Employer firm, String division) {
        return Map.of("uscc", firm.creditCode(), "employer-name", firm.name(), "division", division, "staff", "7");
    }

    private List<String> check(String kind, Map<String, String> row) {
        return union.check(kind, List.of(row), cadre).problems().stream()
                .map(problem -> problem.column() + " " + problem.key())
                .collect(Collectors.toList());
    }
}

package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitHeads;

/** A cadre of the east sees the east: in lists, searches, pages and counts. */
@ModuleTest
class ReachOfRegisterTests extends ReachFixture {

    private static final EmployerFilter ALL_EMPLOYERS = EmployerFilter.NONE;
    private static final UnitFilter ALL_UNITS = UnitFilter.NONE;

    private final UnitList unitList;
    private final EmployerList employerList;
    private final UnitHeads heads;

    ReachOfRegisterTests(
            Union union,
            MockMvcTester mvc,
            UnitList unitList,
            EmployerList employerList,
            UnitHeads heads,
            Units units) {
        super(union, mvc, units);
        this.unitList = unitList;
        this.employerList = employerList;
        this.heads = heads;
    }

    @Test
    void listsOnesOwnSubtree() {
        assertThat(get("/organisation/units", cadre))
                .bodyText()
                .contains(eastFirm.name())
                .doesNotContain(westFirm.name());
        assertThat(get("/organisation/employers", cadre))
                .bodyText()
                .contains(eastEmployer.name())
                .doesNotContain(westEmployer.name(), west.name());
    }

    @Test
    void findsNothingBeyondIt() {
        assertThat(get("/organisation/units?q=同名", cadre))
                .bodyText()
                .contains(eastFirm.name())
                .doesNotContain(westFirm.name());
        assertThat(get("/organisation/employers?q=无会", cadre))
                .bodyText()
                .contains(eastEmployer.name())
                .doesNotContain(westEmployer.name());
    }

    @Test
    void opensPagesOfOnesOwn() {
        assertThat(get("/organisation/units/" + eastFirm.publicId(), cadre))
                .hasStatusOk()
                .bodyText()
                .contains(eastFirm.name());
        assertThat(get("/organisation/employers/" + eastEmployer.publicId(), cadre))
                .hasStatusOk()
                .bodyText()
                .contains(eastEmployer.creditCode());
    }

    @Test
    void whatLiesBeyondLooksAsIfItWereNotThere() {
        var nothing = normal(get("/organisation/units/" + new UUID(4, 2), cadre), new UUID(4, 2));
        for (var unit : List.of(city, west, westFirm)) {
            var answer = get("/organisation/units/" + unit.publicId(), cadre);
            assertThat(answer).hasStatus(404);
            assertThat(normal(answer, unit.publicId())).isEqualTo(nothing);
        }
        assertThat(get("/organisation/employers/" + westEmployer.publicId(), cadre))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "employers", "tree"})
    void aListUnderAnothersUnitIsNotThere(String list) {
        assertThat(get("/organisation/" + list + "?under=" + west.publicId(), cadre))
                .hasStatus(404);
        assertThat(get("/organisation/" + list + "?under=" + city.publicId(), cadre))
                .hasStatus(404);
        assertThat(get("/organisation/" + list + "?under=" + eastFirm.publicId(), cadre))
                .hasStatusOk();
    }

    @Test
    void aCursorOnAnothersRowShowsNothingOfIt() {
        assertThat(get("/organisation/units?before=" + westFirm.publicId(), cadre))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(westFirm.name());
    }

    @Test
    void countsAreAsLongAsLists() {
        for (var actor : List.of(cadre, union.cadre(city), union.cadre(westFirm))) {
            var reach = reach(actor);
            var unit = units.tops(reach).getFirst();
            var below = heads.find(unit.publicId(), actor).below();
            var listed =
                    unitList.page(reach, unit.scope(), ALL_UNITS, Cursor.START).rows();
            var employers = employerList
                    .page(reach, unit.scope(), ALL_EMPLOYERS, Cursor.START)
                    .rows();
            assertThat(unitList.count(reach, unit.scope(), ALL_UNITS)).isEqualTo(listed.size());
            assertThat(below.unions()).isEqualTo(listed.size());
            assertThat(employerList.count(reach, unit.scope(), ALL_EMPLOYERS)).isEqualTo(employers.size());
            assertThat(below.employers()).isEqualTo(employers.size());
            assertThat(below.covered())
                    .isEqualTo(employers.stream()
                            .filter(row -> row.unionId() != null)
                            .count());
        }
    }

    @Test
    void aFilterCountsWhatItLists() {
        var reach = reach(union.cadre(city));
        for (var standing : EmployerFilter.Standing.values()) {
            var filter = EmployerFilter.of(Map.of("standing", standing.name()));
            assertThat(employerList.count(reach, city.scope(), filter))
                    .isEqualTo(employerList
                            .page(reach, city.scope(), filter, Cursor.START)
                            .rows()
                            .size());
        }
    }

    @Test
    void aListRefusesAScopeBeyondTheReach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unitList.page(reach(cadre), west.scope(), ALL_UNITS, Cursor.START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> employerList.count(reach(cadre), city.scope(), ALL_EMPLOYERS));
    }

    @Test
    void anAdministratorOfTheCellSeesEveryTree() {
        var admin = union.holder("system-admin", null);
        assertThat(get("/organisation/units/" + westFirm.publicId(), admin)).hasStatusOk();
        assertThat(get("/organisation/units/" + city.publicId(), admin)).hasStatusOk();
        assertThat(get("/organisation/tree", admin)).bodyText().contains("云州市总工会");
        var second = union.city();
        assertThat(get("/organisation/tree?under=" + second.publicId(), admin))
                .bodyText()
                .contains("b-" + second.publicId());
    }

    @Test
    void whoeverHoldsNoPostSeesNothing() {
        var nobody = new Actor(1, "甲", List.of(), null);
        assertThat(get("/organisation/units", nobody)).hasStatus(403);
        assertThat(units.tops(Reach.Units.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"under=x", "after=1", "category=NONE", "term=x", "q=%C3%28", "q=%F0%9F%98%80"})
    void nonsenseInAnAddressIsNoFaultOfOurs(String query) {
        assertThat(get("/organisation/units?" + query, cadre).getResponse().getStatus())
                .as(query)
                .isLessThan(500);
    }

    /** A page without what differs by address and request. */
    private static String normal(MvcTestResult answer, UUID id) {
        try {
            return answer.getResponse()
                    .getContentAsString()
                    .replace(id.toString(), "")
                    .replaceAll("[0-9a-f]{12,}", "");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;

/** What is typed into the search field finds names and codes, whatever is typed. */
@ModuleTest
class SearchTests {

    private final UnitList units;
    private final EmployerList employers;
    private final Union.Unit city;
    private final Union.Unit firm;
    private final Union.Employer employer;
    private final Reach reach;

    SearchTests(Union union, UnitList units, EmployerList employers) {
        this.units = units;
        this.employers = employers;
        this.city = union.city();
        this.firm = union.enterprise(city, "鹤鸣Abc物流");
        this.employer = union.employerIn(city, "云鹤𠮷造船");
        this.reach = union.cadre(city).reach("organisation.unit.read");
    }

    @Test
    void findsByTwoCharacters() {
        assertThat(unitsCalled("鹤鸣")).containsExactly(firm.name());
        assertThat(employersCalled("造船")).containsExactly(employer.name());
        assertThat(employersCalled("鹤造"))
                .as("characters that do not stand together")
                .isEmpty();
    }

    @Test
    void findsByOneCharacterWhereverItStands() {
        assertThat(employersCalled("𠮷")).containsExactly(employer.name());
        assertThat(employersCalled("鹤")).hasSize(2);
        assertThat(employersCalled("司")).as("the last character").hasSize(2);
    }

    @Test
    void findsByPartOfACode() {
        var code = employer.creditCode();
        assertThat(employersCalled(code.substring(9, 18))).containsExactly(employer.name());
        assertThat(employersCalled(code.toLowerCase(Locale.ROOT))).containsExactly(employer.name());
        assertThat(employersCalled(code.substring(0, 17) + "?")).isEmpty();
    }

    @Test
    void overlooksLetterCase() {
        assertThat(unitsCalled("aBC物")).containsExactly(firm.name());
    }

    @Test
    void findsByTwoWordsWhereverEachStands() {
        var word = firm.name().substring(firm.name().length() - 3);
        for (var space : List.of(" ", "\u3000", "   "))
            assertThat(unitsCalled(word + space + "鹤鸣")).containsExactly(firm.name());
        assertThat(unitsCalled("鹤鸣 没有")).isEmpty();
    }

    @Test
    void aBlankSearchIsNone() {
        assertThat(employersCalled("  ")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\\",
                "\\'",
                "\"",
                "%",
                "_",
                "😀",
                "`'; drop table organisation.unit; --",
                "鹤'鸣",
                "鹤\\鸣",
                ":*",
                "&|!",
                "(",
                "鹤鸣\uD800",
                "{0}",
                "<script>",
                "${q}"
            })
    void signsFindNothingAndDoNoHarm(String typed) {
        assertThat(unitsCalled(typed)).isEmpty();
        assertThat(employersCalled(typed)).isEmpty();
        assertThat(unitsCalled("鹤鸣")).hasSize(1);
    }

    @Test
    void aVeryLongTextFindsNothing() {
        assertThat(unitsCalled("鹤鸣".repeat(20_000))).isEmpty();
    }

    @Test
    void countsWhatItFinds() {
        assertThat(units.count(reach, city.scope(), called("鹤鸣"))).isEqualTo(1);
        assertThat(employers.count(reach, city.scope(), new EmployerFilter("鹤", null, null, null)))
                .isEqualTo(2);
    }

    private List<String> unitsCalled(String typed) {
        return units.page(reach, city.scope(), called(typed), Cursor.START).rows().stream()
                .map(UnitList.Row::name)
                .toList();
    }

    private List<String> employersCalled(String typed) {
        return employers
                .page(reach, city.scope(), new EmployerFilter(typed, null, null, null), Cursor.START)
                .rows()
                .stream()
                .map(EmployerList.Row::name)
                .toList();
    }

    private static UnitFilter called(String typed) {
        return new UnitFilter(typed, null, null);
    }
}

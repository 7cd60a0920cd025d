package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Persons;

/** What is typed into the search field finds names and codes, whatever is typed. */
@ModuleTest
class SearchTests {

    private final Union union;
    private final Persons persons;
    private final Posts posts;
    private final JdbcClient db;
    private final UnitList units;
    private final EmployerList employers;
    private final Union.Unit city;
    private final Union.Unit firm;
    private final Union.Employer employer;
    private final Reach reach;

    SearchTests(Union union, Persons persons, Posts posts, JdbcClient db, UnitList units, EmployerList employers) {
        this.union = union;
        this.persons = persons;
        this.posts = posts;
        this.db = db;
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
    void findsByTheBeginningOfACode() {
        assertThat(employersCalled(employer.creditCode().substring(0, 16))).contains(employer.name());
    }

    @Test
    void findsByInitialsWhereverTheyStand() {
        assertThat(unitsCalled("hm")).containsExactly(firm.name());
        assertThat(unitsCalled("HMabcWL")).containsExactly(firm.name());
        assertThat(employersCalled("yh")).containsExactly(employer.name());
        assertThat(employersCalled("zc")).containsExactly(employer.name());
        assertThat(employersCalled("cz")).as("the other way round").isEmpty();
    }

    @Test
    void aCharacterStandsForAllItsReadings() {
        var bank = union.employerIn(city, "重庆长乐");
        for (var typed : List.of("cqcl", "zqcl", "cqzl", "cqcy"))
            assertThat(employersCalled(typed)).containsExactly(bank.name());
    }

    @Test
    void findsByInitialsAndCharactersTogether() {
        assertThat(unitsCalled("鹤鸣 wl")).containsExactly(firm.name());
        assertThat(unitsCalled("鹤鸣 zz")).isEmpty();
    }

    @Test
    void findsAUnionByTheNameOfItsChair() {
        var chair = persons.add("欧阳鹤立");
        posts.appoint(chair, "union-chair", firm.publicId(), "主席");
        assertThat(unitsCalled("欧阳鹤立")).containsExactly(firm.name());
        assertThat(unitsCalled("阳鹤")).containsExactly(firm.name());
        assertThat(unitsCalled("欧阳海")).isEmpty();
        assertThat(units.count(reach, city.scope(), called("欧阳"))).isEqualTo(1);
    }

    @Test
    void findsAnEmployerByTheChairOfItsUnion() {
        posts.appoint(persons.add("端木鹤年"), "union-chair", firm.publicId(), "主席");
        var called = EmployerFilter.of(Map.of("q", "端木鹤年"));
        assertThat(employersCalled("端木鹤年")).singleElement().asString().startsWith("鹤鸣Abc物流");
        assertThat(employers.count(reach, city.scope(), called)).isEqualTo(1);
        assertThat(employers.countAll(reach, city.scope(), called)).isEqualTo(1);
        var other = union.city();
        var theirs = union.cadre(other).reach("organisation.employer.read");
        assertThat(employers.page(theirs, other.scope(), called, Cursor.START).rows())
                .as("of another city")
                .isEmpty();
    }

    @Test
    void aChairOfBeforeFindsNothing() {
        var former = persons.add("诸葛鹤归");
        posts.appoint(former, "union-chair", firm.publicId(), "主席");
        db.sql(
                        "update organisation.tenure set during = daterange(current_date - 9, current_date - 1) where person_id = ?")
                .param(former)
                .update();
        assertThat(unitsCalled("诸葛鹤归")).isEmpty();
        assertThat(employersCalled("诸葛鹤归")).isEmpty();
    }

    @Test
    void membersAreShownWhereTheUnionCoversThisEmployerAlone() {
        db.sql("update organisation.unit set members = 7 where id = ?")
                .param(firm.id())
                .update();
        assertThat(membersOf("鹤鸣")).isEqualTo(7);
        var second = union.coveredBy(firm, "鹤鸣分厂");
        assertThat(employersCalled("鹤鸣分厂")).containsExactly(second.name());
        assertThat(membersOf("鹤鸣分厂")).as("members of both").isNull();
        assertThat(membersOf("鹤鸣Abc")).as("members of both").isNull();
        db.sql("update organisation.cover set during = daterange(current_date - 9, current_date) where unit_id = ?"
                        + " and employer_id = (select id from organisation.employer where public_id = ?)")
                .params(firm.id(), second.publicId())
                .update();
        assertThat(membersOf("鹤鸣Abc")).as("alone again since today").isEqualTo(7);
    }

    private @Nullable Integer membersOf(String typed) {
        return employers
                .page(reach, city.scope(), EmployerFilter.of(Map.of("q", typed)), Cursor.START)
                .rows()
                .getFirst()
                .members();
    }

    @Test
    void overlooksLetterCase() {
        assertThat(unitsCalled("aBC物")).containsExactly(firm.name());
    }

    @Test
    void overlooksTheWidthOfLettersAndDigits() {
        assertThat(unitsCalled("ＡＢ")).containsExactly(firm.name());
        assertThat(unitsCalled("Ａｂｃ物流")).containsExactly(firm.name());
        assertThat(employersCalled(employer.creditCode().replace('9', '９'))).containsExactly(employer.name());
        var wide = union.employerIn(city, "雁ＪＷ７（云州）");
        for (var typed : List.of("jw", "ＪＷ", "雁JW7", "雁ＪＷ７", "jw7（云州）", "JW7(云州)"))
            assertThat(employersCalled(typed)).as(typed).containsExactly(wide.name());
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
        assertThat(employers.count(reach, city.scope(), EmployerFilter.of(Map.of("q", "鹤"))))
                .isEqualTo(2);
    }

    private List<String> unitsCalled(String typed) {
        return units.page(reach, city.scope(), called(typed), Cursor.START).rows().stream()
                .map(UnitList.Row::name)
                .toList();
    }

    private List<String> employersCalled(String typed) {
        return employers.page(reach, city.scope(), EmployerFilter.of(Map.of("q", typed)), Cursor.START).rows().stream()
                .map(EmployerList.Row::name)
                .toList();
    }

    private static UnitFilter called(String typed) {
        return UnitFilter.of(Map.of("q", typed));
    }
}

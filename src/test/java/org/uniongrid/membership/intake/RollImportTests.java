package org.uniongrid.membership.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Origin;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Household;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Profiles;
import org.uniongrid.people.Schooling;
import org.uniongrid.people.Sex;

/** Who a row of a roll is, and what becomes of them. */
@ModuleTest
class RollImportTests {

    private final Union union;
    private final Stays stays;
    private final Cards cards;
    private final Identities identities;
    private final Profiles profiles;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Union.Unit depot;
    private final Union.Unit away;
    private final Actor cadre;
    private final String number = Numbers.idNumber();
    private final String phone = Numbers.phone();

    RollImportTests(Union union, Stays stays, Cards cards, Identities identities, Profiles profiles, JdbcClient db) {
        this.union = union;
        this.stays = stays;
        this.cards = cards;
        this.identities = identities;
        this.profiles = profiles;
        this.db = db;
        var city = union.city();
        east = union.district(city, "册");
        factory = union.enterprise(east, "册厂");
        depot = union.under(east, Category.JOINT, "册站");
        away = union.under(union.district(city, "远"), Category.JOINT, "远");
        cadre = union.cadre(east);
    }

    private Map<String, String> row(Union.Unit unit, String name, String... more) {
        var row = new HashMap<>(Map.of("unit-name", unit.name(), "member-name", name));
        for (int i = 0; i < more.length; i += 2) row.put(more[i], more[i + 1]);
        return row;
    }

    @SafeVarargs
    private Findings check(Map<String, String>... rows) {
        return union.check("members", Arrays.asList(rows), cadre);
    }

    private static List<String> problems(Findings findings) {
        return findings.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.key())
                .toList();
    }

    private static Verdict verdict(Findings findings) {
        return findings.verdict(2);
    }

    private long holder(IdentityField field, String value) {
        return identities.holders(field, value).getFirst();
    }

    private static List<String> columns(Findings findings) {
        return findings.changes().stream().map(Findings.Change::column).toList();
    }

    @Test
    void aNewMemberIsInWithACardAndAllThatTheRowSays() {
        var firm = union.coveredBy(depot, "册坊");
        union.take(
                "members",
                List.of(row(
                        depot,
                        "册一",
                        "id-number",
                        number,
                        "phone",
                        phone,
                        "bank-account",
                        "6222000011112222",
                        "employer-name",
                        firm.name(),
                        "joined-on",
                        "2021年3月1日",
                        "worker-class",
                        "外卖配送员",
                        "schooling",
                        "大专",
                        "household",
                        "农村",
                        "member-state",
                        "退休")));
        var person = holder(IdentityField.ID_NUMBER, number);
        assertThat(stays.current(person).orElseThrow()).satisfies(stay -> {
            assertThat(stay.unit()).isEqualTo(depot.publicId());
            assertThat(stay.state()).isEqualTo(MemberState.RETIRED);
            assertThat(stay.origin()).isEqualTo(Origin.ROLL);
            assertThat(stay.since()).isEqualTo("2021-03-01");
            assertThat(stay.workerClass()).isEqualTo("rider");
            assertThat(stay.employerId()).isNotNull();
        });
        assertThat(identities.masked(person))
                .containsOnlyKeys(IdentityField.ID_NUMBER, IdentityField.PHONE, IdentityField.BANK_ACCOUNT);
        assertThat(cards.number(person))
                .hasValueSatisfying(card -> assertThat(card).hasSize(16));
        assertThat(profiles.of(person)).satisfies(profile -> {
            assertThat(profile.sex()).isIn(Sex.WOMAN, Sex.MAN);
            assertThat(profile.birthYear()).isEqualTo(Integer.valueOf(number.substring(6, 10)));
            assertThat(profile.schooling()).isEqualTo(Schooling.COLLEGE);
            assertThat(profile.household()).isEqualTo(Household.RURAL);
        });
        assertThat(events(person)).containsExactly("BEGAN");
    }

    private List<String> events(long person) {
        return db.sql("""
                        select v.what from membership.stay s join membership.stay_event v on v.stay_id = s.id
                        where s.person_id = ? order by v.id
                        """).param(person).query(String.class).list();
    }

    @Test
    void theSameRowAgainChangesNothingAndAnotherStateIsEntered() {
        var first = row(factory, "册二", "id-number", number, "phone", phone, "schooling", "初中");
        union.take("members", List.of(first));
        assertThat(verdict(check(first))).isEqualTo(Verdict.SAME);
        union.take("members", List.of(first));
        var person = holder(IdentityField.ID_NUMBER, number);
        assertThat(events(person)).containsExactly("BEGAN");

        var other = row(
                factory, "册二", "id-number", number, "phone", Numbers.phone(), "schooling", "本科", "member-state", "保留");
        var findings = check(other);
        assertThat(verdict(findings)).isEqualTo(Verdict.CHANGED);
        assertThat(columns(findings)).containsExactly("phone", "member-state", "schooling");
        assertThat(findings.changes().getFirst().after()).contains("*");
        union.take("members", List.of(other));
        assertThat(stays.current(person).orElseThrow().state()).isEqualTo(MemberState.KEPT);
        assertThat(events(person)).containsExactly("BEGAN", "KEPT");
        assertThat(profiles.of(person).schooling()).isEqualTo(Schooling.BACHELOR);
    }

    @Test
    void nameAndPhoneAreEnoughToKnowSomebodyAgainAndAPhoneAloneIsNot() {
        union.take("members", List.of(row(factory, "册三", "phone", phone)));
        var person = holder(IdentityField.PHONE, phone);
        var completed = row(factory, "册三", "phone", phone, "id-number", number);
        assertThat(verdict(check(completed))).isEqualTo(Verdict.CHANGED);
        union.take("members", List.of(completed));
        assertThat(holder(IdentityField.ID_NUMBER, number)).isEqualTo(person);
        assertThat(verdict(check(row(factory, "册四", "phone", phone)))).isEqualTo(Verdict.NEW);
        assertThat(verdict(check(row(factory, "册三", "phone", phone, "id-number", Numbers.idNumber()))))
                .as("another number is another person")
                .isEqualTo(Verdict.NEW);
    }

    @Test
    void aNumberIsOfOneNameAndAPersonInOneUnion() {
        union.take("members", List.of(row(depot, "册五", "id-number", number), row(away, "册六", "phone", phone)));
        assertThat(problems(check(row(factory, "别名", "id-number", number))))
                .containsExactly("2 id-number import.problem.id-number-taken");
        assertThat(problems(check(row(factory, "册五", "id-number", number))))
                .containsExactly("2 member-name import.problem.member-of");
        var elsewhere = check(row(factory, "册六", "phone", phone)).problems();
        assertThat(elsewhere).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("import.problem.member-elsewhere");
            assertThat(problem.args()).isEmpty();
        });
    }

    @Test
    void theSamePersonTwiceInAListIsFoundByNumberByPhoneAndByRecord() {
        union.take("members", List.of(row(factory, "册七", "id-number", number, "phone", phone)));
        var fresh = Numbers.idNumber();
        var shared = Numbers.phone();
        assertThat(problems(check(
                        row(factory, "甲", "id-number", fresh),
                        row(factory, "乙", "id-number", fresh),
                        row(factory, "丙", "phone", shared),
                        row(factory, "丙", "phone", shared),
                        row(factory, "丁", "phone", shared),
                        row(factory, "册七", "id-number", number),
                        row(factory, "册七", "phone", phone))))
                .containsExactly(
                        "3 id-number import.problem.twice",
                        "5 phone import.problem.member-twice",
                        "8 member-name import.problem.member-twice");
    }

    @Test
    void ofSomebodyWhoIsNoMemberYetARollAddsOnlyWhatIsMissing() {
        var newcomer = holder(union.holder("union-chair", away).personId());
        assertThat(verdict(check(row(factory, name(newcomer), "phone", phone, "bank-account", "6222000033334444"))))
                .isEqualTo(Verdict.NEW);
        union.take(
                "members",
                List.of(row(
                        factory, name(newcomer), "id-number", number, "phone", Numbers.phone(), "household", "农村")));
        assertThat(identities.holders(IdentityField.PHONE, phone)).contains(newcomer);
        assertThat(profiles.of(newcomer).household()).isEqualTo(Household.RURAL);
        assertThat(stays.current(newcomer)).isPresent();
    }

    private long holder(long person) {
        identities.keep(person, IdentityField.PHONE, phone);
        identities.keep(person, IdentityField.ID_NUMBER, number);
        return person;
    }

    private String name(long person) {
        return db.sql("select name from people.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void everyOptionOfEveryDropDownIsRead() {
        for (var column : union.kind("members").columns())
            for (var option : column.options())
                assertThat(check(row(factory, "册八", "phone", phone, column.key(), option))
                                .problems())
                        .as(column.key() + " " + option)
                        .isEmpty();
    }

    @Test
    void noStatementIsAskedForEachRow() {
        var rows = new ArrayList<ImportRow>();
        for (int i = 0; i < 300; i++)
            rows.add(ImportRow.of(
                    i + 2,
                    row(depot, "批" + i, "id-number", Numbers.idNumber(), "phone", Numbers.phone()),
                    union.kind("members").columns()));
        union.take("members", new Sheet(rows, Set.of(), Map.of()));
        assertThat(stayed()).isEqualTo(300);
        assertThat(commands()).isOne();
    }

    /** A row remembers which command of its transaction wrote it. */
    private int commands() {
        return db.sql("select count(distinct cmin::text) from membership.stay where unit_id = ?")
                .param(depot.id())
                .query(Integer.class)
                .single();
    }

    private int stayed() {
        return db.sql("select count(*) from membership.stay where unit_id = ?")
                .param(depot.id())
                .query(Integer.class)
                .single();
    }
}

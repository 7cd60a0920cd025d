package org.uniongrid.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.Masks;
import org.uniongrid.foundation.RuleBroken;

/** What is kept of persons, on a real database. */
@ModuleTest
class IdentitiesTests {

    private final Identities identities;
    private final Contacts contacts;
    private final Persons persons;
    private final Vault vault;
    private final JdbcClient db;

    IdentitiesTests(Identities identities, Contacts contacts, Persons persons, Vault vault, JdbcClient db) {
        this.identities = identities;
        this.contacts = contacts;
        this.persons = persons;
        this.vault = vault;
        this.db = db;
    }

    @Test
    void keepsShowsMaskedAndFindsAgain() {
        var number = Numbers.idNumber();
        var phone = Numbers.phone();
        var person = persons.add("试张梅");
        identities.keep(person, IdentityField.ID_NUMBER, number.toLowerCase(java.util.Locale.ROOT));
        identities.keep(person, IdentityField.PHONE, "+86 " + phone);
        assertThat(identities.masked(person))
                .isEqualTo(Map.of(
                        IdentityField.ID_NUMBER, Masks.number(number), IdentityField.PHONE, Masks.number(phone)));
        assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(person);
        assertThat(identities.holders(IdentityField.PHONE, phone)).containsExactly(person);
        assertThat(identities.holders(IdentityField.PHONE, Numbers.phone())).isEmpty();
        assertThat(contacts.phone(person)).contains(phone);
        assertThat(contacts.email(person)).isEmpty();
    }

    @Test
    void aNewValueTakesThePlaceOfTheOldOne() {
        var person = persons.add("试换号");
        var before = Numbers.phone();
        var after = Numbers.phone();
        identities.keep(person, IdentityField.PHONE, before);
        identities.keep(person, IdentityField.PHONE, after);
        assertThat(contacts.phone(person)).contains(after);
        assertThat(identities.holders(IdentityField.PHONE, before)).isEmpty();
    }

    @Test
    void severalMayShareAPhoneButNotAnIdentityNumber() {
        var one = persons.add("试甲");
        var other = persons.add("试乙");
        var phone = Numbers.phone();
        identities.keep(one, IdentityField.PHONE, phone);
        identities.keep(other, IdentityField.PHONE, phone);
        assertThat(identities.holders(IdentityField.PHONE, phone)).containsExactly(one, other);
        var number = Numbers.idNumber();
        identities.keep(one, IdentityField.ID_NUMBER, number);
        assertThatThrownBy(() -> identities.keep(other, IdentityField.ID_NUMBER, number))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PeopleRule.ID_NUMBER_ONCE));
        assertThat(identities.masked(other)).doesNotContainKey(IdentityField.ID_NUMBER);
    }

    @Test
    void refusesWhatIsNoNumber() {
        var person = persons.add("试错号");
        assertThatThrownBy(() -> identities.keepAll(List.of(
                        new Identities.Entry(person, IdentityField.PHONE, Numbers.phone()),
                        new Identities.Entry(person, IdentityField.ID_NUMBER, "11010519491231002"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PeopleRule.ID_NUMBER_FORM));
        assertThat(identities.masked(person)).isEmpty();
    }

    @Test
    void aValueCannotBeReadBesideAnotherName() {
        var one = persons.add("试原主");
        var other = persons.add("试顶替");
        identities.keep(one, IdentityField.PHONE, Numbers.phone());
        db.sql("update people.identity set person_id = ? where person_id = ?")
                .params(other, one)
                .update();
        assertThatThrownBy(() -> identities.masked(other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void theDatabaseTakesNothingUnsealed() {
        var person = persons.add("试明文");
        assertThatThrownBy(() -> db.sql(
                                "insert into people.identity (person_id, field, sealed, changed_at) values (?, 'PHONE', ?, now())")
                        .params(person, "13800138000")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseLetsNoTwoHaveTheSameIdentityNumber() {
        var one = persons.add("试一");
        var other = persons.add("试二");
        identities.keep(one, IdentityField.ID_NUMBER, Numbers.idNumber());
        identities.keep(other, IdentityField.ID_NUMBER, Numbers.idNumber());
        assertThatThrownBy(() -> db.sql("""
                        update people.identity_index set mark = (select x.mark from people.identity_index x
                            join people.identity i on i.id = x.identity_id where i.person_id = ? limit 1)
                        where identity_id = (select id from people.identity where person_id = ?)
                        """).params(one, other).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void sealingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> vault.seal(new Place("a.b", java.util.UUID.randomUUID(), "c"), "x"))
                .isInstanceOf(IllegalStateException.class);
    }
}

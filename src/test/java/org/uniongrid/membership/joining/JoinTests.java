package org.uniongrid.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Origin;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;

/** Workers scan the code of a union, and are in it; or ask, and somebody decides. */
@ModuleTest
class JoinTests {

    private final Gate gate;
    private final Matters found;
    private final Consents consents;
    private final Cards cards;
    private final Identities identities;
    private final Persons persons;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Union.Unit depot;
    private final Actor cadre;
    private final Actor chair;

    JoinTests(
            AutowireCapableBeanFactory beans,
            Union union,
            Matters found,
            Consents consents,
            Cards cards,
            Identities identities,
            Persons persons) {
        this.gate = beans.createBean(Gate.class);
        this.found = found;
        this.consents = consents;
        this.cards = cards;
        this.identities = identities;
        this.persons = persons;
        east = union.district(union.city(), "入");
        factory = union.enterprise(east, "入厂");
        depot = union.enterprise(east, "入站");
        cadre = union.cadre(east);
        chair = union.holder("union-chair", factory);
    }

    @Test
    void whereNobodyDecidesTheyAreInAtOnceWithACard() {
        var door = gate.door(factory, Decides.NOBODY, cadre);
        var person = gate.join(door, "马骑手", Numbers.phone());
        assertThat(gate.stay(person)).satisfies(stay -> {
            assertThat(stay.unit()).isEqualTo(factory.publicId());
            assertThat(stay.state()).isEqualTo(MemberState.MEMBER);
            assertThat(stay.origin()).isEqualTo(Origin.JOINED);
            assertThat(stay.workerClass()).isEqualTo("rider");
        });
        assertThat(cards.number(person))
                .hasValueSatisfying(number -> assertThat(luhn(number)).isZero());
        assertThat(consents.of(person))
                .extracting(Consents.Given::purpose)
                .containsExactly(Consents.Purpose.MEMBERSHIP);
        assertThat(gate.doors.count(door, java.time.LocalDate.EPOCH)).isEqualTo(new Doors.Count(0, 1, 1, 1));
    }

    private static int luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10;
    }

    @Test
    void theChairAcceptsAndWithTheWordTheyAreIn() {
        var person = gate.join(gate.door(factory, Decides.UNION, cadre), "牛骑手", Numbers.phone());
        assertThat(gate.stay(person)).isNull();
        var matter = gate.matter(person, JoinUnion.KEY);
        gate.act(chair, matter, Action.ANSWER, null);
        assertThat(gate.stay(person)).isNotNull();
        assertThat(found.find(matter, Actor.worker(person, "牛骑手")).state()).isEqualTo(MatterState.CLOSED);
    }

    @Test
    void theChairRefusesAndTheyMayAskAgain() {
        var door = gate.door(factory, Decides.UNION, cadre);
        var phone = Numbers.phone();
        var person = gate.join(door, "羊骑手", phone);
        Gate.broken(MemberRule.ONE_APPLICATION_AT_A_TIME, () -> gate.join(door, "羊骑手", phone));
        gate.act(chair, gate.matter(person, JoinUnion.KEY), Action.REFUSE, "不在本厂工作");
        assertThat(gate.stay(person)).isNull();
        assertThat(gate.join(door, "羊骑手", phone)).isEqualTo(person);
    }

    @Test
    void theUnionAboveDecidesWhereItIsToOrNobodyIsThere() {
        var above = gate.join(gate.door(factory, Decides.ABOVE, cadre), "侯骑手", Numbers.phone());
        assertThat(asked(above)).isEqualTo(east.publicId());
        var empty = gate.join(gate.door(depot, Decides.UNION, cadre), "姬骑手", Numbers.phone());
        assertThat(asked(empty)).as("nobody handles matters at the depot").isEqualTo(east.publicId());
    }

    private UUID asked(long person) {
        return found.find(gate.matter(person, JoinUnion.KEY), Actor.worker(person, "甲"))
                .asked();
    }

    @Test
    void aFormSentTwiceIsOneApplicationAndAProofIsForOne() {
        var door = gate.door(factory, Decides.NOBODY, cadre);
        var who = gate.newcomer("苟骑手", Numbers.phone());
        var wish = Gate.wish(false);
        var proof = gate.proof(door, who.phone());
        var person = gate.desk.join(door, who, proof, wish);
        assertThat(gate.desk.isSent(wish.key())).isTrue();
        Gate.broken(
                MemberRule.PHONE_IS_PROVEN,
                () -> gate.desk.join(door, gate.newcomer("朱骑手", who.phone()), proof, Gate.wish(false)));
        Gate.broken(MemberRule.NOT_A_MEMBER_HERE_ALREADY, () -> gate.join(door, "苟骑手", who.phone()));
        assertThat(gate.stays.of(person)).hasSize(1);
    }

    @Test
    void twoAtOnceWithOnePhoneAndNameAreOnePerson() throws Exception {
        var door = gate.door(factory, Decides.NOBODY, cadre);
        var phone = Numbers.phone();
        var proofs = List.of(gate.proof(door, phone), gate.proof(door, phone));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(proofs.stream()
                    .<Callable<Boolean>>map(proof -> () -> {
                        try {
                            gate.desk.join(door, gate.newcomer("双骑手", phone), proof, Gate.wish(false));
                            return true;
                        } catch (RuleBroken second) {
                            return false;
                        }
                    })
                    .toList());
            assertThat(both.stream().filter(one -> one.resultNow()).count()).isEqualTo(1);
        }
        assertThat(identities.holders(IdentityField.PHONE, phone)).hasSize(1);
    }

    @Test
    void aFamilySharesAPhoneAndEachIsTheirOwnMember() {
        var door = gate.door(factory, Decides.NOBODY, cadre);
        var phone = Numbers.phone();
        assertThat(gate.join(door, "父骑手", phone)).isNotEqualTo(gate.join(door, "子骑手", phone));
    }

    @Test
    void nobodyGetsAtARecordByANumberTheyKnow() {
        var door = gate.door(factory, Decides.NOBODY, cadre);
        var number = Numbers.idNumber();
        var owner = persons.add("原主");
        identities.keep(owner, IdentityField.ID_NUMBER, number);
        identities.keep(owner, IdentityField.PHONE, Numbers.phone());
        Gate.broken(
                MemberRule.NUMBER_IS_NOT_SOMEBODY_ELSES,
                () -> gate.join(door, numbered("原主", Numbers.phone(), number), Gate.wish(false)));
        Gate.broken(
                MemberRule.NUMBER_IS_NOT_SOMEBODY_ELSES,
                () -> gate.join(door, numbered("别人", Numbers.phone(), number), Gate.wish(false)));
        var onRoll = persons.add("在册");
        var other = Numbers.idNumber();
        identities.keep(onRoll, IdentityField.ID_NUMBER, other);
        assertThat(gate.join(door, numbered("在册", Numbers.phone(), other), Gate.wish(false)))
                .as("a record of a roll, without a phone")
                .isEqualTo(onRoll);
    }

    private static JoinDesk.Newcomer numbered(String name, String phone, String number) {
        return new JoinDesk.Newcomer(name, phone, DocumentKind.RESIDENT_CARD, number);
    }
}

package org.uniongrid.membership.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.membership.Cards;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Profiles;
import org.uniongrid.people.Schooling;

/** Members who are on the roll twice: found, told apart, or brought together without losing anything. */
@ModuleTest
class NearTests {

    private final Union union;
    private final NearPairs pairs;
    private final NearDesk desk;
    private final NearUpkeep upkeep;
    private final Stays stays;
    private final Cards cards;
    private final Consents consents;
    private final Identities identities;
    private final Profiles profiles;
    private final MatterDesk matters;
    private final Posts posts;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Union.Unit depot;
    private final Union.Unit factory;
    private final Actor cadre;
    private final String phone = Numbers.phone();

    NearTests(
            Union union,
            NearPairs pairs,
            NearDesk desk,
            NearUpkeep upkeep,
            Stays stays,
            Cards cards,
            Consents consents,
            Identities identities,
            Profiles profiles,
            MatterDesk matters,
            Posts posts,
            JdbcClient db) {
        this.union = union;
        this.pairs = pairs;
        this.desk = desk;
        this.upkeep = upkeep;
        this.stays = stays;
        this.cards = cards;
        this.consents = consents;
        this.identities = identities;
        this.profiles = profiles;
        this.matters = matters;
        this.posts = posts;
        this.db = db;
        city = union.city();
        east = union.district(city, "似");
        depot = union.under(east, Category.JOINT, "似站");
        factory = union.under(east, Category.JOINT, "似厂");
        cadre = union.cadre(east);
    }

    private long member(Union.Unit unit, String name, String... more) {
        var row = new HashMap<>(Map.of("unit-name", unit.name(), "member-name", name));
        for (int i = 0; i < more.length; i += 2) row.put(more[i], more[i + 1]);
        union.take("members", List.of(row));
        return db.sql("select max(id) from people.person").query(Long.class).single();
    }

    private void compare() {
        while (upkeep.compareSome() > 0) {
            // till everybody was compared
        }
    }

    private List<NearPairs.Row> seenBy(Actor actor) {
        return pairs.page(actor.reach(Roll.EDIT), false, Cursor.START).rows();
    }

    private UUID pair() {
        compare();
        return seenBy(cadre).getFirst().publicId();
    }

    private static void broken(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private void merge(UUID pair, boolean keepOther, String... fromGone) {
        var seen = desk.look(cadre, pair, keepOther).seen();
        desk.merge(cadre, pair, keepOther, new NearDesk.Chosen(seen, Set.of(fromGone)));
    }

    @ParameterizedTest
    @CsvSource({
        "似马强, 似马强, true",
        "似马强, 似马墙, true",
        "似马强, 似马小强, true",
        "似马强, 马强, true",
        "似马强, 似牛壮, false",
        "似马强, 似马小强强, false"
    })
    void onePhoneAndAlmostOneName(String one, String other, boolean near) {
        member(depot, one, "phone", phone, "id-number", Numbers.idNumber());
        member(factory, other, "phone", phone, "id-number", Numbers.idNumber());
        compare();
        assertThat(seenBy(cadre)).hasSize(near ? 1 : 0);
    }

    @Test
    void namesakesOfOneUnionWithLikePhonesOrOneBirth() {
        member(depot, "似甲", "phone", phone);
        member(depot, "似甲", "phone", phone.substring(0, 7) + "0000");
        member(factory, "似甲", "phone", phone.substring(0, 7) + "0001");
        member(depot, "似乙", "id-number", "99018819500101001" + check("99018819500101001"));
        member(depot, "似乙", "id-number", "99018819500202003" + check("99018819500202003"));
        member(factory, "似乙", "id-number", "99018819500303005" + check("99018819500303005"));
        compare();
        assertThat(seenBy(cadre))
                .extracting(NearPairs.Row::likeness)
                .containsExactlyInAnyOrder("LIKE_PHONE", "SAME_BIRTH");
    }

    private static char check(String first17) {
        return org.uniongrid.people.IdNumber.checkDigit(first17);
    }

    @Test
    void aPairIsSeenByWhoeverReachesBothAndCountedForTheOthers() {
        var west = union.district(city, "别");
        member(depot, "似丙", "phone", phone);
        member(union.under(west, Category.JOINT, "别站"), "似饼", "phone", phone);
        compare();
        assertThat(seenBy(cadre)).isEmpty();
        assertThat(pairs.halfSeen(cadre.reach(Roll.EDIT))).isOne();
        var above = union.cadre(city);
        assertThat(seenBy(above)).hasSize(1);
        assertThat(pairs.halfSeen(above.reach(Roll.EDIT))).isZero();
        var id = seenBy(above).getFirst().publicId();
        assertThatThrownBy(() -> desk.look(cadre, id, false)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoWasToldApartIsNotAskedAboutAgain() {
        var one = member(depot, "似丁", "phone", phone);
        member(factory, "似定", "phone", phone);
        desk.setApart(cadre, pair(), "父子，同用一部手机");
        profiles.keep(one, org.uniongrid.people.Profile.UNKNOWN.withClass("rider"));
        compare();
        assertThat(seenBy(cadre)).isEmpty();
        assertThat(pairs.page(cadre.reach(Roll.EDIT), true, Cursor.START).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.apartWords()).startsWith("父子"));
    }

    @Test
    void allThatNamedTheOneThatGoesNamesTheOneThatStays() {
        var number = Numbers.idNumber();
        var one = member(depot, "似戊", "phone", phone, "schooling", "初中");
        var other = member(factory, "似戌", "phone", phone, "id-number", number, "schooling", "本科", "skill", "技师");
        var goneCard = cards.number(other).orElseThrow();
        consents.give(Actor.worker(one, "似戊"), Set.of(Consents.Purpose.MEMBERSHIP));
        consents.give(Actor.worker(other, "似戌"), Set.of(Consents.Purpose.MEMBERSHIP, Consents.Purpose.NEWS));
        var matter = matters.submit(
                Actor.worker(other, "似戌"),
                new MatterDesk.Request("general", east.publicId(), "办事", "请办理", null, UUID.randomUUID()));

        merge(pair(), false, "schooling", Merge.NAME);

        assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(one);
        assertThat(identities.holders(IdentityField.PHONE, phone)).containsExactly(one);
        assertThat(profiles.of(one).schooling()).isEqualTo(Schooling.BACHELOR);
        assertThat(profiles.of(one).skill()).isNotNull();
        assertThat(name(one)).isEqualTo("似戌");
        assertThat(stays.current(one).orElseThrow().unit()).isEqualTo(depot.publicId());
        assertThat(stays.of(one))
                .extracting(stay -> stay.state())
                .containsExactlyInAnyOrder(MemberState.MEMBER, MemberState.LEFT);
        assertThat(db.sql("select person_id from membership.card_gone where number = ?")
                        .param(goneCard)
                        .query(Long.class)
                        .single())
                .isEqualTo(one);
        assertThat(consents.of(one))
                .extracting(Consents.Given::purpose)
                .containsExactlyInAnyOrder(Consents.Purpose.MEMBERSHIP, Consents.Purpose.NEWS);
        assertThat(db.sql("select person_id from matter.matter where public_id = ?")
                        .param(matter)
                        .query(Long.class)
                        .single())
                .isEqualTo(one);
        assertThat(db.sql("select merged_into from people.person where id = ?")
                        .param(other)
                        .query(Long.class)
                        .single())
                .isEqualTo(one);
        compare();
        assertThat(seenBy(cadre)).isEmpty();
    }

    private String name(long person) {
        return db.sql("select name from people.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void theNumberThatWasNotChosenLeadsToTheOneThatStays() {
        var right = Numbers.idNumber();
        var wrong = Numbers.idNumber();
        var one = member(depot, "似己", "phone", phone, "id-number", wrong);
        member(depot, "似几", "phone", phone, "id-number", right);
        merge(pair(), false, IdentityField.ID_NUMBER.key(), Merge.STAY, Merge.CARD);
        assertThat(identities.plain(one, IdentityField.ID_NUMBER)).hasValue(right);
        assertThat(identities.holders(IdentityField.ID_NUMBER, wrong)).containsExactly(one);
        assertThat(stays.current(one)).isPresent();
        assertThat(cards.number(one)).isPresent();
    }

    @Test
    void whoeverHoldsAPostIsTheOneThatStaysAndNobodyMergesThemselves() {
        member(depot, "似庚", "phone", phone);
        var other = member(factory, "似更", "phone", phone, "id-number", Numbers.idNumber());
        var pair = pair();
        posts.appoint(other, "union-chair", factory.publicId(), "主席");
        broken(NearRule.HOLDER_OF_A_POST_STAYS, () -> merge(pair, false));
        var chair = union.actor(other, "似更");
        assertThatThrownBy(() -> desk.look(chair, pair, true)).isInstanceOf(NoSuchElementException.class);
        var stale = desk.look(cadre, pair, true).seen();
        profiles.keep(other, org.uniongrid.people.Profile.UNKNOWN.withClass("rider"));
        broken(
                NearRule.PAIR_IS_AS_IT_WAS_SEEN,
                () -> desk.merge(cadre, pair, true, new NearDesk.Chosen(stale, Set.of())));
        merge(pair, true, IdentityField.PHONE.key());
        assertThat(stays.current(other)).isPresent();
    }
}

package org.uniongrid.membership.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.CitySignature;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.GiftRule;
import org.uniongrid.membership.Gifts;
import org.uniongrid.membership.Stays;
import org.uniongrid.membership.codes.CodeDesk.Outcome;
import org.uniongrid.people.Persons;

/** Members show their code at gates: it works once, within its minute, for whoever is a member then. */
@ModuleTest
class GateTests {

    private final CodeDesk desk;
    private final Stays stays;
    private final Gifts gifts;
    private final Persons persons;
    private final CitySignature signature;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final LocalDate today;
    private final Clock clock;
    private final Union.Unit depot;
    private final Union.Unit other;
    private final Actor cadre;

    GateTests(
            CodeDesk desk,
            Union union,
            Stays stays,
            Gifts gifts,
            Persons persons,
            CitySignature signature,
            TransactionTemplate transaction,
            JdbcClient db,
            Clock clock) {
        this.desk = desk;
        this.stays = stays;
        this.gifts = gifts;
        this.persons = persons;
        this.signature = signature;
        this.transaction = transaction;
        this.db = db;
        this.clock = clock;
        today = LocalDate.now(clock);
        var east = union.district(union.city(), "门");
        depot = union.enterprise(east, "门站");
        other = union.enterprise(east, "门厂");
        cadre = union.cadre(east);
    }

    @Test
    void aCodeWorksOnceAndNoOtherGateTakesIt() {
        var code = show(member("郑志明"));
        assertThat(take(code.text(), "一号门")).satisfies(good -> {
            assertThat(good.verdict()).isEqualTo(Verdict.GOOD);
            assertThat(good.name()).isEqualTo("郑*明");
            assertThat(good.union()).isEqualTo(depot.name());
        });
        assertThat(take(code.text(), "二号门")).satisfies(used -> {
            assertThat(used.verdict()).isEqualTo(Verdict.USED);
            assertThat(Objects.requireNonNull(used.use()).gate()).isEqualTo("一号门");
        });
        assertThat(take(code.digits(), "三号门").verdict())
                .as("the digits are the same code")
                .isEqualTo(Verdict.USED);
    }

    @Test
    void ofTwoGatesAtOnceOneTakesIt() throws Exception {
        var code = show(member("双门"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var verdicts = threads
                    .invokeAll(IntStream.range(0, 4)
                            .<Callable<Verdict>>mapToObj(
                                    gate -> () -> take(code.text(), "门" + gate).verdict())
                            .toList())
                    .stream()
                    .map(one -> one.resultNow())
                    .toList();
            assertThat(verdicts).containsOnlyOnce(Verdict.GOOD).containsOnly(Verdict.GOOD, Verdict.USED);
        }
    }

    @Test
    void aPictureIsOverAfterAMinute() {
        var code = CardCode.read(show(member("图片")).text()).orElseThrow().code();
        var old = new CardCode(code.card(), clock.instant().minusSeconds(61), code.nonce());
        assertThat(take(signed(old), "一号门").verdict()).isEqualTo(Verdict.OVER);
        var ahead = new CardCode(code.card(), clock.instant().plusSeconds(30), code.nonce());
        assertThat(take(signed(ahead), "一号门").verdict()).isEqualTo(Verdict.AHEAD);
    }

    @Test
    void nobodyWritesTheirOwn() {
        var code = CardCode.read(show(member("伪造")).text()).orElseThrow();
        var longer = new CardCode(code.code().card(), clock.instant(), new byte[8]);
        assertThat(take(longer.text(code.signature()), "一号门").verdict()).isEqualTo(Verdict.NOT_OURS);
        assertThat(take(signed(new CardCode(UUID.randomUUID(), clock.instant(), new byte[8])), "一号门")
                        .verdict())
                .as("a card that there is not")
                .isEqualTo(Verdict.NOT_OURS);
        assertThat(take("00000000", "一号门").verdict()).isEqualTo(Verdict.NO_CODE);
    }

    @Test
    void digitsAreOverToo() {
        var code = show(member("数字"));
        db.sql("update membership.short_code set ends_at = now() - interval '1 second' where code = ?")
                .param(code.digits())
                .update();
        assertThat(take(code.digits(), "一号门").verdict()).isEqualTo(Verdict.NO_CODE);
    }

    @Test
    void whoeverLeftOrIsSuspendedIsNoMember() {
        var gone = member("离会");
        var left = show(gone);
        change(gone, Change.LEFT);
        assertThat(take(left.text(), "一号门").verdict()).isEqualTo(Verdict.NO_MEMBER);
        var waits = member("暂停");
        var suspended = show(waits);
        change(waits, Change.SUSPENDED);
        assertThat(take(suspended.text(), "一号门").verdict()).isEqualTo(Verdict.NO_MEMBER);
    }

    @Test
    void aGiftIsGivenOnceToANewcomerOfThatUnion() {
        var gift = gift(depot, 5, today);
        var newcomer = member("新人");
        assertThat(give(newcomer, gift).gift()).isNotNull();
        assertThat(broken(give(newcomer, gift))).isEqualTo(GiftRule.GIFT_ONCE_EACH);
        var old = member("老人");
        db.sql("update membership.stay set since = current_date - 9 where person_id = ?")
                .param(old.personId())
                .update();
        assertThat(broken(give(old, gift))).isEqualTo(GiftRule.GIFT_IS_FOR_NEWCOMERS);
        assertThat(broken(give(member("别处", other), gift))).isEqualTo(GiftRule.GIFT_IS_FOR_THIS_UNION);
        assertThat(broken(give(member("早来"), gift(depot, 5, today.plusDays(1)))))
                .isEqualTo(GiftRule.GIFT_IS_GIVEN_NOW);
    }

    @Test
    void neverMoreThanThereAre() throws Exception {
        var gift = gift(depot, 5, today);
        var people = IntStream.range(0, 20).mapToObj(n -> member("抢" + n)).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var given = threads
                    .invokeAll(people.stream()
                            .<Callable<Boolean>>map(one -> () -> give(one, gift).gift() != null)
                            .toList())
                    .stream()
                    .filter(one -> one.resultNow())
                    .count();
            assertThat(given).isEqualTo(5);
        }
        assertThat(gifts.find(gift, cadre.reach("membership.card.check")).left())
                .isZero();
        assertThat(db.sql(
                                "select count(*) from membership.gift_claim c join membership.gift g on g.id = c.gift_id where g.public_id = ?")
                        .param(gift)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(broken(give(member("晚来"), gift))).isEqualTo(GiftRule.GIFTS_ARE_LEFT);
    }

    private Actor member(String name) {
        return member(name, depot);
    }

    private Actor member(String name, Union.Unit unit) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(unit.id(), null, "rider")));
        return worker;
    }

    private void change(Actor worker, Change change) {
        transaction.executeWithoutResult(
                _ -> stays.change(cadre, stays.current(worker.personId()).orElseThrow(), worker.name(), change, "原因"));
    }

    private CodeDesk.Shown show(Actor worker) {
        return desk.show(worker).orElseThrow();
    }

    private Outcome take(String code, String gate) {
        return desk.take(cadre, code, gate, null);
    }

    private Outcome give(Actor worker, UUID gift) {
        return desk.take(cadre, show(worker).text(), "迎新", gift);
    }

    private static @Nullable Object broken(Outcome outcome) {
        return outcome.refused() == null ? null : outcome.refused().rule();
    }

    private String signed(CardCode code) {
        return code.text(signature.sign(code.content()));
    }

    private UUID gift(Union.Unit unit, int stock, LocalDate from) {
        return Objects.requireNonNull(transaction.execute(
                _ -> gifts.add(cadre, new Gifts.New(unit.id(), "保暖包", "一号门", stock, from, from.plusDays(9)))));
    }
}

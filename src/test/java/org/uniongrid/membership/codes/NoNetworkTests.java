package org.uniongrid.membership.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Persons;

/** Phones make codes without a network, gates check them without one, and what two gates took comes out afterwards. */
@ModuleTest
class NoNetworkTests {

    private final CodeDesk gate;
    private final Devices devices;
    private final LateDesk late;
    private final GatePack pack;
    private final TwiceBook twice;
    private final PrintDesk prints;
    private final Stays stays;
    private final Persons persons;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Union.Unit depot;
    private final Actor cadre;
    private final Actor elsewhere;

    NoNetworkTests(
            CodeDesk gate,
            Devices devices,
            LateDesk late,
            GatePack pack,
            TwiceBook twice,
            PrintDesk prints,
            Union union,
            Stays stays,
            Persons persons,
            TransactionTemplate transaction,
            Clock clock) {
        this.gate = gate;
        this.devices = devices;
        this.late = late;
        this.pack = pack;
        this.twice = twice;
        this.prints = prints;
        this.stays = stays;
        this.persons = persons;
        this.transaction = transaction;
        this.clock = clock;
        var east = union.district(union.city(), "网");
        depot = union.enterprise(east, "网站");
        cadre = union.cadre(east);
        elsewhere = union.cadre(union.district(union.city(), "别"));
    }

    @Test
    void aPhoneMakesCodesByItselfEachTakenOnce() throws GeneralSecurityException {
        var phone = new Phone();
        var vouched = phone.vouched(devices, member("没网"));
        var code = phone.code(vouched, clock.instant()).text();
        assertThat(code.length()).as("readable off a screen").isLessThan(450);
        assertThat(take(code)).isEqualTo(Verdict.GOOD);
        assertThat(take(code)).isEqualTo(Verdict.USED);
        assertThat(take(phone.code(vouched, clock.instant()).text())).isEqualTo(Verdict.GOOD);
        assertThat(take(phone.code(vouched, clock.instant().minusSeconds(61)).text()))
                .isEqualTo(Verdict.OVER);
        assertThat(take(phone.code(vouched, clock.instant().plusSeconds(30)).text()))
                .isEqualTo(Verdict.AHEAD);
    }

    @Test
    void nobodyVouchesForThemselvesOrBorrowsAVoucher() throws GeneralSecurityException {
        var phone = new Phone();
        var vouched = phone.vouched(devices, member("真的"));
        var thief = new Phone();
        assertThat(take(thief.code(vouched, clock.instant()).text()))
                .as("signed by a key that the voucher does not name")
                .isEqualTo(Verdict.NOT_OURS);
        var own = new Voucher(
                vouched.voucher().card(), thief.key(), clock.instant().plusSeconds(60), "自己");
        assertThat(take(thief.code(new Devices.Vouched(own, vouched.signature(), clock.instant()), clock.instant())
                        .text()))
                .isEqualTo(Verdict.NOT_OURS);
        assertThat(devices.vouch(member("别人"), phone.key()))
                .as("a key is one person's")
                .isEmpty();
        assertThat(devices.vouch(member("乱写"), new byte[65])).isEmpty();
        assertThat(devices.vouch(Actor.worker(persons.add("不是"), "不是"), new Phone().key()))
                .as("no member")
                .isEmpty();
    }

    @Test
    void aLostPhoneIsEndedAndAFourthEndsTheOldest() throws GeneralSecurityException {
        var worker = member("丢机");
        var phone = new Phone();
        var vouched = phone.vouched(devices, worker);
        devices.end(worker);
        assertThat(take(phone.code(vouched, clock.instant()).text())).isEqualTo(Verdict.ENDED);
        assertThat(devices.vouch(worker, phone.key()))
                .as("it needs another key")
                .isEmpty();
        assertThat(pack.pack().devices()).contains(Base64.getEncoder().encodeToString(phone.key()));
        var first = new Phone();
        var firstVouched = first.vouched(devices, worker);
        for (int n = 0; n < 3; n++) new Phone().vouched(devices, worker);
        assertThat(devices.count(worker)).isEqualTo(3);
        assertThat(take(first.code(firstVouched, clock.instant()).text())).isEqualTo(Verdict.ENDED);
    }

    @Test
    void whoeverLeftIsOnTheListThatGatesTakeAlong() throws GeneralSecurityException {
        var worker = member("走了");
        var phone = new Phone();
        phone.vouched(devices, worker);
        var key = Base64.getEncoder().encodeToString(phone.key());
        assertThat(pack.pack().devices()).doesNotContain(key);
        transaction.executeWithoutResult(
                _ -> stays.change(cadre, stays.current(worker.personId()).orElseThrow(), "走了", Change.LEFT, "原因"));
        assertThat(pack.pack().devices()).contains(key);
    }

    @Test
    void whatTwoGatesTookComesOutWhenTheyHandIn() throws GeneralSecurityException {
        var phone = new Phone();
        var worker = member("两处");
        var vouched = phone.vouched(devices, worker);
        var then = clock.instant().minus(Duration.ofHours(2));
        var code = phone.code(vouched, then).text();
        var east = new LateDesk.Late(code, "东门", then.getEpochSecond() + 3);
        var west = new LateDesk.Late(code, "西门", then.getEpochSecond() + 20);
        assertThat(late.handIn(cadre, List.of(east))).isEqualTo(new LateDesk.HandedIn(1, 0, 0));
        assertThat(late.handIn(cadre, List.of(west))).isEqualTo(new LateDesk.HandedIn(0, 1, 0));
        assertThat(late.handIn(cadre, List.of(east, west)))
                .as("handed in again, nothing is doubled")
                .isEqualTo(new LateDesk.HandedIn(1, 1, 0));
        assertThat(twice.latest(cadre.reach(GateController.CHECK)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo("两处");
                    assertThat(one.first()).isEqualTo("东门");
                    assertThat(one.other()).isEqualTo("西门");
                });
        assertThat(twice.latest(elsewhere.reach(GateController.CHECK))).isEmpty();
    }

    @Test
    void lateMeansWithinItsMinuteThenAndWithinAWeekNow() throws GeneralSecurityException {
        var phone = new Phone();
        var vouched = phone.vouched(devices, member("迟了"));
        var then = clock.instant().minus(Duration.ofHours(1));
        assertThat(refused(phone.code(vouched, then), then.plusSeconds(61))).isOne();
        assertThat(refused(phone.code(vouched, then), then.plusSeconds(59))).isZero();
        var old = clock.instant().minus(Duration.ofDays(7).plusSeconds(9));
        assertThat(refused(phone.code(vouched, old), old)).isOne();
        var ahead = clock.instant().plusSeconds(60);
        assertThat(refused(phone.code(vouched, ahead), ahead)).isOne();
    }

    private int refused(DeviceCode code, Instant at) {
        return late.handIn(cadre, List.of(new LateDesk.Late(code.text(), "门", at.getEpochSecond())))
                .refused();
    }

    @Test
    void aPrintedCardWorksAgainAndAgainUntilTheNext() {
        var worker = member("纸卡");
        var person = persons.known(List.of(worker.personId())).getFirst().publicId();
        var first = prints.print(cadre, person);
        assertThat(take(first.code())).isEqualTo(Verdict.GOOD);
        assertThat(gate.take(cadre, first.code(), "一号门", null)).satisfies(again -> {
            assertThat(again.verdict()).isEqualTo(Verdict.GOOD);
            assertThat(again.printed()).isTrue();
        });
        var second = prints.print(cadre, person);
        assertThat(take(first.code())).isEqualTo(Verdict.ENDED);
        assertThat(take(second.code())).isEqualTo(Verdict.GOOD);
        prints.end(cadre, person);
        assertThat(take(second.code())).isEqualTo(Verdict.ENDED);
        var serial = PrintedCode.read(second.code()).orElseThrow().serial();
        assertThat(pack.pack().prints()).contains("" + serial);
    }

    private Verdict take(String code) {
        return gate.take(cadre, code, "一号门", null).verdict();
    }

    private Actor member(String name) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(depot.id(), null, "rider")));
        return worker;
    }
}

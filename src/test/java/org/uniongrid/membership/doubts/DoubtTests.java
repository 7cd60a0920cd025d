package org.uniongrid.membership.doubts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** A roll that may not be real is the union's own business for thirty days, then that of the unions above too. */
@ModuleTest
class DoubtTests {

    private final DoubtJob job;
    private final Doubts doubts;
    private final DoubtDesk desk;
    private final Stays stays;
    private final Persons persons;
    private final Identities identities;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final Union.Unit depot;
    private final Actor chair;
    private final Actor above;

    DoubtTests(
            DoubtJob job,
            Doubts doubts,
            DoubtDesk desk,
            Union union,
            Stays stays,
            Persons persons,
            Identities identities,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.job = job;
        this.doubts = doubts;
        this.desk = desk;
        this.stays = stays;
        this.persons = persons;
        this.identities = identities;
        this.transaction = transaction;
        this.db = db;
        var east = union.district(union.city(), "疑");
        depot = union.enterprise(east, "疑站");
        chair = union.cadre(depot);
        above = union.cadre(east);
    }

    @Test
    void phonesInARowAreTheUnionsOwnBusinessForThirtyDays() {
        var members = row(5);
        look();
        var doubt = only(chair);
        assertThat(doubt.rule()).isEqualTo(DoubtRule.PHONES_IN_A_ROW);
        assertThat(doubt.members()).isEqualTo(5);
        assertThat(doubts.members(doubt)).hasSize(5);
        assertThat(all(above)).as("not yet").isEmpty();
        assertThatThrownBy(() -> doubts.find(doubt.publicId(), above.reach(Roll.EDIT)))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(told("membership.doubt-seen", chair)).isTrue();

        due(doubt, 7);
        nightly();
        assertThat(told("membership.doubt-soon", chair)).isTrue();
        due(doubt, 1);
        nightly();
        assertThat(all(above)).isEmpty();
        due(doubt, 0);
        nightly();
        assertThat(only(above).publicId()).isEqualTo(doubt.publicId());
        assertThat(told("membership.doubt-passed", above)).isTrue();

        leave(members.getFirst());
        transaction.executeWithoutResult(_ -> desk.lookAgain(chair, doubt.publicId()));
        assertThat(doubts.find(doubt.publicId(), above.reach(Roll.EDIT)).state())
                .isEqualTo(DoubtState.MENDED);
        assertThat(all(chair)).isEmpty();
    }

    @Test
    void fourInARowAreNone() {
        row(4);
        look();
        assertThat(all(chair)).isEmpty();
    }

    @Test
    void oneAccountOfThreeIsSeenAndOfTwoNot() {
        var members = IntStream.range(0, 3).mapToObj(n -> member("账" + n)).toList();
        account(members.get(0), "6222021234567890123");
        account(members.get(1), "6222021234567890123");
        look();
        assertThat(all(chair)).isEmpty();
        account(members.get(2), "6222 0212 3456 7890 123");
        look();
        assertThat(only(chair).rule()).isEqualTo(DoubtRule.ONE_ACCOUNT);
        assertThat(only(chair).measure()).isEqualTo(3);
    }

    @Test
    void theUnionExplainsAndTheOneAboveDecides() {
        row(6);
        look();
        var id = only(chair).publicId();
        assertThatThrownBy(() -> desk.explain(above, id, "代答")).isInstanceOf(NoSuchElementException.class);
        desk.explain(chair, id, "公司统一办理的工作号码");
        due(only(chair), 0);
        nightly();
        assertThat(only(above).state()).isEqualTo(DoubtState.EXPLAINED);
        assertThatThrownBy(() -> desk.accept(chair, id, "自己认可")).isInstanceOf(RuleBroken.class);
        desk.sendBack(above, id, "请附号码清单说明");
        assertThat(only(chair).state()).isEqualTo(DoubtState.SENT_BACK);
        assertThatThrownBy(() -> desk.accept(above, id, "又认可"))
                .as("it is with the union now")
                .isInstanceOf(RuleBroken.class);
        desk.explain(chair, id, "已核对，号码由公司发放");
        desk.accept(above, id, "情况属实");
        assertThat(all(chair)).isEmpty();
        look();
        assertThat(all(chair)).as("accepted, the same is not asked again").isEmpty();
        member("又来", "1548000" + (base + 6));
        look();
        assertThat(only(chair).members()).as("more than was accepted").isEqualTo(7);
    }

    private int base;

    private List<Actor> row(int count) {
        base = 1000 + 20 * (int) (depot.id() % 400);
        return IntStream.range(0, count)
                .mapToObj(n -> member("连" + n, "1548000" + (base + n)))
                .toList();
    }

    private Actor member(String name, String phone) {
        var worker = member(name);
        identities.keep(worker.personId(), IdentityField.PHONE, phone);
        return worker;
    }

    private Actor member(String name) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(depot.id(), null, "rider")));
        return worker;
    }

    private void account(Actor worker, String number) {
        identities.keep(worker.personId(), IdentityField.BANK_ACCOUNT, number);
    }

    private void leave(Actor worker) {
        transaction.executeWithoutResult(_ ->
                stays.change(above, stays.current(worker.personId()).orElseThrow(), worker.name(), Change.LEFT, "离开"));
    }

    private void look() {
        transaction.executeWithoutResult(_ -> job.lookAt(List.of(depot.id())));
    }

    private void nightly() {
        job.nightly();
    }

    private void due(Doubts.Doubt doubt, int days) {
        db.sql("update membership.doubt set due_on = current_date + ? where id = ?")
                .params(days, doubt.id())
                .update();
    }

    private List<Doubts.Doubt> all(Actor actor) {
        return doubts.page(actor.reach(Roll.EDIT), false, Cursor.of(null, null)).rows();
    }

    private Doubts.Doubt only(Actor actor) {
        assertThat(all(actor)).hasSize(1);
        return all(actor).getFirst();
    }

    private boolean told(String kind, Actor actor) {
        return db.sql("select exists (select from notice.notice where kind = ? and person_id = ?)")
                .params(kind, actor.personId())
                .query(Boolean.class)
                .single();
    }
}

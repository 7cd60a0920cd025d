package org.uniongrid.membership.doubts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Stays;
import org.uniongrid.organisation.RulePacks;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;
import org.uniongrid.people.PhoneRuns;
import org.uniongrid.web.Templates;

/** A doubt on the days that matter: the twenty-third, the thirtieth, and those after it came back. */
@ModuleTest
class DoubtMonthTests {

    private final Doubts doubts;
    private final DoubtDesk desk;
    private final DoubtExport export;
    private final RulePacks packs;
    private final PhoneRuns phones;
    private final Notices notices;
    private final Stays stays;
    private final Persons persons;
    private final Identities identities;
    private final Templates templates;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final Clock clock;
    private final Union.Unit depot;
    private final Actor chair;
    private final Actor above;

    DoubtMonthTests(
            Doubts doubts,
            DoubtDesk desk,
            DoubtExport export,
            RulePacks packs,
            PhoneRuns phones,
            Notices notices,
            Union union,
            Stays stays,
            Persons persons,
            Identities identities,
            Templates templates,
            TransactionTemplate transaction,
            JdbcClient db,
            Clock clock) {
        this.doubts = doubts;
        this.desk = desk;
        this.export = export;
        this.packs = packs;
        this.phones = phones;
        this.notices = notices;
        this.stays = stays;
        this.persons = persons;
        this.identities = identities;
        this.templates = templates;
        this.transaction = transaction;
        this.db = db;
        this.clock = clock;
        var east = union.district(union.city(), "月");
        depot = union.enterprise(east, "月站");
        chair = union.cadre(depot);
        above = union.cadre(east);
    }

    @Test
    void theUnionHasThirtyDaysAndIsToldAWeekBefore() {
        fiveInARow();
        on(0);
        assertThat(all(chair)).hasSize(1);
        on(22);
        assertThat(told("membership.doubt-soon", chair)).isZero();
        on(23);
        on(24);
        assertThat(told("membership.doubt-soon", chair)).as("once").isEqualTo(1);
        on(29);
        assertThat(all(above)).isEmpty();
        assertThat(told("membership.doubt-passed", above)).isZero();
        on(30);
        assertThat(all(above)).hasSize(1);
        assertThat(told("membership.doubt-passed", above)).isEqualTo(1);
        assertThat(all(chair)).as("the union sees it still").hasSize(1);
    }

    @Test
    void itGoesBackOnceAndTheUnionHearsOfIt() {
        fiveInARow();
        on(0);
        var id = all(chair).getFirst().publicId();
        desk.explain(chair, id, "公司统一办理的号码");
        on(30);
        desk.sendBack(above, id, "请核对是否在职");
        assertThat(told("membership.doubt-returned", chair)).isEqualTo(1);
        assertThat(all(above).getFirst().isAbove()).as("it is with the union").isFalse();
        on(4);
        assertThat(told("membership.doubt-soon", chair))
                .as("a week before the ten days are over")
                .isEqualTo(1);
        on(9);
        assertThat(all(chair).getFirst().isAbove()).isFalse();
        on(10);
        assertThat(all(above).getFirst().isAbove())
                .as("nothing was said in ten days")
                .isTrue();
        assertThatThrownBy(() -> desk.sendBack(above, id, "再核对一次"))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("doubt-goes-back-once");
        desk.accept(above, id, "情况属实");
        assertThat(all(above)).isEmpty();
    }

    @Test
    void theWorkbookHasWhatTheReaderSees() {
        fiveInARow();
        on(0);
        assertThat(rows(chair))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(depot.name(), "手机号连号", "待处理"));
        assertThat(export.count(asked(), chair)).isEqualTo(1);
        assertThat(rows(above)).as("not yet above").isEmpty();
        assertThat(export.count(asked(), above)).isZero();
    }

    private ExportAsked asked() {
        return new ExportAsked(
                Map.of("ended", "false"),
                export.columns().stream().map(one -> one.key()).toList());
    }

    private List<List<String>> rows(Actor actor) {
        return export.rows(asked(), actor, null, templates.say(Locale.SIMPLIFIED_CHINESE)).stream()
                .map(row -> row.cells())
                .toList();
    }

    /** A night so many days from now; only the depot is looked at. */
    private void on(int days) {
        var night = Clock.offset(clock, Duration.ofDays(days));
        var telling = new DoubtNotices(db, notices, night);
        var job = new DoubtJob(
                db, packs, new RollLook(db, phones, night), new DoubtKeeping(db, night), telling, transaction, night);
        transaction.executeWithoutResult(_ -> job.lookAt(List.of(depot.id())));
        transaction.executeWithoutResult(_ -> telling.remind());
        transaction.executeWithoutResult(_ -> job.passUp());
    }

    private void fiveInARow() {
        var base = 1000 + 20 * (int) (depot.id() % 400);
        IntStream.range(0, 5).forEach(n -> {
            var worker = Actor.worker(persons.add("月" + n), "月" + n);
            transaction.executeWithoutResult(_ ->
                    stays.begin(worker, worker.personId(), worker.name(), new Stays.Place(depot.id(), null, "rider")));
            identities.keep(worker.personId(), IdentityField.PHONE, "1558000" + (base + n));
        });
    }

    private List<Doubts.Doubt> all(Actor actor) {
        return doubts.page(actor.reach(Roll.READ), false, Cursor.of(null, null)).rows();
    }

    private int told(String kind, Actor actor) {
        return db.sql("select count(*) from notice.notice where kind = ? and person_id = ?")
                .params(kind, actor.personId())
                .query(Integer.class)
                .single();
    }
}

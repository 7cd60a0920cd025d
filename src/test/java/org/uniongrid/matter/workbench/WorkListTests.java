package org.uniongrid.matter.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Delegations;
import org.uniongrid.matter.Drafts;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterRule;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.web.Form;

/** Which matters stand in which list, and for whom. */
@ModuleTest
class WorkListTests {

    private final Union union;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final Drafts drafts;
    private final Delegations delegations;
    private final WorkList list;
    private final Batches batches;
    private final JdbcClient db;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    WorkListTests(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            Drafts drafts,
            Delegations delegations,
            WorkList list,
            Batches batches,
            JdbcClient db,
            Clock clock) {
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.drafts = drafts;
        this.delegations = delegations;
        this.list = list;
        this.batches = batches;
        this.db = db;
        today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "列");
        chair = union.holder("union-chair", union.enterprise(east, "列厂"));
        cadre = union.cadre(east);
    }

    private UUID ask(String title) {
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), title, "请办理", null, UUID.randomUUID()));
    }

    private UUID step(UUID id) {
        return tasks.open(matters.find(id, cadre)).getFirst().publicId();
    }

    private void act(Actor actor, UUID id, Action action) {
        desk.act(actor, id, Act.of(action, step(id), "办好了", UUID.randomUUID()));
    }

    private List<String> titles(Box box, Actor actor) {
        return titles(box, Narrow.NOTHING, actor);
    }

    private List<String> titles(Box box, Narrow narrow, Actor actor) {
        return list.page(box, narrow, actor, Cursor.START).rows().stream()
                .map(WorkList.Row::title)
                .toList();
    }

    @Test
    void eachBoxHasWhatIsInIt() {
        var one = ask("第一件");
        ask("第二件");
        assertThat(titles(Box.POOL, cadre)).containsExactly("第一件", "第二件");
        act(cadre, one, Action.TAKE);
        assertThat(titles(Box.HELD, cadre)).containsExactly("第一件");
        assertThat(titles(Box.POOL, cadre)).containsExactly("第二件");
        assertThat(titles(Box.DONE, cadre)).containsExactly("第一件");
        assertThat(titles(Box.ASKED, chair)).containsExactly("第二件", "第一件");
        assertThat(titles(Box.RECEIVED, cadre)).containsExactly("第二件", "第一件");
        assertThat(titles(Box.ALL, union.cadre(city))).containsExactly("第二件", "第一件");
        assertThat(titles(Box.ALL, union.cadre(union.district(city, "旁")))).isEmpty();
        var citys = union.cadre(city);
        desk.act(
                citys,
                one,
                Act.of(Action.COPY, null, null, UUID.randomUUID())
                        .to(Act.Aim.units(List.of(
                                union.district(city, "抄").publicId(),
                                union.district(city, "送").publicId()))));
        assertThat(titles(Box.DONE, citys)).containsExactly("第一件");
        assertThat(titles(Box.COPIED, cadre)).isEmpty();
    }

    @Test
    void aCopyStandsInItsBoxAndSoDoesAPartOfTheWork() {
        var street = union.street(east, "列街");
        var streets = union.cadre(street);
        var one = ask("分办的");
        desk.act(
                cadre,
                one,
                Act.of(Action.DISPATCH, step(one), "请办", UUID.randomUUID())
                        .to(Act.Aim.units(List.of(street.publicId()))));
        assertThat(titles(Box.POOL, streets)).containsExactly("分办的");
        assertThat(titles(Box.POOL, cadre)).isEmpty();
        assertThat(titles(Box.HELD, cadre)).as("it waits for the street").isEmpty();
        assertThat(titles(Box.RECEIVED, streets)).containsExactly("分办的");
        var two = ask("抄送的");
        desk.act(
                cadre,
                two,
                Act.of(Action.COPY, null, null, UUID.randomUUID()).to(Act.Aim.units(List.of(street.publicId()))));
        assertThat(titles(Box.COPIED, streets)).containsExactly("抄送的");
        assertThat(titles(Box.RECEIVED, streets)).containsExactly("分办的");
    }

    @Test
    void whoStandsInForAPostHasItsList() {
        var colleague = union.cadre(east);
        var one = ask("代办的");
        act(cadre, one, Action.TAKE);
        assertThat(titles(Box.HELD, colleague)).isEmpty();
        delegations.add(
                cadre,
                new Delegations.Order(Objects.requireNonNull(colleague.chosen()).id(), today, today, "开会"));
        assertThat(titles(Box.HELD, colleague)).containsExactly("代办的");
        assertThat(titles(Box.HELD, cadre)).containsExactly("代办的");
        assertThat(list.count(Box.HELD, colleague)).isEqualTo(1);
    }

    @Test
    void whatAPostHadThatNobodyHoldsWaitsInThePool() {
        var leaving = union.cadre(east);
        act(leaving, ask("交接的"), Action.TAKE);
        assertThat(titles(Box.POOL, cadre)).isEmpty();
        db.sql("""
                        update organisation.tenure set during = daterange(current_date - 9, current_date), ended_for = '离任'
                        where person_id = ?
                        """).param(leaving.personId()).update();
        assertThat(titles(Box.POOL, cadre)).containsExactly("交接的");
    }

    @Test
    void aListIsNarrowedDownByNumberStateAndLateness() {
        var one = ask("已答复的");
        ask("超期的");
        act(cadre, one, Action.ANSWER);
        db.sql("""
                        update matter.task t set started_at = started_at - interval '30 days', due_at = due_at - interval '30 days'
                        from matter.matter m where m.id = t.matter_id and m.title = '超期的' and m.asked_id = ?
                        """).param(east.id()).update();
        var matter = matters.find(one, cadre);
        assertThat(titles(Box.RECEIVED, narrow("", "ANSWERED", ""), cadre)).containsExactly("已答复的");
        assertThat(titles(Box.RECEIVED, narrow("", "", "true"), cadre)).containsExactly("超期的");
        assertThat(titles(Box.POOL, narrow("", "", "true"), cadre)).containsExactly("超期的");
        var written = "事〔%d〕%d 号".formatted(matter.year(), matter.nr());
        assertThat(titles(Box.ALL, narrow(written, "", ""), cadre)).containsExactly("已答复的");
        assertThat(titles(Box.ALL, narrow(matter.year() + "-" + matter.nr(), "", ""), cadre))
                .containsExactly("已答复的");
    }

    private static Narrow narrow(String number, String state, String late) {
        return Narrow.of(
                Optional.empty(), Optional.of(state), Optional.of(number), Optional.empty(), Optional.of(late));
    }

    @Test
    void severalAreTakenAtOnceAndThoseThatAreGoneAreListed() {
        var one = ask("批量一");
        var two = ask("批量二");
        var rows = List.of(one + ":" + step(one), two + ":" + step(two), "no:row");
        act(union.cadre(east), two, Action.ANSWER);
        var form = Form.of(Map.of("row", rows, "action", List.of("take"), "key", List.of("k")));
        var outcome = batches.act(cadre, form);
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.undone()).extracting(Batches.Undone::title).containsExactly("批量二", null);
        assertThat(outcome.undone())
                .extracting(undone -> undone.why().key())
                .containsExactly("rule.matter-is-still-open", "matter.batch.gone");
        assertThat(titles(Box.HELD, cadre)).containsExactly("批量一");
        assertThat(matters.timeline(matters.find(one, cadre))).hasSize(2);
        batches.act(cadre, form);
        assertThat(matters.timeline(matters.find(one, cadre))).as("sent again").hasSize(2);
    }

    @Test
    void severalArePutBackOrCopiedAtOnce() {
        var one = ask("放回的");
        act(cadre, one, Action.TAKE);
        var row = List.of(one + ":" + step(one));
        assertThat(batches.act(cadre, form(row, "put-back", "unit", "")).undone())
                .isEmpty();
        assertThat(titles(Box.POOL, cadre)).containsExactly("放回的");
        var street = union.street(east, "列乡");
        act(cadre, one, Action.TAKE);
        var copied =
                batches.act(cadre, form(row, "copy", "unit", street.publicId().toString()));
        assertThat(copied.undone()).isEmpty();
        assertThat(titles(Box.COPIED, union.cadre(street))).containsExactly("放回的");
        assertThat(matters.timeline(matters.find(one, cadre))).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.COPY);
            assertThat(entry.words()).isEqualTo("知悉");
        });
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> batches.act(cadre, form(row, "answer", "unit", "")));
    }

    private static Form form(List<String> rows, String action, String field, String value) {
        return Form.of(Map.of(
                "row",
                rows,
                "action",
                List.of(action),
                field,
                List.of(value),
                "words",
                List.of("知悉"),
                "key",
                List.of(UUID.randomUUID().toString())));
    }

    @Test
    void aBatchTellsNothingOfWhatIsOutOfSight() {
        var one = ask("别处的");
        var stranger = union.cadre(union.district(city, "远"));
        var undone = batches.act(stranger, form(List.of(one + ":" + step(one)), "take", "unit", ""))
                .undone();
        assertThat(undone).singleElement().satisfies(it -> {
            assertThat(it.matter()).isNull();
            assertThat(it.title()).isNull();
        });
    }

    @Test
    void aDraftIsItsWritersAloneAndBecomesAMatter() {
        var key = UUID.randomUUID();
        var id = drafts.save(chair, "general", null, null, "半句", "", UUID.randomUUID());
        assertThat(titles(Box.DRAFTS, chair)).containsExactly("半句");
        var other = union.holder("union-chair", union.enterprise(east, "别厂"));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> drafts.find(id, other));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> matters.find(id, chair));
        drafts.save(chair, "general", id, east.publicId(), "写完了", "全文", UUID.randomUUID());
        assertThat(drafts.find(id, chair).to()).isEqualTo(east.publicId());
        var sent = new MatterDesk.Request("general", east.publicId(), "写完了", "全文", id, key);
        assertThat(desk.submit(chair, sent)).isEqualTo(id);
        assertThat(desk.submit(chair, sent)).as("sent twice").isEqualTo(id);
        assertThat(titles(Box.DRAFTS, chair)).isEmpty();
        assertThat(titles(Box.POOL, cadre)).containsExactly("写完了");
        assertThatThrownBy(() -> desk.submit(
                        chair, new MatterDesk.Request("general", east.publicId(), "又一次", "全文", id, UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(MatterRule.DRAFT_IS_YOURS));
    }

    @Test
    void aDraftIsThrownAwayWithWhatWasInIt() {
        var id = drafts.save(chair, "general", null, null, "不要了", "密", UUID.randomUUID());
        drafts.drop(id, chair);
        assertThat(titles(Box.DRAFTS, chair)).isEmpty();
        assertThat(db.sql("select title || words from matter.matter where public_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEmpty();
    }
}

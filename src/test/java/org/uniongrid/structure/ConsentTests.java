package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.web.Form;

/** A district may not move a street to another one alone: it asks the city, whose answer moves it. */
@ModuleTest
class ConsentTests {

    private final Union union;
    private final JdbcClient db;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final PreparedOrders orders;
    private final MockMvcTester mvc;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Unit street;
    private final Actor asker;
    private final Actor gaining;
    private final Actor handler;
    private final Restructuring district;

    ConsentTests(
            Union union,
            JdbcClient db,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            PreparedOrders orders,
            MockMvcTester mvc) {
        this.union = union;
        this.db = db;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.orders = orders;
        this.mvc = mvc;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        street = union.street(east, "河");
        asker = union.cadre(east);
        gaining = union.cadre(west);
        handler = union.cadre(city);
        district = by(asker);
    }

    @Test
    void whatIsConsentedToIsWrittenInTheNameOfWhoConsents() {
        var id = asked(street, "move", district.form(0, "named", west.name()));
        assertThat(page(handler, id)).contains(gaining.name(), asker.name(), west.name(), "谁将能看到", "同意并生效", "完整影响");
        assertThat(by(handler).get("/structure/prepared/" + id))
                .hasStatusOk()
                .bodyText()
                .contains(gaining.name(), street.name());
        assertThat(scope(street)).startsWith(scope(east));
        act(handler, id, Action.TAKE, null);
        assertThat(page(handler, id)).as("nobody consents by a link").doesNotContain("/links");
        act(handler, id, Action.ANSWER, "同意调整");
        assertThat(scope(street)).startsWith(scope(west));
        assertThat(matters.find(id, handler).state()).isEqualTo(MatterState.CLOSED);
        var change = change(id);
        assertThat(by(handler).get("/structure/changes/" + change))
                .bodyText()
                .contains(handler.name(), "由 " + east.name() + " · " + asker.name() + " 报请");
        assertThat(page(handler, id)).contains("/structure/changes/" + change, "已同意");
        assertThat(page(asker, id)).contains("已同意").doesNotContain("/structure/changes/" + change);
        assertThat(db.sql("select actor_id || changes::text from access.audit_entry where subject_id = ?")
                        .param(UUID.fromString(change))
                        .query(String.class)
                        .list())
                .anyMatch(
                        entry -> entry.startsWith(String.valueOf(handler.personId())) && entry.contains(asker.name()));
    }

    @Test
    void effectsOutOfSightAreShownToNobody() {
        var id = asked(street, "move", district.form(0, "named", west.name()));
        assertThat(page(asker, id))
                .contains(west.name(), "调整的影响由 " + city.name() + " 查看")
                .doesNotContain(gaining.name(), west.publicId().toString(), "完整影响");
        assertThat(district.get("/structure/prepared/" + id)).hasStatus(404);
        var north = union.district(city, "北");
        var reader = union.cadre(north);
        desk.act(
                handler,
                id,
                Act.of(Action.COPY, null, null, UUID.randomUUID()).to(Act.Aim.units(List.of(north.publicId()))));
        assertThat(page(reader, id))
                .contains("不在管辖范围内的工会")
                .doesNotContain(west.name(), gaining.name(), street.publicId().toString());
        assertThat(by(reader).get("/structure/prepared/" + id)).hasStatus(404);
    }

    @Test
    void whatIsRefusedOrWithdrawnMovesNothing() {
        var refused = asked(street, "move", district.form(0, "named", west.name()));
        act(handler, refused, Action.REFUSE, "理由不足");
        var withdrawn = asked(east, "rename", district.form(0, "name", "新东区总工会"));
        desk.act(asker, withdrawn, Act.of(Action.WITHDRAW, null, null, UUID.randomUUID()));
        assertThat(scope(street)).startsWith(scope(east));
        assertThat(page(handler, refused)).doesNotContain("完整影响");
        assertThat(db.sql("select count(*) from structure.change where key in (?, ?)")
                        .params(refused, withdrawn)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatHasChangedMeanwhileIsToldAndJudgedAnew() {
        var id = asked(street, "move", district.form(0, "named", west.name()));
        union.enterprise(street, "绫");
        assertThat(page(handler, id)).contains("报请之后有变化的是：下级工会、企业和人员");
        assertThatRefused(() -> act(handler, id, Action.ANSWER, "同意"), "rule.order-was-judged-by-what-stands");
        assertThat(answered(handler, id, "同意调整吧"))
                .hasStatus(422)
                .bodyText()
                .contains("没有写入任何内容", "下级工会、企业和人员", "同意调整吧");
        assertThat(scope(street)).startsWith(scope(east));
        act(handler, id, Action.RETURN, "下级有变化，请重新报请");
        assertThat(page(asker, id)).contains("按现状重新报请");
        act(asker, id, Action.COMPLETE, "新建了一家企业工会");
        act(handler, id, Action.ANSWER, "同意");
        assertThat(scope(street)).startsWith(scope(west));
    }

    @Test
    void aRuleThatItBreaksMeanwhileIsTold() {
        var id = asked(street, "move", district.form(0, "named", west.name()));
        by(handler).decide(union.street(west, "湖"), "rename", 0, "name", street.name());
        assertThat(page(handler, id)).contains("已经有叫“" + street.name());
        assertThatRefused(() -> act(handler, id, Action.ANSWER, "同意"), "rule.names-under-one-parent-differ");
        assertThat(scope(street)).startsWith(scope(east));
    }

    @Test
    void aDayThatHasPassedIsToldAndALaterOneIsPlanned() {
        var planned = asked(street, "move", district.form(30, "named", west.name()));
        act(handler, planned, Action.ANSWER, "同意");
        assertThat(scope(street)).startsWith(scope(east));
        assertThat(by(handler).get("/structure/changes/" + change(planned)))
                .bodyText()
                .contains("待生效");
        var late = passed(east, "rename", district.form(1, "name", "新东区总工会"));
        assertThat(page(handler, late)).contains("生效日期不能早于今天");
        assertThatRefused(() -> act(handler, late, Action.ANSWER, "同意"), "rule.changes-begin-today-or-later");
    }

    @Test
    void theSameFormSentTwiceIsOneMatterWithOneOrder() {
        var form = district.form(0, "named", west.name());
        assertThat(asked(street, "move", form)).isEqualTo(asked(street, "move", form));
    }

    @Test
    void ofTwoWhoConsentAtOnceOneIsTold() {
        var id = asked(street, "move", district.form(0, "named", west.name()));
        var step = tasks.open(matters.find(id, handler)).getFirst().publicId();
        var other = union.cadre(city);
        assertThat(atOnce(List.of(() -> answers(handler, id, step), () -> answers(other, id, step))))
                .containsExactlyInAnyOrder(true, false);
        assertThat(scope(street)).startsWith(scope(west));
    }

    @Test
    void theLowestUnitThatReachesAllOfItIsAsked() {
        var lake = union.street(east, "湖");
        var firm = union.enterprise(street, "绸");
        var below = by(union.cadre(street));
        assertThat(asks(below, firm, "move", below.form(0, "named", lake.name())))
                .isEqualTo(east.name());
        assertThat(asks(below, firm, "move", below.form(0, "named", east.name())))
                .as("the new parent itself")
                .isEqualTo(east.name());
        assertThat(asks(below, street, "rename", below.form(0, "name", "大河街道总工会")))
                .isEqualTo(east.name());
        assertThat(asks(below, firm, "move", below.form(0, "named", west.name())))
                .isEqualTo(city.name());
        var south = union.district(city, "南");
        var hill = union.street(south, "山");
        var alone = by(union.cadre(hill));
        assertThat(asks(alone, hill, "rename", alone.form(0, "name", "大山街道总工会")))
                .as("nobody in the district may decide")
                .isEqualTo(city.name());
    }

    @Test
    void whoReachesAllOfItDecidesAndWhoDoesNotCannotConsent() {
        var city = by(handler);
        assertThat(city.post(at(street, "rename") + "/preview", city.form(0, "name", "新河")))
                .hasStatus(422)
                .bodyText()
                .contains("请直接预览并确认");
        assertThat(city.preview(street, "move", city.form(0, "named", "没有这个工会")))
                .bodyText()
                .doesNotContain("报请同意");
        var id = asked(street, "move", district.form(0, "named", west.name()));
        var chair = union.holder("union-chair", this.city);
        assertThatRefused(() -> act(chair, id, Action.ANSWER, "同意"), "rule.who-consents-reaches-all-of-it");
    }

    private Restructuring by(Actor actor) {
        return new Restructuring(mvc, db, actor);
    }

    private static String at(Unit unit, String kind) {
        return "/structure/units/" + unit.publicId() + "/" + kind + "/consent";
    }

    /** Refused first, then shown who would be asked, then asked. */
    private UUID asked(Unit unit, String kind, Map<String, List<String>> form) {
        assertThat(district.preview(unit, kind, form)).hasStatus(422).bodyText().contains("报请同意");
        var shown = district.post(at(unit, kind) + "/preview", form);
        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains(city.name(), unit.name())
                .doesNotContain(gaining.name(), west.publicId().toString());
        var sent = district.post(at(unit, kind), district.confirmation(shown));
        assertThat(sent).hasStatus3xxRedirection();
        return UUID.fromString(
                String.valueOf(sent.getResponse().getRedirectedUrl()).replaceFirst("/matters/", ""));
    }

    /** As if it had been asked for so long ago that its day is over. */
    private UUID passed(Unit unit, String kind, Map<String, List<String>> form) {
        var it =
                orders.read(asker, kind, unit.publicId(), Form.of(form)).order().orElseThrow();
        var order = it.order().replace(district.day(1), district.day(-1));
        var id = desk.submit(
                asker, new MatterDesk.Request("restructuring", it.asked(), "更名", "更名", null, UUID.randomUUID()));
        orders.keep(
                id,
                new PreparedOrders.Prepared(
                        it.kind(),
                        it.subject(),
                        it.reason(),
                        it.asked(),
                        it.askedName(),
                        null,
                        order,
                        it.basis(),
                        List.of()));
        return id;
    }

    private String asks(Restructuring cadre, Unit unit, String kind, Map<String, List<String>> form) {
        var page = Restructuring.text(cadre.post(at(unit, kind) + "/preview", form));
        return page.replaceAll("(?s).*<dt>报请</dt><dd class=\"b\">([^<]*)<.*", "$1");
    }

    private String page(Actor actor, UUID id) {
        return Restructuring.text(by(actor).get("/matters/" + id));
    }

    private void act(Actor actor, UUID id, Action action, @Nullable String words) {
        var step = tasks.open(matters.find(id, actor)).getFirst().publicId();
        desk.act(actor, id, Act.of(action, step, words, UUID.randomUUID()));
    }

    private MvcTestResult answered(Actor actor, UUID id, String words) {
        var step = tasks.open(matters.find(id, actor)).getFirst().publicId();
        return by(actor)
                .post(
                        "/matters/" + id + "/steps/" + step + "/answer",
                        Map.of(
                                "words",
                                List.of(words),
                                "key",
                                List.of(UUID.randomUUID().toString())));
    }

    private boolean answers(Actor actor, UUID id, UUID step) {
        try {
            desk.act(actor, id, Act.of(Action.ANSWER, step, "同意", UUID.randomUUID()));
            return true;
        } catch (RuleBroken told) {
            return false;
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(ConsentTests::done).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean done(java.util.concurrent.Future<Boolean> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertThatRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String rule) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(call)
                .satisfies(broken -> assertThat(broken.rule().key()).isEqualTo(rule));
    }

    private String change(UUID matter) {
        return db.sql("""
                        select c.public_id::text from structure.prepared p join structure.change c on c.id = p.change_id
                        where p.matter = ?
                        """).param(matter).query(String.class).single();
    }

    private String scope(Unit unit) {
        return db.sql("select scope from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }
}

package org.uniongrid.organisation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;

/** A line of an industry: made, filled, emptied; what the tree refuses is told in words. */
@ModuleTest
class LineTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Union.Unit head;
    private final Union.Unit firm;
    private final Actor cadre;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    LineTests(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        east = union.district(union.city(), "东");
        head = union.under(east, Category.INDUSTRIAL, "物流");
        firm = union.enterprise(east, "货运");
        cadre = union.cadre(east);
    }

    @Test
    void aUnionStandsInALineBesidesItsAffiliation() {
        var line = create("物流一" + head.id());
        assertThat(put(cadre, line, firm, head, today, "")).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/lines/" + line)).bodyText().contains(firm.name(), head.name());
        assertThat(get(cadre, "/organisation/units/" + firm.publicId() + "/lines"))
                .bodyText()
                .contains("物流一" + head.id(), head.name() + " › " + firm.name(), east.name());
        assertThat(get(cadre, "/organisation/lines")).bodyText().contains("物流一" + head.id());
        assertThat(db.sql("select scope from organisation.unit where id = ?")
                        .param(firm.id())
                        .query(String.class)
                        .single())
                .isEqualTo(firm.scope().path());
        assertThat(trail(line)).contains("organisation.line.create", "organisation.line.put", firm.name());
    }

    @Test
    void onlyAnIndustryFederationHeadsALine() {
        assertThat(askToCreate("错", firm)).hasStatus(422);
        assertThat(askToCreate("物流错" + head.id(), firm))
                .hasStatus(422)
                .bodyText()
                .contains("由行业性工会联合会牵头");
    }

    @Test
    void aNameIsTakenOnce() {
        create("同名" + head.id());
        assertThat(askToCreate("同名" + head.id(), union.under(east, Category.INDUSTRIAL, "另一")))
                .hasStatus(422)
                .bodyText()
                .contains("已经有这个名称的条线");
    }

    @Test
    void whatTheTreeRefusesIsToldInWords() {
        var line = create("规则" + head.id());
        var other = union.enterprise(east, "仓储");
        assertThat(put(cadre, line, other, firm, today, ""))
                .hasStatus(422)
                .bodyText()
                .contains("所选的上级");
        assertThat(put(cadre, line, firm, head, today.plusDays(1), "")).hasStatus3xxRedirection();
        assertThat(put(cadre, line, firm, head, today.plusDays(9), ""))
                .hasStatus(422)
                .bodyText()
                .contains("已经在这条线里");
        assertThat(put(cadre, line, other, firm, today, ""))
                .hasStatus(422)
                .bodyText()
                .contains("所选的上级");
        assertThat(put(cadre, line, other, firm, today.plusDays(1), "")).hasStatus3xxRedirection();
        assertThat(put(cadre, line, head, firm, today, ""))
                .hasStatus(422)
                .bodyText()
                .contains("已经在这条线里");
        assertThat(put(cadre, line, union.enterprise(east, "早"), head, today.minusYears(9), ""))
                .hasStatus(422)
                .bodyText()
                .contains("还没有成立");
        assertThat(put(cadre, line, union.enterprise(east, "短"), head, today, today.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("结束的日期要在开始之后");
    }

    @Test
    void nothingIsTakenOutFromAboveOthers() {
        var line = create("调出" + head.id());
        var other = union.enterprise(east, "下面");
        put(cadre, line, firm, head, today, "");
        put(cadre, line, other, firm, today, "");
        assertThat(takeOut(cadre, line, firm, today.plusDays(1)))
                .hasStatus(422)
                .bodyText()
                .contains("下面还有别的工会");
        assertThat(takeOut(cadre, line, other, today.plusDays(1))).hasStatus3xxRedirection();
        assertThat(takeOut(cadre, line, firm, today.plusDays(1))).hasStatus3xxRedirection();
        assertThat(takeOut(cadre, line, firm, today.plusDays(2)))
                .hasStatus(422)
                .bodyText()
                .contains("不在这条线里");
    }

    @Test
    void withItsHeadALineIsOver() {
        var line = create("结束" + head.id());
        put(cadre, line, firm, head, today, "");
        assertThat(takeOut(cadre, line, head, today.plusDays(1))).hasStatus(422);
        assertThat(takeOut(cadre, line, firm, today)).hasStatus3xxRedirection();
        assertThat(takeOut(cadre, line, head, today.plusDays(1))).hasStatus3xxRedirection();
        assertThat(put(cadre, line, firm, head, today.plusDays(2), ""))
                .hasStatus(422)
                .bodyText()
                .contains("已经结束");
    }

    @Test
    void ofTwoWhoPutTheSameUnionInAtOnceOneDoes() throws Exception {
        var line = create("同时" + head.id());
        Callable<Integer> one =
                () -> put(cadre, line, firm, head, today, "").getResponse().getStatus();
        try (var both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(one, one)).stream()
                            .map(LineTests::done)
                            .toList())
                    .containsExactlyInAnyOrder(302, 422);
        }
    }

    @Test
    void othersSeeNothingOfIt() {
        var line = create("别处" + head.id());
        var west = union.cadre(union.district(union.city(), "西"));
        assertThat(get(west, "/organisation/lines/" + line)).hasStatus(404);
        assertThat(get(west, "/organisation/lines")).bodyText().doesNotContain("别处" + head.id());
        assertThat(put(cadre, line, union.enterprise(union.city(), "远"), head, today, ""))
                .hasStatus(404);
        assertThat(get(union.holder("union-chair", firm), "/organisation/lines/new"))
                .hasStatus(403);
    }

    private UUID create(String name) {
        assertThat(askToCreate(name, head)).hasStatus3xxRedirection();
        return db.sql("select public_id from organisation.line where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private MvcTestResult askToCreate(String name, Union.Unit top) {
        return post(
                cadre,
                "/organisation/lines",
                Map.of("name", name, "head", top.publicId().toString(), "from", today.toString()));
    }

    private MvcTestResult put(
            Actor actor, UUID line, Union.Unit unit, Union.Unit parent, LocalDate from, String until) {
        return post(
                actor,
                "/organisation/lines/" + line + "/units",
                Map.of(
                        "unit",
                        unit.publicId().toString(),
                        "parent",
                        parent.publicId().toString(),
                        "from",
                        from.toString(),
                        "until",
                        until));
    }

    private MvcTestResult takeOut(Actor actor, UUID line, Union.Unit unit, LocalDate day) {
        return post(
                actor,
                "/organisation/lines/" + line + "/units/" + unit.publicId() + "/take-out",
                Map.of("day", day.toString()));
    }

    private String trail(UUID line) {
        return db.sql("select string_agg(action || changes::text, ' ') from access.audit_entry where subject_id = ?")
                .param(line)
                .query(String.class)
                .single();
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private static int done(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.uniongrid.organisation.employers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.CreditCode;
import org.uniongrid.organisation.Category;

/** Employers are entered and changed by hand, within reach, and nobody writes over what another wrote. */
@ModuleTest
class EmployerEntryTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final LocalDate today;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor cadre;

    EmployerEntryTests(Union union, MockMvcTester mvc, JdbcClient db, Clock clock) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.today = LocalDate.now(clock);
        city = union.city();
        east = union.district(city, "手工");
        cadre = union.cadre(east);
    }

    @Test
    void anEmployerStandsWhereItsSeatIsAndSaysWhatWasTyped() {
        var form = form("手工甲");
        form.putAll(Map.of(
                "ownership",
                "170",
                "section",
                "G",
                "industry",
                "5810",
                "origin",
                "中国香港 HK",
                "party",
                "BRANCH",
                "founded-on",
                "2020-02-29",
                "staff",
                "1,286",
                "women",
                "386",
                "lng",
                "103.8123456",
                "lat",
                "25.9"));
        var id = added(form);
        assertThat(get(cadre, "/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("手工甲", "私营", "G5810 交通运输、仓储和邮政业", "中国香港", "党支部", "2020-02-29", "103.812346, 25.9");
        assertThat(scopeOf(id)).isEqualTo(east.scope().path());
        assertThat(deeds(id)).containsExactly("organisation.employer.add");
    }

    @Test
    void aWrongLastCharacterIsToldWithTheRightOneAndKeptForAReason() {
        for (var odd : List.of("91350211M0000XUF46", "91350100M0001TGQXM")) {
            var right = String.valueOf(CreditCode.checkDigit(odd.substring(0, 17)));
            var form = form("手工错");
            form.put("uscc", odd);
            assertThat(post("", form)).hasStatus(422).bodyText().contains("末位应是 " + right, "信用代码核对依据");
            form.put("uscc-accepted", "已看营业执照正本");
            var id = added(form);
            assertThat(get(cadre, "/" + id)).bodyText().contains(odd, "已看营业执照正本");
            var mended = new HashMap<>(Map.of("uscc", Union.creditCode()));
            assertThat(post("/" + id + "/edit", mended)).hasStatus3xxRedirection();
            assertThat(text("uscc_accepted", id))
                    .as("a right code needs no words")
                    .isEqualTo("null");
        }
    }

    @Test
    void rightCodesAreTakenInAnyWidthAndCaseAndWrongOnesAreNot() {
        for (var right : List.of("91512081ma62k0260e", "９１３１００００６３１５９２８４ＸＱ")) {
            var form = form("手工对");
            form.put("uscc", right);
            assertThat(CreditCode.isValid(text("uscc", added(form)))).isTrue();
        }
        for (var wrong : Map.of(
                        "9131000063159284X", "17 位", "91310000631592840I", "I、O、S、V、Z", "9131000063159284XQ1", "19 位")
                .entrySet()) {
            var form = form("手工误");
            form.put("uscc", wrong.getKey());
            form.put("uscc-accepted", "有话也不行");
            assertThat(post("", form)).hasStatus(422).bodyText().contains(wrong.getValue());
        }
    }

    @Test
    void aCodeThatIsTakenIsShownWithItsEmployerWithinReachOnly() {
        var near = union.employerIn(east, "手工近");
        var far = union.employerIn(union.district(city, "手远"), "手工远");
        var form = form("手工重");
        form.put("uscc", near.creditCode());
        assertThat(post("", form))
                .hasStatus(422)
                .bodyText()
                .contains(near.name(), near.publicId().toString());
        form.put("uscc", far.creditCode());
        assertThat(post("", form))
                .hasStatus(422)
                .bodyText()
                .contains("已经登记在另一家企业")
                .doesNotContain(far.name(), far.publicId().toString());
    }

    @Test
    void aFormSentTwiceEntersOneEmployer() {
        var form = form("手工双");
        var id = added(form);
        assertThat(post("", form)).hasStatus3xxRedirection().hasRedirectedUrl("/organisation/employers/" + id);
        assertThat(count("select count(*) from organisation.employer where public_id = ?", id))
                .isEqualTo(1);
        assertThat(deeds(id)).hasSize(1);
    }

    @Test
    void whatCannotBeIsToldFieldByFieldAndStaysTyped() {
        var form = form("");
        form.putAll(Map.of(
                "staff",
                "10",
                "women",
                "11",
                "section",
                "C",
                "industry",
                "5810",
                "lng",
                "181",
                "lat",
                "",
                "seat",
                "没有这里",
                "origin",
                "XX",
                "founded-on",
                today.plusDays(1).toString()));
        assertThat(post("", form))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "这一项必须填写",
                        "女职工不能多于职工总数",
                        "门类 C 的代码以 13 至 43 开头",
                        "应是不超过 180",
                        "没有找到这个区划",
                        "没有这个国家",
                        "不能晚于今天",
                        "没有这里");
    }

    @Test
    void aSeatOutOfReachIsRefused() {
        var beside = union.district(city, "手旁");
        var form = form("手工外");
        form.put("seat", beside.division());
        assertThat(post("", form)).hasStatus(422).bodyText().contains("所在地要在你的管理范围内");
        var id = added(form("手工内"));
        assertThat(post("/" + id + "/edit", Map.of("seat", beside.division()))).hasStatus(422);
    }

    @Test
    void anEmployerUnderAJointUnionIsCoveredByIt() {
        var joint = union.under(east, Category.JOINT, "手联");
        var form = form("手工盖");
        form.putAll(
                Map.of("under", joint.publicId().toString(), "mode", "JOINT", "from", today.toString(), "seat", ""));
        var id = added(form);
        assertThat(scopeOf(id)).isEqualTo(joint.scope().path());
        assertThat(deeds(id)).containsExactly("organisation.employer.add", "organisation.cover.begin");
    }

    @Test
    void whoeverChangesWhatAnotherChangedMeanwhileIsToldWhat() {
        var id = added(form("手工变"));
        var seen = Map.of("address", "我的路 1 号 甲座", "seen-staff", "", "staff", "");
        assertThat(post("/" + id + "/edit", Map.of("staff", "77"))).hasStatus3xxRedirection();
        var refused = post("/" + id + "/edit", seen);
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("职工人数：77", "我的路 1 号 甲座", "name=\"seen-staff\" value=\"77\"");
        assertThat(text("staff", id)).isEqualTo("77");
        assertThat(post("/" + id + "/edit", Map.of("address", "我的路 1 号 甲座", "seen-staff", "77", "staff", "")))
                .hasStatus3xxRedirection();
        assertThat(text("address", id)).isEqualTo("我的路 1 号 甲座");
    }

    @Test
    void aChairReportsFiguresOfTheirEmployerAndNothingElse() {
        var firm = union.enterprise(east, "手工厂");
        var chair = union.holder("union-chair", firm);
        var id = db.sql("select public_id::text from organisation.employer where union_id = ?")
                .param(firm.id())
                .query(String.class)
                .single();
        var year = today.getYear() - 1;
        var form = Map.of("staff", "310", "women", "100", "year", String.valueOf(year), "insured", "301");
        assertThat(post(chair, "/" + id + "/figures", form)).hasStatus3xxRedirection();
        assertThat(get(chair, "/" + id + "?tab=insured")).bodyText().contains("301", "300 人以上");
        assertThat(post(
                        chair,
                        "/" + id + "/figures",
                        Map.of("year", String.valueOf(today.getYear() + 1), "insured", "1")))
                .hasStatus(422);
        assertThat(get(chair, "/" + id + "/edit")).hasStatus(403);
        assertThat(get(chair, "/" + added(form("手工邻")) + "/figures")).hasStatus(404);
    }

    @Test
    void closingEndsCoverOnThatDayAndPausingDoesNot() {
        var joint = union.under(east, Category.JOINT, "手停");
        var firm = union.coveredBy(joint, "手工停");
        db.sql("update organisation.cover set during = daterange(?, null) where unit_id = ?")
                .params(today.minusDays(9), joint.id())
                .update();
        var id = firm.publicId().toString();
        assertThat(get(cadre, "/" + id + "/state")).bodyText().contains(joint.name(), "会员的会籍不变");
        assertThat(state(id, "SUSPENDED", today.minusDays(5))).hasStatus3xxRedirection();
        assertThat(openCovers(id)).isEqualTo(1);
        assertThat(state(id, "CLOSED", today.minusDays(6)))
                .as("before the last change")
                .hasStatus(422);
        assertThat(state(id, "CLOSED", today.plusDays(1)))
                .as("later than today")
                .hasStatus(422);
        assertThat(state(id, "CLOSED", today.minusDays(2))).hasStatus3xxRedirection();
        assertThat(openCovers(id)).isZero();
        assertThat(text("closed_on", id)).isEqualTo(today.minusDays(2).toString());
        assertThat(text("union_id", id)).isEqualTo("null");
        assertThat(scopeOf(id))
                .as("without a seat it stands with the federation above")
                .isEqualTo(east.scope().path());
        assertThat(get(cadre, "/" + id + "?tab=history")).bodyText().contains("停业", "关闭", "测试原因");
        assertThat(state(id, "OPERATING", today)).hasStatus3xxRedirection();
        assertThat(text("state", id) + text("closed_on", id)).isEqualTo("OPERATINGnull");
        assertThat(openCovers(id)).as("cover does not come back by itself").isZero();
    }

    @Test
    void anEmployerMovesFromOneUnionToAnotherInOneStep() {
        var from = union.under(east, Category.JOINT, "手前");
        var to = union.under(east, Category.JOINT, "手后");
        var id = union.coveredBy(from, "手工移").publicId().toString();
        db.sql("update organisation.cover set during = daterange(?, null) where unit_id = ?")
                .params(today.minusDays(9), from.id())
                .update();
        var cover = db.sql("select public_id::text from organisation.cover where unit_id = ?")
                .param(from.id())
                .query(String.class)
                .single();
        assertThat(get(cadre, "/" + id + "/covers/new?q=" + to.name()))
                .bodyText()
                .contains(to.name(), "同一天结束");
        var form =
                Map.of("union", to.publicId().toString(), "mode", "JOINT", "from", today.toString(), "instead", cover);
        assertThat(post("/" + id + "/covers", form)).hasStatus3xxRedirection();
        assertThat(scopeOf(id)).isEqualTo(to.scope().path());
        assertThat(openCovers(id)).isEqualTo(1);
        var other = union.under(union.district(city, "手别"), Category.JOINT, "手别");
        assertThat(post(
                        "/" + id + "/covers",
                        Map.of("union", other.publicId().toString(), "mode", "JOINT", "from", today.toString())))
                .hasStatus(404);
    }

    private Map<String, String> form(String name) {
        var form = new HashMap<String, String>();
        form.put("id", UUID.randomUUID().toString());
        form.put("under", east.publicId().toString());
        form.put("name", name);
        form.put("seat", east.division());
        return form;
    }

    private String added(Map<String, String> form) {
        assertThat(post("", form)).hasStatus3xxRedirection();
        return form.getOrDefault("id", "");
    }

    private MvcTestResult state(String id, String state, LocalDate from) {
        return post("/" + id + "/state", Map.of("state", state, "from", from.toString(), "reason", "测试原因"));
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        return post(cadre, path, form);
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri("/organisation/employers" + path).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get()
                .uri("/organisation/employers" + path)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private String scopeOf(String id) {
        return text("scope", id);
    }

    private String text(String column, String id) {
        return db.sql("select " + column + "::text from organisation.employer where public_id = ?")
                .param(UUID.fromString(id))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
    }

    private int openCovers(String id) {
        return count(
                "select count(*) from organisation.cover c join organisation.employer e on e.id = c.employer_id where upper_inf(c.during) and e.public_id = ?",
                id);
    }

    private int count(String sql, String id) {
        return db.sql(sql).param(UUID.fromString(id)).query(Integer.class).single();
    }

    private List<String> deeds(String id) {
        return db.sql("select action from access.audit_entry where subject_id = ? order by id")
                .param(UUID.fromString(id))
                .query(String.class)
                .list();
    }
}

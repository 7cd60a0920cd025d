package org.uniongrid.organisation.employers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.CreditCode;

/** Employers are entered and changed by hand, within reach, and nobody writes over what another wrote. */
@ModuleTest
class EmployerEntryTests extends EmployerFixture {

    EmployerEntryTests(Union union, MockMvcTester mvc, JdbcClient db, Clock clock) {
        super(union, mvc, db, clock);
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
}

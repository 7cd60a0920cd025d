package org.uniongrid.organisation.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.RulePacks;

/** Rule packs as cadres look them up and publish new versions. */
@ModuleTest
class PackPagesTests {

    private static final String WOMEN = "/organisation/packs/women-committee";

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final RulePacks packs;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor cadre;

    PackPagesTests(Union union, MockMvcTester mvc, JdbcClient db, RulePacks packs) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.packs = packs;
        city = union.city();
        east = union.district(city, "东");
        cadre = union.cadre(city);
    }

    @Test
    void everybodySeesWhatHoldsWhereTheyAreAndWhy() {
        publish(cadre, typed(city.division(), "2024-05-01", "18"));
        var reader = union.holder("union-chair", union.enterprise(east, "试"));
        assertThat(get(reader, "/organisation/packs"))
                .hasStatusOk()
                .bodyText()
                .contains("任期", "工会法（2021年修正）第十六条", "委员会人数", "9 档", "18");
        assertThat(get(reader, WOMEN))
                .hasStatusOk()
                .bodyText()
                .contains("这一天没有自己的规则包，看上一级", "有规则包，适用这一版", "18")
                .doesNotContain("新增一版");
        assertThat(get(reader, WOMEN + "?on=2024-04-30")).bodyText().contains("25", "示例", "存疑", "2024-04-30");
        assertThat(get(reader, WOMEN + "?region=country")).bodyText().contains("全国现在适用的", "25");
        assertThat(get(reader, "/organisation/packs/none")).hasStatus(404);
    }

    @Test
    void aNewVersionIsLookedAtBeforeItIsPublished() {
        publish(cadre, typed(city.division(), "2024-05-01", "18"));
        var typed = typed(city.division(), "2025-01-01", "20");
        assertThat(post(cadre, WOMEN + "/preview", typed))
                .hasStatusOk()
                .bodyText()
                .contains("上一版到 2024-12-31 为止", "18", "20", "name=\"v-women\"");
        assertThat(women(LocalDate.of(2025, 1, 1))).isEqualTo(18);
        typed.add("again", "true");
        assertThat(post(cadre, WOMEN + "/preview", typed))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"20\"", "预览");
        typed.remove("again");
        publish(cadre, typed);
        assertThat(women(LocalDate.of(2024, 12, 31))).isEqualTo(18);
        assertThat(women(LocalDate.of(2025, 1, 1))).isEqualTo(20);
    }

    @Test
    void publishingTwiceIsPublishingOnce() {
        var first = publish(cadre, typed(city.division(), "2024-05-01", "18"));
        var again = publish(cadre, typed(city.division(), "2024-05-01", "18"));
        assertThat(again).isEqualTo(first);
        var other = publish(cadre, typed(city.division(), "2024-05-01", "19"));
        assertThat(other).isNotEqualTo(first);
        assertThat(get(cadre, "/organisation/packs/versions/" + first))
                .bodyText()
                .contains("未采用");
        assertThat(get(cadre, "/organisation/packs/versions/" + other))
                .bodyText()
                .contains("现行", "与上一版的不同", "18", "19", cadre.name());
    }

    @Test
    void aVersionPutInBetweenHoldsUntilTheNext() {
        publish(cadre, typed(city.division(), "2024-05-01", "18"));
        publish(cadre, typed(city.division(), "2026-05-01", "22"));
        assertThat(post(cadre, WOMEN + "/preview", typed(city.division(), "2025-05-01", "20")))
                .bodyText()
                .contains("后面已有一版自 2026-05-01 起生效");
        publish(cadre, typed(city.division(), "2025-05-01", "20"));
        assertThat(women(LocalDate.of(2026, 4, 30))).isEqualTo(20);
        assertThat(women(LocalDate.of(2026, 5, 1))).isEqualTo(22);
    }

    @Test
    void onlyForRegionsThatOneAnswersFor() {
        var eastern = union.cadre(east);
        publish(eastern, typed(east.division(), "2024-05-01", "12"));
        publish(cadre, typed(east.division(), "2024-06-01", "13"));
        for (var region :
                new String[] {city.division(), "11", "country", city.division().substring(0, 2)})
            assertThat(post(eastern, WOMEN, typed(region, "2024-05-01", "18")))
                    .as(region)
                    .hasStatus(422)
                    .bodyText()
                    .contains("只能为你管得到的地区");
        assertThat(post(cadre, WOMEN, typed("country", "2024-05-01", "18"))).hasStatus(422);
        assertThat(post(union.cadre(union.city()), WOMEN, typed(city.division(), "2024-05-01", "18")))
                .hasStatus(422);
        var theirs = publish(cadre, typed(city.division(), "2024-05-01", "18"));
        assertThat(post(eastern, "/organisation/packs/versions/" + theirs + "/end", ending("2026-12-31")))
                .hasStatus(404);
        assertThat(get(eastern, "/organisation/packs/versions/" + theirs))
                .bodyText()
                .doesNotContain("/end\"");
        assertThat(women(LocalDate.of(2027, 1, 1))).isEqualTo(18);
        var street = union.street(east, "南");
        publish(eastern, typed(street.division(), "2024-05-01", "11"));
        var alone = alone(east);
        publish(alone, typed(east.division(), "2025-05-01", "14"));
        assertThat(post(alone, WOMEN, typed(street.division(), "2025-05-01", "10")))
                .as("a post that reaches its unit alone")
                .hasStatus(422);
        var admin = union.holder("system-admin", null);
        publish(admin, typed(city.division(), "2026-06-01", "19"));
        assertThat(get(admin, WOMEN + "/new")).bodyText().contains("value=\"country\"");
        assertThat(get(cadre, WOMEN + "/new")).bodyText().doesNotContain("value=\"country\"");
    }

    @Test
    void whatIsWrongComesBackWithEverythingTyped() {
        var typed = typed(city.division(), "2024-05-01", "many");
        typed.set("article", "");
        typed.set("note", "核对过");
        assertThat(post(cadre, WOMEN, typed))
                .hasStatus(422)
                .bodyText()
                .contains("请填整数", "请写明依据", "核对过", "value=\"many\"");
        assertThat(post(cadre, WOMEN, typed(city.division(), "1949-09-30", "1")))
                .hasStatus(422);
        assertThat(post(cadre, WOMEN, typed(city.division(), "2024-13-01", "1")))
                .hasStatus(422);
        assertThat(post(cadre, WOMEN, typed("", "2024-05-01", "1"))).hasStatus(422);
    }

    @Test
    void aTableIsTypedRowByRow() {
        var typed = typed(city.division(), "2024-05-01", "1");
        typed.remove("v-women");
        typed.add("v-odd", "true");
        row(typed, "1", "50", "3", "5");
        row(typed, "", "", "", "");
        row(typed, "51", "", "5", "9");
        var size = "/organisation/packs/committee-size";
        assertThat(post(cadre, size + "/preview", typed))
                .hasStatusOk()
                .bodyText()
                .contains("51 以上", "5 至 9");
        assertThat(post(cadre, size, typed)).hasStatus3xxRedirection();
        var pack = packs.find("committee-size", city.division(), LocalDate.of(2024, 5, 1))
                .orElseThrow();
        assertThat(pack.band("seats", 51).orElseThrow().high()).isEqualTo(9);
        row(typed, "70", "", "5", "9");
        assertThat(post(cadre, size, typed)).hasStatus(422).bodyText().contains("首尾相接", "value=\"70\"");
    }

    @Test
    void anEndGivesThePlaceBackToWhatHoldsAbove() {
        var id = publish(cadre, typed(city.division(), "2024-05-01", "18"));
        var end = "/organisation/packs/versions/" + id + "/end";
        assertThat(get(cadre, end)).hasStatusOk();
        assertThat(post(cadre, end, ending("2024-04-30")))
                .hasStatus(422)
                .bodyText()
                .contains("有效期以内");
        assertThat(post(cadre, end, ending("2026-12-31"))).hasStatus3xxRedirection();
        assertThat(women(LocalDate.of(2026, 12, 31))).isEqualTo(18);
        assertThat(women(LocalDate.of(2027, 1, 1))).isEqualTo(25);
        assertThat(post(cadre, end, ending("2027-12-31"))).hasStatus(422);
        assertThat(db.sql(
                                "select action || coalesce(reason, '') || changes::text from access.audit_entry where subject_id = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        published -> assertThat(published)
                                .startsWith("organisation.pack.publish")
                                .contains("women: 18", "2024-05-01"),
                        ended -> assertThat(ended)
                                .startsWith("organisation.pack.end文件已废止")
                                .contains("2026-12-31"));
    }

    private static Actor alone(Union.Unit unit) {
        var post = new Actor.Post(
                UUID.randomUUID(),
                "x",
                "干事",
                unit.publicId(),
                unit.name(),
                unit.scope(),
                new Reach.Units(List.of(), List.of(unit.scope())),
                Set.of("organisation.pack.edit"));
        return new Actor(0, "单", List.of(post), post);
    }

    private int women(LocalDate on) {
        return packs.find("women-committee", city.division(), on).orElseThrow().number("women");
    }

    private static MultiValueMap<String, String> typed(String region, String from, String women) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("region", region);
        typed.add("from", from);
        typed.add("v-women", women);
        typed.add("article", "市总工会文件第一条");
        typed.add("reviewed", "法律部");
        typed.add("running", "KEEP");
        return typed;
    }

    private static void row(MultiValueMap<String, String> typed, String from, String to, String low, String high) {
        typed.add("v-seats-from", from);
        typed.add("v-seats-to", to);
        typed.add("v-seats-low", low);
        typed.add("v-seats-high", high);
    }

    private static MultiValueMap<String, String> ending(String until) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("until", until);
        typed.add("reason", "文件已废止");
        return typed;
    }

    private UUID publish(Actor actor, MultiValueMap<String, String> typed) {
        var answer = post(actor, WOMEN, typed);
        assertThat(answer).hasStatus3xxRedirection();
        var there = String.valueOf(answer.getResponse().getRedirectedUrl());
        return UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private MvcTestResult post(Actor actor, String path, MultiValueMap<String, String> form) {
        return mvc.post()
                .uri(path)
                .params(form)
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }
}

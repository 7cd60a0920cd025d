package org.uniongrid.organisation.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;
import org.uniongrid.Union.Unit;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Category;

/** Chains reach over districts; who sees what of them follows from the keeper and from the employers. */
@ModuleTest
class ChainTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Actor cadre;

    ChainTests(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        cadre = union.cadre(city);
    }

    @Test
    void aChainReachesOverDistrictsAndItsPageTellsWhoStandsWhere() {
        var chain = created(city, "跨区链");
        var owner = union.employerIn(east, "链主");
        var supplier = union.employerIn(west, "上游");
        assertThat(lead(chain, owner, day(-9), "")).hasStatus3xxRedirection();
        assertThat(add(chain, supplier, "UPSTREAM", day(-5))).hasStatus3xxRedirection();
        assertThat(get(cadre, chain))
                .hasStatusOk()
                .bodyText()
                .contains(owner.name(), supplier.name(), "未建会", "2 家企业还没有工会", "东区", "西区");
        assertThat(get(cadre, "/organisation/chains")).bodyText().contains("跨区链", owner.name());
        assertThat(get(cadre, "/organisation/chains?q=跨区&kind=INDUSTRY&state=UNFINISHED&keeper=" + city.publicId()))
                .bodyText()
                .contains("跨区链");
        assertThat(get(cadre, "/organisation/chains?kind=TRADE")).bodyText().doesNotContain("跨区链");
        assertThat(get(cadre, chain + "/members?position=UPSTREAM"))
                .bodyText()
                .contains(supplier.name())
                .doesNotContain(owner.name());
    }

    @Test
    void whoReachesAMemberSeesTheChainItsOwnerAndTheirOwnMembersOnly() {
        var chain = created(city, "只见自己链");
        var owner = union.employerIn(east, "大链主");
        var other = union.employerIn(east, "邻居");
        var own = union.employerIn(west, "自家");
        lead(chain, owner, day(-9), "");
        add(chain, other, "UPSTREAM", day(-9));
        add(chain, own, "DOWNSTREAM", day(-9));
        var guest = union.cadre(west);
        assertThat(get(guest, chain))
                .hasStatusOk()
                .bodyText()
                .contains("只见自己链", city.name(), owner.name(), own.name())
                .doesNotContain(other.name(), owner.publicId().toString(), "/edit", "另有");
        assertThat(get(guest, "/organisation/chains"))
                .bodyText()
                .contains("只见自己链", owner.name())
                .doesNotContain(city.publicId().toString());
        assertThat(get(guest, chain + "/members"))
                .bodyText()
                .contains(own.name())
                .doesNotContain(other.name());
        assertThat(get(guest, chain + "/edit")).hasStatus(404);
        assertThat(post(guest, chain + "/end", Map.of())).hasStatus(404);
        assertThat(get(union.cadre(union.street(west, "远")), chain)).hasStatus(404);
        assertThat(get(union.cadre(union.city()), chain)).hasStatus(404);
    }

    @Test
    void theKeeperIsToldHowManyLieElsewhereButNotTheirNames() {
        var chain = created(city, "另有几家链");
        var far = union.employerIn(west, "远处");
        add(chain, far, "UPSTREAM", day(-9));
        db.sql("update organisation.chain set unit_id = ? where public_id = ?::uuid")
                .params(east.id(), id(chain))
                .update();
        assertThat(get(union.cadre(east), chain))
                .bodyText()
                .contains("另有 1 家在你管辖范围以外")
                .doesNotContain(far.name(), far.publicId().toString());
    }

    @Test
    void theOwnersTimeEndsTheDayTheNextOneBegins() {
        var chain = created(city, "换链主链");
        var first = union.employerIn(east, "前链主");
        var second = union.employerIn(west, "后链主");
        lead(chain, first, day(-30), "");
        add(chain, second, "DOWNSTREAM", day(-30));
        assertThat(lead(chain, second, day(-30), "")).hasStatus(422).bodyText().contains("已经有别的链主");
        assertThat(lead(chain, second, day(1), "")).hasStatus(422).bodyText().contains("今天或以前");
        assertThat(lead(chain, second, day(-10), "UPSTREAM")).hasStatus3xxRedirection();
        assertThat(times(chain))
                .containsExactlyInAnyOrder(
                        first.name() + " OWNER " + day(-30) + " " + day(-10),
                        first.name() + " UPSTREAM " + day(-10) + " -",
                        second.name() + " DOWNSTREAM " + day(-30) + " " + day(-10),
                        second.name() + " OWNER " + day(-10) + " -");
        assertThat(lead(chain, second, day(0), "")).hasStatus(422).bodyText().contains("已经是链主");
        assertThat(deeds(chain)).contains("organisation.chain.lead");
    }

    @Test
    void anEmployerStandsOnceInAChainAndInSeveralChains() {
        var one = created(city, "甲链");
        var other = created(city, "乙链");
        var employer = union.employerIn(east, "两链");
        assertThat(add(one, employer, "UPSTREAM", day(-5))).hasStatus3xxRedirection();
        assertThat(add(one, employer, "SERVICE", day(-3)))
                .hasStatus(422)
                .bodyText()
                .contains("已经在这条链上", "value=\"" + day(-3) + "\"", employer.name());
        assertThat(add(other, employer, "SERVICE", day(-3))).hasStatus3xxRedirection();
        assertThat(times(one)).containsExactly(employer.name() + " UPSTREAM " + day(-5) + " -");
    }

    @Test
    void aPositionIsChangedFromADayOnOrCorrectedFromTheFirst() {
        var chain = created(city, "挪位链");
        var employer = union.employerIn(east, "挪");
        add(chain, employer, "UPSTREAM", day(-9));
        assertThat(move(member(chain, employer), "DOWNSTREAM", day(-10))).hasStatus(422);
        assertThat(move(member(chain, employer), "UPSTREAM", day(-4))).hasStatus(422);
        assertThat(move(member(chain, employer), "DOWNSTREAM", day(-9))).hasStatus3xxRedirection();
        assertThat(move(member(chain, employer), "SERVICE", day(-4))).hasStatus3xxRedirection();
        assertThat(times(chain))
                .containsExactlyInAnyOrder(
                        employer.name() + " DOWNSTREAM " + day(-9) + " " + day(-4),
                        employer.name() + " SERVICE " + day(-4) + " -");
    }

    @Test
    void whoIsTakenOutStaysInTheHistory() {
        var chain = created(city, "退出链");
        var employer = union.employerIn(east, "退");
        var mistake = union.employerIn(east, "错");
        add(chain, employer, "UPSTREAM", day(-9));
        add(chain, mistake, "UPSTREAM", day(0));
        assertThat(takeOut(member(chain, employer), day(1))).hasStatus(422);
        assertThat(takeOut(member(chain, employer), day(0))).hasStatus3xxRedirection();
        assertThat(takeOut(member(chain, mistake), day(0))).hasStatus3xxRedirection();
        assertThat(get(cadre, chain)).bodyText().doesNotContain(employer.name());
        assertThat(get(cadre, chain + "/members?when=PAST"))
                .bodyText()
                .contains(employer.name())
                .doesNotContain(mistake.name());
    }

    @Test
    void anEndedChainChangesNoMore() {
        var chain = created(city, "到头链");
        var employer = union.employerIn(east, "尾");
        add(chain, employer, "UPSTREAM", day(-9));
        assertThat(get(cadre, chain + "/end")).bodyText().contains("1 家企业都退出");
        assertThat(post(cadre, chain + "/end", Map.of())).hasStatus3xxRedirection();
        assertThat(times(chain)).containsExactly(employer.name() + " UPSTREAM " + day(-9) + " " + day(0));
        assertThat(add(chain, employer, "UPSTREAM", day(0))).hasStatus(422);
        assertThat(post(cadre, chain, Map.of("name", "新名字", "kind", "TRADE"))).hasStatus(422);
        assertThat(get(cadre, "/organisation/chains")).bodyText().doesNotContain("到头链");
        assertThat(get(cadre, "/organisation/chains?state=ENDED")).bodyText().contains("到头链");
        assertThatThrownBy(
                        () -> db.sql("""
                        insert into organisation.chain_member (chain_id, employer_id, position, during)
                        select c.id, e.id, 'SERVICE', daterange(current_date, null)
                        from organisation.chain c, organisation.employer e where c.public_id = ?::uuid and e.public_id = ?
                        """).params(id(chain), employer.publicId()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void aFederationKeepsAChainAndNoUnionTwoOfOneName() {
        var joint = union.under(east, Category.JOINT, "联");
        assertThat(create(joint, "小工会链")).hasStatus(422).bodyText().contains("产业链要由总工会或工会联合会负责");
        created(city, "同名链");
        assertThat(create(city, "同名链")).hasStatus(422).bodyText().contains("已经有一条同名的产业链", "value=\"同名链\"");
        assertThat(create(east, "同名链")).hasStatus3xxRedirection();
        assertThatThrownBy(
                        () -> db.sql("insert into organisation.chain (unit_id, name, kind) values (?, '绕过链', 'TRADE')")
                                .param(joint.id())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("no federation");
    }

    @Test
    void manyWhoLeadAChainAtOnceLeaveOneOwner() {
        var chain = created(city, "同时链");
        var all = Stream.of("甲", "乙", "丙", "丁")
                .map(word -> union.employerIn(east, word))
                .toList();
        var answers = all.parallelStream()
                .map(one -> lead(chain, one, day(-1), "").getResponse().getStatus())
                .toList();
        assertThat(answers).containsOnly(302, 422).containsOnlyOnce(302);
        assertThat(times(chain)).hasSize(1);
    }

    @Test
    void thePagesOfTheEmployerAndOfTheKeeperLeadToTheChain() {
        var keeper = union.under(city, Category.CHAIN, "引路");
        var chain = created(keeper, "引路链");
        var employer = union.employerIn(east, "引");
        add(chain, employer, "SERVICE", day(-5));
        assertThat(get(cadre, "/organisation/employers/" + employer.publicId() + "?tab=chains"))
                .hasStatusOk()
                .bodyText()
                .contains("引路链", chain, keeper.name(), "配套");
        assertThat(get(cadre, "/organisation/units/" + keeper.publicId()))
                .bodyText()
                .contains("/organisation/chains?keeper=" + keeper.publicId());
        assertThat(get(cadre, "/organisation/chains?keeper=" + keeper.publicId()))
                .bodyText()
                .contains("引路链");
        takeOut(member(chain, employer), day(-1));
        assertThat(get(union.cadre(east), "/organisation/employers/" + employer.publicId() + "?tab=chains"))
                .bodyText()
                .contains("引路链")
                .doesNotContain(chain);
    }

    @Test
    void aListOfMembersIsTakenInOnceAndAgainChangesNothing() {
        var chain = created(city, "导入链");
        var owner = union.employerIn(east, "导链主");
        var user = union.employerIn(west, "导下游");
        var rows = List.of(row("导入链", owner, "链主", "2026-01-05"), row("导入链", user, "下游", ""));
        union.take("chains", rows);
        assertThat(times(chain))
                .containsExactlyInAnyOrder(
                        owner.name() + " OWNER 2026-01-05 -", user.name() + " DOWNSTREAM " + day(0) + " -");
        union.take("chains", rows);
        assertThat(times(chain)).hasSize(2);
    }

    @Test
    void aListOfMembersSaysWhatIsWrong() {
        var chain = created(city, "有错链");
        created(city, "重名链");
        create(east, "重名链");
        var owner = union.employerIn(east, "现链主");
        var other = union.employerIn(east, "抢链主");
        lead(chain, owner, day(-5), "");
        var problems = union.check(
                        "chains",
                        List.of(
                                row("没有链", other, "上游", ""),
                                row("重名链", other, "上游", ""),
                                row("有错链", other, "链主", ""),
                                row("有错链", owner, "上游", ""),
                                row("有错链", union.employerIn(east, "明天"), "中游", "2999-01-01")),
                        cadre)
                .problems();
        assertThat(problems.stream().map(problem -> problem.row() + " " + problem.key()))
                .containsExactlyInAnyOrder(
                        "2 import.problem.no-such-chain",
                        "3 import.problem.several-chains",
                        "4 import.problem.chain-owner",
                        "5 import.problem.chain-owner",
                        "6 import.problem.one-of",
                        "6 import.problem.after-today");
        assertThat(union.check("chains", List.of(row("有错链", other, "上游", "")), union.cadre(west))
                        .problems())
                .extracting(problem -> problem.key())
                .contains("import.problem.no-such-chain", "import.problem.employer-elsewhere");
    }

    private static Map<String, String> row(String chain, Employer employer, String position, String since) {
        return Map.of("chain", chain, "uscc", employer.creditCode(), "position", position, "since", since);
    }

    private String created(Unit keeper, String name) {
        var location = create(keeper, name).getResponse().getHeader("Location");
        return Objects.requireNonNull(location);
    }

    private MvcTestResult create(Unit keeper, String name) {
        return post(
                cadre,
                "/organisation/chains",
                Map.of("keeper", keeper.publicId().toString(), "name", name, "kind", "INDUSTRY"));
    }

    private MvcTestResult lead(String chain, Employer employer, String since, String afterwards) {
        return post(
                cadre,
                chain + "/owner",
                Map.of("employer", employer.publicId().toString(), "since", since, "afterwards", afterwards));
    }

    private MvcTestResult add(String chain, Employer employer, String position, String since) {
        return post(
                cadre,
                chain + "/members",
                Map.of("employer", employer.publicId().toString(), "position", position, "since", since));
    }

    private MvcTestResult move(String member, String position, String since) {
        return post(
                cadre, "/organisation/chain-members/" + member + "/move", Map.of("position", position, "since", since));
    }

    private MvcTestResult takeOut(String member, String until) {
        return post(cadre, "/organisation/chain-members/" + member + "/end", Map.of("until", until));
    }

    private String member(String chain, Employer employer) {
        return db.sql("""
                        select m.public_id::text from organisation.chain_member m
                        join organisation.chain c on c.id = m.chain_id join organisation.employer e on e.id = m.employer_id
                        where c.public_id = ?::uuid and e.public_id = ? and upper_inf(m.during)
                        """)
                .params(id(chain), employer.publicId())
                .query(String.class)
                .single();
    }

    private List<String> times(String chain) {
        return db.sql("""
                        select e.name || ' ' || m.position || ' ' || lower(m.during) || ' ' || coalesce(upper(m.during)::text, '-')
                        from organisation.chain_member m join organisation.chain c on c.id = m.chain_id
                        join organisation.employer e on e.id = m.employer_id where c.public_id = ?::uuid
                        """).param(id(chain)).query(String.class).list();
    }

    private List<String> deeds(String chain) {
        return db.sql("select action from access.audit_entry where subject_id = ?::uuid")
                .param(id(chain))
                .query(String.class)
                .list();
    }

    private static String id(String chain) {
        return Arrays.asList(chain.split("/", -1)).getLast();
    }

    private String day(int later) {
        return db.sql("select (current_date + ?)::text")
                .param(later)
                .query(String.class)
                .single();
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }
}

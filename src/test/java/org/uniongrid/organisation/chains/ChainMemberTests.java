package org.uniongrid.organisation.chains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;

/** Employers stand in a chain from when to when, one of them as its owner. */
@ModuleTest
class ChainMemberTests extends ChainFixture {

    ChainMemberTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
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

    private MvcTestResult move(String member, String position, String since) {
        return post(
                cadre, "/organisation/chain-members/" + member + "/move", Map.of("position", position, "since", since));
    }

    private List<String> deeds(String chain) {
        return db.sql("select action from access.audit_entry where subject_id = ?::uuid")
                .param(id(chain))
                .query(String.class)
                .list();
    }
}

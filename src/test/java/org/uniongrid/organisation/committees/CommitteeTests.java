package org.uniongrid.organisation.committees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** Committees are set up for a term, elected anew and ended, each by the rules. */
@ModuleTest
class CommitteeTests extends CommitteeFixture {

    CommitteeTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
    }

    @Test
    void aCommitteeIsSetUpAndFilledWithKnownAndNewPeople() {
        var known = union.holder("union-chair", firm);
        var committee = setUp(CommitteeKind.UNION, "3");
        assertThat(join(cadre, committee, known, "CHAIR")).hasStatus3xxRedirection();
        assertThat(joinNew(committee, "甄委员", "DEPUTY")).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/committees/" + committee))
                .bodyText()
                .contains(known.name(), "甄委员", "主任", "副主任", "现有 2 人，名额 3 人", "任期内");
        assertThat(get(cadre, "/organisation/units/" + firm.publicId() + "/people"))
                .bodyText()
                .contains("工会委员会", "甄委员", known.name());
        assertThat(trail(committee)).contains("set-up", "join", "甄委员");
        assertThat(get(cadre, "/organisation/committees/" + committee + "/members/new?q=" + known.name()))
                .bodyText()
                .contains(known.name(), "干事");
    }

    @Test
    void theTermOfTheUnionCommitteeIsThatOfTheUnion() {
        setUp(CommitteeKind.UNION, "");
        assertThat(db.sql("select term_to from organisation.unit where id = ?")
                        .param(firm.id())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.plusYears(3));
    }

    @ParameterizedTest
    @CsvSource({"3, 302", "4, 422", "1, 302", "0, 422", "99, 302", "100, 422", "'', 302"})
    void seatsAreOddAndReal(String seats, int status) {
        assertThat(askToSetUp(cadre, CommitteeKind.AUDIT, today, today.plusYears(3), seats))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "-1, 422", "1, 302"})
    void aTermEndsAfterItBegins(int days, int status) {
        assertThat(askToSetUp(cadre, CommitteeKind.AUDIT, today, today.plusDays(days), "3"))
                .hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "-1, 302"})
    void aTermHasTenYearsAtMost(int daysMore, int status) {
        var to = today.plusYears(10).plusDays(daysMore);
        assertThat(askToSetUp(cadre, CommitteeKind.AUDIT, today, to, "3")).hasStatus(status);
        if (status == 422)
            assertThat(askToSetUp(cadre, CommitteeKind.AUDIT, today, to, "3"))
                    .bodyText()
                    .contains("最长 10 年", to.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "UNION, 2, true",
        "UNION, 3, false",
        "UNION, 4, true",
        "UNION, 5, false",
        "WOMEN, 5, false",
        "WOMEN, 6, true"
    })
    void aTermOutsideTheRuleIsTakenAndMarked(CommitteeKind kind, int years, boolean marked) {
        askToSetUp(cadre, kind, today, today.plusYears(years).minusDays(1), "3");
        var page = get(cadre, "/organisation/committees/" + latest(kind));
        if (marked) assertThat(page).bodyText().contains("3 年或者 5 年", "请核对起止日期");
        else assertThat(page).bodyText().doesNotContain("请核对起止日期");
    }

    @ParameterizedTest
    @CsvSource({"-32, false", "-31, true", "31, true", "32, false"})
    void anElectionNeedNotBeToTheDay(int days, boolean fits) {
        var advice = new TermAdvice(3, 5, "");
        assertThat(advice.fits(today, today.plusYears(3).minusDays(1).plusDays(days)))
                .isEqualTo(fits);
    }

    @Test
    void theFormSaysForHowLongACommitteeIsElected() {
        assertThat(get(cadre, "/organisation/units/" + firm.publicId() + "/committees/new"))
                .bodyText()
                .contains("3 年或者 5 年", "工会法");
        assertThat(get(cadre, "/organisation/units/" + east.publicId() + "/committees/new"))
                .bodyText()
                .contains("每届任期 5 年")
                .doesNotContain("3 年或者");
    }

    @ParameterizedTest
    @CsvSource({
        "25, 3, false",
        "25, 5, true",
        "26, 5, false",
        "100, 5, false",
        "101, 5, false",
        "101, 3, true",
        "200, 9, true"
    })
    void aSizeOutsideTheRuleIsTakenAndMarked(int members, String seats, boolean marked) {
        db.sql("update organisation.unit set members = ? where id = ?")
                .params(members, firm.id())
                .update();
        var page = get(cadre, "/organisation/committees/" + setUp(CommitteeKind.UNION, seats));
        if (marked) assertThat(page).bodyText().contains("请核对会员人数和名额", "选举工作条例");
        else assertThat(page).bodyText().doesNotContain("请核对会员人数和名额").contains("选举工作条例");
    }

    @Test
    void thereIsOneOfEachKindAlsoWhenTwoSetItUpAtOnce() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> one = () -> askToSetUp(cadre, CommitteeKind.WOMEN, today, today.plusYears(3), "3")
                    .getResponse()
                    .getStatus();
            assertThat(both.invokeAll(List.of(one, one)).stream()
                            .map(CommitteeTests::done)
                            .toList())
                    .containsExactlyInAnyOrder(302, 422);
        }
        assertThat(askToSetUp(cadre, CommitteeKind.WOMEN, today, today.plusYears(3), "3"))
                .hasStatus(422)
                .bodyText()
                .contains("已经有这个委员会");
    }

    @Test
    void aNewTermBeginsWithEverybodyOrWithNobody() {
        var first = setUp(CommitteeKind.UNION, "3");
        joinNew(first, "甲连任", "CHAIR");
        assertThat(renew(first, today, "3", true)).hasStatus(422);
        begunBefore(first);
        assertThat(renew(first, today, "4", true)).hasStatus(422);
        assertThat(renew(first, today, "3", true)).hasStatus3xxRedirection();
        var second = latest(CommitteeKind.UNION);
        assertThat(get(cadre, "/organisation/committees/" + second)).bodyText().contains("甲连任", "任期内");
        assertThat(get(cadre, "/organisation/committees/" + first)).bodyText().contains("已结束");
        assertThat(renew(first, today.plusDays(1), "3", false)).hasStatus(422);
        assertThat(renew(second, today.plusDays(1), "3", false)).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/committees/" + latest(CommitteeKind.UNION)))
                .bodyText()
                .contains("尚未开始")
                .doesNotContain("甲连任");
    }

    @Test
    void aTermThatIsOverIsOverdueUntilTheElection() {
        var committee = setUp(CommitteeKind.UNION, "3");
        over(committee);
        assertThat(get(cadre, "/organisation/committees/" + committee))
                .bodyText()
                .contains("换届逾期", "还没有换届");
        assertThat(get(cadre, "/organisation/units/" + firm.publicId() + "/people"))
                .bodyText()
                .contains("换届逾期");
        assertThat(joinNew(committee, "补选", "MEMBER")).hasStatus3xxRedirection();
        assertThat(renew(committee, today, "3", false)).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/committees/" + committee))
                .bodyText()
                .contains("已结束");
    }

    @Test
    void oneThatIsEndedMayBeSetUpAgain() {
        var committee = setUp(CommitteeKind.LABOUR_LAW, "3");
        assertThat(end(committee, today)).hasStatus(422);
        begunBefore(committee);
        assertThat(end(committee, today)).hasStatus3xxRedirection();
        assertThat(joinNew(committee, "晚了", "MEMBER")).hasStatus(422);
        assertThat(trail(committee)).contains("机构调整");
        setUp(CommitteeKind.LABOUR_LAW, "3");
    }

    @Test
    void theWorkForWomenIsKept() {
        var committee = setUp(CommitteeKind.WOMEN, "3");
        var form = Map.of("special-contract", "true", "mothers-rooms", "2", "next-health-check", "2027-03-08");
        assertThat(post(cadre, "/organisation/committees/" + committee + "/women", form))
                .hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/committees/" + committee))
                .bodyText()
                .contains("已签订", "2 间", "2027-03-08");
        assertThat(post(cadre, "/organisation/committees/" + committee + "/women", Map.of("mothers-rooms", "1000")))
                .hasStatus(422);
        var other = setUp(CommitteeKind.AUDIT, "3");
        assertThat(get(cadre, "/organisation/committees/" + other + "/women")).hasStatus(404);
    }

    /** As if its term had begun nine days ago. */
    private void begunBefore(UUID committee) {
        db.sql("update organisation.committee set during = daterange(?, upper(during)) where public_id = ?")
                .params(today.minusDays(9), committee)
                .update();
    }

    private void over(UUID committee) {
        db.sql("update organisation.committee set during = daterange(?, ?) where public_id = ?")
                .params(today.minusDays(900), today.minusDays(1), committee)
                .update();
    }

    private MvcTestResult renew(UUID committee, LocalDate from, String seats, boolean everybody) {
        return post(
                cadre,
                "/organisation/committees/" + committee + "/renew",
                Map.of(
                        "from",
                        from.toString(),
                        "to",
                        from.plusYears(5).toString(),
                        "seats",
                        seats,
                        "everybody",
                        String.valueOf(everybody)));
    }

    private MvcTestResult end(UUID committee, LocalDate day) {
        return post(
                cadre,
                "/organisation/committees/" + committee + "/end",
                Map.of("day", day.toString(), "reason", "机构调整"));
    }

    private String trail(UUID committee) {
        return db.sql(
                        "select string_agg(action || coalesce(reason, '') || changes::text, ' ') from access.audit_entry where subject_id = ?")
                .param(committee)
                .query(String.class)
                .single();
    }
}

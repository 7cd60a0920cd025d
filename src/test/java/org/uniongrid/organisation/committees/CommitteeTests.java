package org.uniongrid.organisation.committees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** Committees are set up for a term, filled, elected anew and ended, each by the rules. */
@ModuleTest
class CommitteeTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Union.Unit east;
    private final Union.Unit firm;
    private final Actor cadre;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    CommitteeTests(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        east = union.district(union.city(), "东");
        firm = union.enterprise(east, "委");
        cadre = union.cadre(east);
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
    void nobodySitsTwiceAndThereIsOneChairAndNoMoreThanTheSeats() {
        var committee = setUp(CommitteeKind.UNION, "3");
        var one = union.holder("union-chair", firm);
        assertThat(join(cadre, committee, one, "CHAIR")).hasStatus3xxRedirection();
        assertThat(join(cadre, committee, one, "MEMBER"))
                .hasStatus(422)
                .bodyText()
                .contains("已经在这个委员会里");
        assertThat(joinNew(committee, "甲", "CHAIR")).hasStatus(422).bodyText().contains("已经有主任");
        assertThat(joinNew(committee, "甲", "MEMBER")).hasStatus3xxRedirection();
        assertThat(joinNew(committee, "乙", "MEMBER")).hasStatus3xxRedirection();
        assertThat(joinNew(committee, "丙", "MEMBER")).hasStatus(422).bodyText().contains("名额已满", "value=\"丙\"");
    }

    @Test
    void theLastSeatIsTakenOnce() throws Exception {
        var committee = setUp(CommitteeKind.AUDIT, "1");
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> joinNew(committee, "甲", "MEMBER")
                                    .getResponse()
                                    .getStatus(),
                            () -> joinNew(committee, "乙", "MEMBER")
                                    .getResponse()
                                    .getStatus()))
                    .stream()
                    .map(CommitteeTests::done)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        }
    }

    @Test
    void whoeverLeavesStaysInTheHistory() {
        var committee = setUp(CommitteeKind.UNION, "3");
        joinNew(committee, "甲离任", "MEMBER");
        db.sql("update organisation.committee_member set during = daterange(?, null) where committee_id = "
                        + "(select id from organisation.committee where public_id = ?)")
                .params(today.minusDays(9), committee)
                .update();
        assertThat(leave(cadre, member("甲离任"), today.minusDays(10))).hasStatus(422);
        assertThat(leave(cadre, member("甲离任"), today)).hasStatus3xxRedirection();
        assertThat(leave(cadre, member("甲离任"), today)).hasStatus(422);
        assertThat(get(cadre, "/organisation/committees/" + committee))
                .bodyText()
                .contains("已离任", "甲离任", "现有 0 人，名额 3 人");
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
    void theChairOfTheWomensCommitteeHoldsThePostOfThatName() {
        var committee = setUp(CommitteeKind.WOMEN, "3");
        var chair = union.holder("union-chair", union.enterprise(east, "她"));
        assertThat(join(cadre, committee, chair, "CHAIR")).hasStatus3xxRedirection();
        var posts = union.actor(chair.personId(), chair.name()).posts();
        assertThat(posts).extracting(Actor.Post::role).containsExactlyInAnyOrder("union-chair", "women-chair");
        var post = posts.stream()
                .filter(one -> one.role().equals("women-chair"))
                .findFirst()
                .orElseThrow();
        assertThat(post.title()).isEqualTo("女职工委员会主任");
        assertThat(post.unitId()).isEqualTo(firm.publicId());

        assertThat(leave(cadre, member(chair.name()), today)).hasStatus3xxRedirection();
        assertThat(union.actor(chair.personId(), chair.name()).posts()).hasSize(1);
        assertThat(joinNew(committee, "继任", "CHAIR")).hasStatus3xxRedirection();
        assertThat(db.sql("select count(*) from organisation.post o join organisation.role r on r.id = o.role_id "
                                + "and r.key = 'women-chair' where o.unit_id = ?")
                        .param(firm.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void nobodyMakesThemselvesChairOfTheWomensCommittee() {
        var chair = union.holder("union-chair", firm);
        var women = setUp(CommitteeKind.WOMEN, "3");
        assertThat(join(chair, women, chair, "CHAIR")).hasStatus(422).bodyText().contains("不能把自己设为");
        var own = setUp(CommitteeKind.UNION, "3");
        assertThat(join(chair, own, chair, "CHAIR")).hasStatus3xxRedirection();
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

    @Test
    void whatLiesBeyondLooksAsIfItWereNotThere() {
        var committee = setUp(CommitteeKind.UNION, "3");
        joinNew(committee, "别处", "MEMBER");
        var stranger = union.cadre(union.district(union.city(), "西"));
        assertThat(get(stranger, "/organisation/committees/" + committee)).hasStatus(404);
        assertThat(leave(stranger, member("别处"), today)).hasStatus(404);
        var hidden = union.holder("union-chair", union.enterprise(union.city(), "隐"));
        assertThat(join(cadre, committee, hidden, "MEMBER")).hasStatus(404);
        assertThat(get(cadre, "/organisation/committees/" + committee + "/members/new?q=" + hidden.name()))
                .bodyText()
                .doesNotContain("value=\"" + person(hidden));
    }

    private UUID setUp(CommitteeKind kind, String seats) {
        assertThat(askToSetUp(cadre, kind, today, today.plusYears(3), seats)).hasStatus3xxRedirection();
        return latest(kind);
    }

    private UUID latest(CommitteeKind kind) {
        return db.sql(
                        "select public_id from organisation.committee where unit_id = ? and kind = ? order by during desc limit 1")
                .params(firm.id(), kind.name())
                .query(UUID.class)
                .single();
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

    private MvcTestResult askToSetUp(Actor actor, CommitteeKind kind, LocalDate from, LocalDate to, String seats) {
        return post(
                actor,
                "/organisation/units/" + firm.publicId() + "/committees",
                Map.of("kind", kind.name(), "from", from.toString(), "to", to.toString(), "seats", seats));
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

    private MvcTestResult join(Actor actor, UUID committee, Actor person, String duty) {
        return post(
                actor,
                "/organisation/committees/" + committee + "/members",
                Map.of("person", person(person).toString(), "duty", duty, "from", today.toString()));
    }

    private MvcTestResult joinNew(UUID committee, String name, String duty) {
        return post(
                cadre,
                "/organisation/committees/" + committee + "/members",
                Map.of("person", "new", "name", name, "duty", duty, "from", today.toString()));
    }

    private MvcTestResult leave(Actor actor, UUID member, LocalDate day) {
        return post(actor, "/organisation/committee-members/" + member + "/leave", Map.of("day", day.toString()));
    }

    private UUID member(String name) {
        return db.sql("""
                        select m.public_id from organisation.committee_member m join people.person p on p.id = m.person_id
                        join organisation.committee c on c.id = m.committee_id
                        where p.name = ? and c.unit_id = ? order by m.id desc limit 1
                        """).params(name, firm.id()).query(UUID.class).single();
    }

    private UUID person(Actor actor) {
        return db.sql("select public_id from people.person where id = ?")
                .param(actor.personId())
                .query(UUID.class)
                .single();
    }

    private String trail(UUID committee) {
        return db.sql(
                        "select string_agg(action || coalesce(reason, '') || changes::text, ' ') from access.audit_entry where subject_id = ?")
                .param(committee)
                .query(String.class)
                .single();
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        new HashMap<>(form).forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(Actor actor, String path) {
        var parts = path.split("q=", -1);
        var request = mvc.get().uri(parts.length == 1 ? path : parts[0].replace("?", ""));
        if (parts.length > 1) request = request.param("q", parts[1]);
        return request.requestAttr(Actor.class.getName(), actor).exchange();
    }

    private static int done(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

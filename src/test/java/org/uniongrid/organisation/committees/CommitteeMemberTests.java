package org.uniongrid.organisation.committees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** People join and leave a committee, within its seats and the reach of whoever seats them. */
@ModuleTest
class CommitteeMemberTests extends CommitteeFixture {

    CommitteeMemberTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
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
                    .map(CommitteeMemberTests::done)
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
}

package org.uniongrid.organisation.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;

/** Chains reach over districts; who sees what of them follows from the keeper and from the employers. */
@ModuleTest
class ChainTests extends ChainFixture {

    ChainTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
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
}

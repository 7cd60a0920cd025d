package org.uniongrid.organisation.women;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.organisation.UnitHeads;

/** Which unions need a women workers' committee: the figures are those of the lists, and those of a recount. */
@ModuleTest
class WomenTests {

    private static final Need NEED = new Need(25, "x", true);

    private final Union union;
    private final WomenList list;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor cadre;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    WomenTests(Union union, WomenList list, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.list = list;
        this.mvc = mvc;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        cadre = union.cadre(city);
        firm("多", 25, 900);
        firm("缺", 30, null);
        firm("缺", 26, null);
        firm("过", 40, -1);
        firm("届", 40, 0);
        firm("少", 24, null);
        firm("未报", null, null);
    }

    @Test
    void theFiguresAreThoseOfARecount() {
        var figures = list.figures(cadre.reach(UnitHeads.READ), city.scope(), NEED);
        assertThat(figures).isEqualTo(new WomenList.Figures(5, 2, 1, 2));
        assertThat(figures.needed()).isEqualTo(count("true"));
        assertThat(figures.missing())
                .isEqualTo(
                        count(
                                "not exists (select from organisation.committee c where c.unit_id = u.id and c.kind = 'WOMEN')"));
        assertThat(figures.has())
                .isEqualTo(
                        count(
                                "exists (select from organisation.committee c where c.unit_id = u.id and c.during @> current_date)"));
    }

    @Test
    void eachFigureIsAsLongAsItsList() {
        var reach = cadre.reach(UnitHeads.READ);
        var figures = list.figures(reach, city.scope(), NEED);
        assertThat(rows(null)).hasSize((int) figures.needed());
        assertThat(rows(WomenFilter.Standing.HAS)).hasSize((int) figures.has());
        assertThat(rows(WomenFilter.Standing.OVERDUE)).hasSize((int) figures.overdue());
        assertThat(rows(WomenFilter.Standing.MISSING)).hasSize((int) figures.missing());
        assertThat(rows(null)).allSatisfy(row -> assertThat(row.womenMembers()).isGreaterThanOrEqualTo(25));
    }

    @Test
    void branchesAddUp() {
        var reach = cadre.reach(UnitHeads.READ);
        var branches = list.branches(reach, city.scope(), NEED);
        assertThat(branches).extracting(WomenList.Branch::name).containsExactly(east.name());
        assertThat(branches.getFirst().needed())
                .isEqualTo(list.figures(reach, east.scope(), NEED).needed());
    }

    @Test
    void aCommitteeThatIsEndedIsMissingAndOneThatIsRenewedIsNot() {
        var before = list.figures(cadre.reach(UnitHeads.READ), city.scope(), NEED);
        db.sql("""
                        update organisation.committee c set ended_for = '撤销' from organisation.unit u
                        where u.id = c.unit_id and u.women_members = 40 and upper(c.during) <= current_date
                          and starts_with(u.scope, ?)
                        """).param(city.scope().path()).update();
        var after = list.figures(cadre.reach(UnitHeads.READ), city.scope(), NEED);
        assertThat(after.overdue()).isEqualTo(before.overdue() - 1);
        assertThat(after.missing()).isEqualTo(before.missing() + 1);
    }

    @Test
    void thePageSaysWhereTheNumberComesFrom() {
        assertThat(get(cadre, "/organisation/women"))
                .hasStatusOk()
                .bodyText()
                .contains("女会员达到 25 人", "示例", "standing=MISSING", east.name());
        assertThat(get(cadre, "/organisation/women?under=" + east.publicId() + "&standing=MISSING"))
                .bodyText()
                .contains("未建立", "符合条件 2 个");
    }

    @Test
    void othersSeeNothingOfIt() {
        var district = union.district(city, "西");
        var west = union.cadre(district);
        assertThat(get(west, "/organisation/women?under=" + east.publicId())).hasStatus(404);
        assertThat(get(west, "/organisation/women")).bodyText().doesNotContain(east.name());
        assertThat(list.figures(west.reach(UnitHeads.READ), district.scope(), NEED)
                        .needed())
                .isZero();
    }

    @Test
    void longListsGoOnByCursor() {
        IntStream.range(0, WomenList.SIZE).forEach(i -> firm("列", 100, null));
        var reach = cadre.reach(UnitHeads.READ);
        var first = list.page(reach, city.scope(), NEED, new WomenFilter(null), Cursor.START);
        assertThat(first.rows()).hasSize(WomenList.SIZE);
        var second = list.page(reach, city.scope(), NEED, new WomenFilter(null), Cursor.of(first.after(), null));
        assertThat(second.rows()).hasSize(5).doesNotContainAnyElementsOf(first.rows());
    }

    private List<WomenList.Row> rows(WomenFilter.@Nullable Standing standing) {
        return list.page(cadre.reach(UnitHeads.READ), city.scope(), NEED, new WomenFilter(standing), Cursor.START)
                .rows();
    }

    /** With so many women, and a committee whose last day is so many days from now. */
    private void firm(String word, @Nullable Integer women, @Nullable Integer days) {
        var firm = union.enterprise(east, word);
        db.sql("update organisation.unit set members = 200, women_members = :women where id = :id")
                .param("women", women)
                .param("id", firm.id())
                .update();
        if (days != null)
            db.sql("""
                            insert into organisation.committee (unit_id, kind, during)
                            values (?, 'WOMEN', daterange(?, ?, '[]'))
                            """)
                    .params(firm.id(), today.minusDays(999), today.plusDays(days))
                    .update();
    }

    private long count(String condition) {
        return db.sql("""
                        select count(*) from organisation.unit u
                        where u.women_members >= 25 and u.category = 'ENTERPRISE' and starts_with(u.scope, ?) and
                        """ + condition)
                .param(city.scope().path())
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }
}

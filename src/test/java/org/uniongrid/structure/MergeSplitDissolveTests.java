package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;
import org.uniongrid.Union.Unit;
import org.uniongrid.organisation.Category;

/** Unions are founded, merged, split, suspended and dissolved; nothing is left without a place, and all of it can be undone. */
@ModuleTest
class MergeSplitDissolveTests {

    private final Union union;
    private final JdbcClient db;
    private final MockMvcTester mvc;
    private final Unit city;
    private final Unit east;
    private final Unit one;
    private final Unit other;
    private final Restructuring cadre;

    MergeSplitDissolveTests(Union union, JdbcClient db, MockMvcTester mvc) {
        this.union = union;
        this.db = db;
        this.mvc = mvc;
        city = union.city();
        east = union.district(city, "东");
        one = union.under(east, Category.JOINT, "甲楼");
        other = union.under(east, Category.JOINT, "乙楼");
        cadre = new Restructuring(mvc, db, union.cadre(east));
    }

    @Test
    void aNewUnionStandsInTheTreeAndIsGoneWhenItIsUndone() {
        var change = cadre.decide(east, "create", 0, "name", "丙楼联合工会", "category", "JOINT", "code", code());
        var made = union.unit("丙楼联合工会");
        assertThat(made.scope().isWithin(east.scope())).isTrue();
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(count("organisation.unit where name = '丙楼联合工会'")).isZero();
        assertThat(count("organisation.unit_name where name = '丙楼联合工会'")).isZero();
    }

    @Test
    void whatWasFoundedStaysWhileSomethingHangsOnIt() {
        var change = cadre.decide(east, "create", 0, "name", "丁楼联合工会", "category", "JOINT");
        var firm = union.coveredBy(union.unit("丁楼联合工会"), "锦");
        assertThat(cadre.undo(change)).hasStatus(422).bodyText().contains(firm.name(), "已经建立在它新设的工会上");
        assertThat(count("organisation.unit where name = '丁楼联合工会'")).isOne();
    }

    @Test
    void aKindThatCannotStandThereIsRefused() {
        assertThat(cadre.preview(one, "create", cadre.form(0, "name", "戊区域工会", "category", "REGIONAL")))
                .bodyText()
                .contains("不能直接隶属于 " + one.name())
                .doesNotContain("确认调整");
        assertThat(cadre.preview(east, "create", cadre.form(0, "name", "己总工会", "category", "FEDERATION")))
                .hasStatus(422)
                .bodyText()
                .contains("总工会要填层级");
    }

    @Test
    void aMergerTakesEmployersAndUnionsBelowAlongAndClosesPosts() {
        var group = union.under(other, Category.GROUP, "组");
        var firm = union.coveredBy(other, "缎");
        var both = union.coveredBy(other, "罗");
        var chair = union.holder("union-chair", other);
        var before = all(one, other, group);
        var preview = cadre.preview(
                one, "merge", cadre.form(0, "other", other.publicId().toString()));
        assertThat(preview).hasStatusOk().bodyText().contains(group.name(), firm.name(), both.name(), chair.name());
        var change = cadre.decide(one, "merge", 0, "other", other.publicId().toString());
        assertThat(scope(group)).startsWith(scope(one));
        assertThat(coveredBy(firm)).isEqualTo(one.id());
        assertThat(coveredBy(both)).isEqualTo(one.id());
        assertThat(scope(other)).isEmpty();
        assertThat(db.sql("""
                        select count(*) from organisation.tenure t join organisation.post o on o.id = t.post_id
                        where o.unit_id = ? and upper_inf(t.during) or o.unit_id = ? and o.closed_on is null
                        """).params(other.id(), other.id()).query(Long.class).single())
                .isZero();
        assertThat(count("access.audit_entry where person_id = " + chair.personId()
                        + " and action = 'structure.tenure.end'"))
                .isOne();
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(all(one, other, group)).isEqualTo(before);
        assertThat(coveredBy(firm)).isEqualTo(other.id());
    }

    @Test
    void aDissolvedUnionIsFoundWhereItStoodWithItsHistory() {
        cadre.decide(one, "merge", 0, "other", other.publicId().toString());
        assertThat(cadre.get("/structure/dissolved?q=乙楼"))
                .hasStatusOk()
                .bodyText()
                .contains(other.name(), one.name());
        assertThat(cadre.get("/structure/units/" + other.publicId()))
                .hasStatusOk()
                .bodyText()
                .contains("这个工会已经撤销", one.name(), east.name());
        assertThat(cadre.get("/organisation/units/" + other.publicId()))
                .hasRedirectedUrl("/structure/units/" + other.publicId());
        var elsewhere = new Restructuring(mvc, db, union.cadre(union.district(city, "西")));
        assertThat(elsewhere.get("/organisation/units/" + other.publicId())).hasStatus(404);
        assertThat(elsewhere.get("/structure/units/" + other.publicId())).hasStatus(404);
        assertThat(elsewhere.get("/structure/dissolved")).bodyText().doesNotContain(other.name());
        cadre.decide(one, "dissolve", 0);
        assertThat(cadre.get("/structure/units/" + other.publicId()))
                .as("rests with one that rests")
                .hasStatusOk();
    }

    @Test
    void aSplitGivesSomeOfItAwayAndKeepsTheRest() {
        var going = union.under(one, Category.GROUP, "去");
        var staying = union.under(one, Category.GROUP, "留");
        var firm = union.coveredBy(one, "纨");
        var before = all(one, going, staying);
        var change = cadre.decide(
                one,
                "split",
                0,
                "name1",
                "甲楼二号联合工会",
                "below-" + going.publicId(),
                "1",
                "employer-" + firm.publicId(),
                "1");
        var made = union.unit("甲楼二号联合工会");
        assertThat(made.scope().isWithin(east.scope())).isTrue();
        assertThat(scope(going)).startsWith(scope(made));
        assertThat(scope(staying)).startsWith(scope(one));
        assertThat(coveredBy(firm)).isEqualTo(made.id());
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(all(one, going, staying)).isEqualTo(before);
        assertThat(cadre.preview(one, "split", cadre.form(0, "name1", "甲楼三号联合工会")))
                .bodyText()
                .contains("请至少分出一个下级工会或一家企业");
    }

    @Test
    void whatADissolvedUnionHasGoesWhereItIsTold() {
        var group = union.under(one, Category.GROUP, "组");
        var firm = union.coveredBy(one, "绮");
        assertThat(cadre.preview(one, "dissolve", cadre.form(0)))
                .hasStatus(422)
                .bodyText()
                .contains("请选择它们转到哪里");
        var before = all(one, other, group);
        var change = cadre.decide(one, "dissolve", 0, "heir", other.publicId().toString());
        assertThat(scope(group)).startsWith(scope(other));
        assertThat(coveredBy(firm)).isZero();
        assertThat(cadre.get("/structure/units/" + one.publicId())).bodyText().contains("现在归在", other.name());
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(all(one, other, group)).isEqualTo(before);
        assertThat(coveredBy(firm)).isEqualTo(one.id());
    }

    @Test
    void aUnionThatKeepsAChainHandsItOverFirst() {
        var keeper = union.under(east, Category.CHAIN, "汽车");
        db.sql("insert into organisation.chain (unit_id, name, kind) values (?, '汽车产业链', 'INDUSTRY')")
                .param(keeper.id())
                .update();
        assertThat(cadre.preview(keeper, "dissolve", cadre.form(0)))
                .bodyText()
                .contains("还牵头产业链：汽车产业链")
                .doesNotContain("确认调整");
    }

    @Test
    void theDatabaseItselfLeavesNothingBehindOnADissolvedUnion() {
        union.coveredBy(one, "绉");
        assertThatThrownBy(() -> db.sql(
                                "insert into organisation.unit_state (unit_id, state, during) values (?, 'DISSOLVED', daterange(current_date, null))")
                        .param(one.id())
                        .update())
                .hasMessageContaining("leaves something behind");
    }

    @Test
    void aUnionRestsAndIsAtWorkAgain() {
        var rested = cadre.decide(one, "suspend", 0);
        assertThat(state(one)).isEqualTo("SUSPENDED");
        assertThat(cadre.preview(one, "suspend", cadre.form(0))).bodyText().contains("不能暂停");
        cadre.decide(one, "resume", 0);
        assertThat(state(one)).isEqualTo("ACTIVE");
        assertThat(cadre.undo(rested)).hasStatus(422);
    }

    @Test
    void theTopOfTheTreeStays() {
        var boss = new Restructuring(mvc, db, union.cadre(city));
        assertThat(boss.preview(
                        city, "dissolve", boss.form(0, "heir", east.publicId().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("是最上级");
    }

    @Test
    void theTreeOfAnotherDayIsShownWithItsNamesAndPlaces() {
        var west = union.district(city, "西");
        var boss = new Restructuring(mvc, db, union.cadre(city));
        boss.decide(one, "move", 5, "parent", west.publicId().toString());
        boss.decide(other, "rename", 7, "name", "乙楼新名联合工会");
        boss.decide(east, "create", 9, "name", "将来联合工会", "category", "JOINT");
        var district = new Restructuring(mvc, db, union.cadre(east));
        var tree = "/organisation/tree?under=" + east.publicId() + "&on=";
        assertThat(district.get(tree + boss.day(4)))
                .hasStatusOk()
                .bodyText()
                .contains(one.name(), other.name(), "这不是今天的组织树");
        assertThat(district.get(tree + boss.day(5)))
                .bodyText()
                .contains(other.name())
                .doesNotContain(one.name());
        assertThat(district.get(tree + boss.day(7)))
                .bodyText()
                .contains("乙楼新名联合工会")
                .doesNotContain(other.name(), "将来联合工会");
        assertThat(district.get(tree + boss.day(9))).bodyText().contains("将来联合工会");
        assertThat(district.get("/organisation/tree?under=" + west.publicId() + "&on=" + boss.day(9)))
                .hasStatus(404);
        var newcomer = new Restructuring(mvc, db, union.cadre(west));
        assertThat(newcomer.get("/organisation/tree?under=" + west.publicId() + "&on=" + boss.day(5)))
                .bodyText()
                .contains("title=\"" + one.name() + "\"")
                .as("is not within reach today")
                .doesNotContain("/organisation/units/" + one.publicId());
    }

    private static String code() {
        return "J" + UUID.randomUUID().toString().substring(0, 12);
    }

    private long count(String what) {
        return db.sql("select count(*) from " + what).query(Long.class).single();
    }

    private String scope(Unit unit) {
        return db.sql("select coalesce(scope, '') from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }

    private String state(Unit unit) {
        return db.sql("select state from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }

    private long coveredBy(Employer employer) {
        return db.sql("select coalesce(union_id, 0) from organisation.employer where public_id = ?")
                .param(employer.publicId())
                .query(Long.class)
                .single();
    }

    /** All that is kept of these over time, and what is derived from it. */
    private List<String> all(Unit... units) {
        return Kept.of(db, List.of(units).stream().map(Unit::id).toList());
    }
}

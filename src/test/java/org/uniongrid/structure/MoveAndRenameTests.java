package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.Visitor;
import org.uniongrid.organisation.Category;

/** A cadre renames a union and moves one under another, looks before, and takes it back. */
@ModuleTest
@RecordApplicationEvents
class MoveAndRenameTests {

    private final Union union;
    private final JdbcClient db;
    private final int port;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Unit street;
    private final Restructuring cadre;
    private final MockMvcTester mvc;

    MoveAndRenameTests(Union union, JdbcClient db, MockMvcTester mvc, @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.mvc = mvc;
        this.port = port;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        street = union.street(east, "河");
        cadre = new Restructuring(mvc, db, union.cadre(city));
    }

    @Test
    void aMoveIsPreviewedInNumbersAndNames() {
        var joint = union.under(street, Category.JOINT, "楼宇");
        union.coveredBy(joint, "绸");
        var loses = union.cadre(east);
        var gains = union.cadre(west);
        var page = Restructuring.text(cadre.preview(
                street, "move", cadre.form(0, "parent", west.publicId().toString())));
        assertThat(page).contains(street.name(), east.name(), west.name(), loses.name(), gains.name(), "立即生效");
        assertThat(page.replaceAll("\\s+", " ")).containsPattern("随之转移的工会</span></div><div>.{0,40}>2<");
        assertThat(scope(street)).startsWith(scope(east));
    }

    @Test
    void aConfirmedMoveTakesEffectAtOnceAndIsUndone(ApplicationEvents events) {
        var firm = union.enterprise(street, "丝");
        var before = tree(street, firm);
        var session = Visitor.as(union.account("federation-cadre", east), port);
        assertThat(status(session, firm)).isEqualTo(200);
        var change = cadre.decide(street, "move", 0, "parent", west.publicId().toString());
        assertThat(scope(firm)).startsWith(scope(west));
        assertThat(status(session, firm)).isEqualTo(404);
        assertThat(events.stream(UnitMoved.class))
                .extracting(UnitMoved::unit, UnitMoved::to)
                .contains(tuple(street.publicId(), west.publicId()));
        assertThat(cadre.get("/structure/changes/" + change))
                .hasStatusOk()
                .bodyText()
                .contains("撤销本次调整", "试验调整", west.name());
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(tree(street, firm)).isEqualTo(before);
        assertThat(status(session, firm)).isEqualTo(200);
        assertThat(cadre.undo(change)).hasStatus(422).bodyText().contains("已经撤回");
    }

    @Test
    void aPlannedMoveDisturbsNothingTodayAndCanBeCancelled() {
        var before = tree(street);
        var today = scope(street);
        var change = cadre.decide(street, "move", 30, "parent", west.publicId().toString());
        assertThat(scope(street)).isEqualTo(today);
        assertThat(cadre.get("/structure/changes/" + change)).bodyText().contains("待生效", "取消计划");
        assertThat(cadre.preview(
                        street, "move", cadre.form(3, "parent", west.publicId().toString())))
                .bodyText()
                .contains("已有计划的变化")
                .doesNotContain("确认调整");
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(tree(street)).isEqualTo(before);
        assertThat(cadre.get("/structure/changes/" + change)).bodyText().contains("已取消");
    }

    @Test
    void aNameIsChangedAndTheFormerOneStaysInItsHistory() {
        var former = street.name();
        var change = cadre.decide(street, "rename", 0, "name", "河东街道总工会");
        assertThat(name(street)).isEqualTo("河东街道总工会");
        assertThat(cadre.get("/organisation/units?q=河东")).bodyText().contains("河东街道总工会");
        assertThat(cadre.get("/structure/units/" + street.publicId()))
                .bodyText()
                .contains("河东街道总工会");
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(name(street)).isEqualTo(former);
    }

    @Test
    void namesUnderOneParentDiffer() {
        var other = union.street(east, "湖");
        assertThat(cadre.preview(street, "rename", cadre.form(0, "name", other.name())))
                .bodyText()
                .contains("已经有叫“" + other.name())
                .doesNotContain("确认调整");
    }

    @Test
    void theWorldMayNotChangeBetweenPreviewAndConfirmation() {
        var seen = cadre.confirmation(cadre.preview(
                street, "move", cadre.form(0, "parent", west.publicId().toString())));
        union.enterprise(street, "绫");
        assertThat(cadre.confirm(street, "move", seen))
                .hasStatus(422)
                .bodyText()
                .contains("预览之后情况有了变化", "下级工会、企业和人员");
        assertThat(scope(street)).startsWith(scope(east));
        var anew = cadre.confirmation(cadre.confirm(street, "move", seen));
        assertThat(cadre.confirm(street, "move", anew)).hasStatus3xxRedirection();
        assertThat(scope(street)).startsWith(scope(west));
    }

    @Test
    void theSameFormSentTwiceIsOneChange() {
        var seen = cadre.confirmation(cadre.preview(street, "rename", cadre.form(0, "name", "河南街道总工会")));
        var first = cadre.confirm(street, "rename", seen).getResponse().getRedirectedUrl();
        var second = cadre.confirm(street, "rename", seen).getResponse().getRedirectedUrl();
        assertThat(second).isEqualTo(first);
        assertThat(db.sql("select count(*) from structure.change where subject = ?")
                        .param(street.publicId())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoeverMovesAUnitReachesTheOneAboveAndTheNewOne() {
        var district = new Restructuring(mvc, db, union.cadre(east));
        assertThat(district.preview(
                        street,
                        "move",
                        district.form(0, "parent", west.publicId().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("请选择管辖范围内的工会")
                .doesNotContain(west.name());
        assertThat(district.preview(street, "move", district.form(0, "named", west.name())))
                .hasStatus(422)
                .bodyText()
                .contains("须由双方共同的上级 " + city.name());
        assertThat(district.preview(east, "move", district.form(0, "named", west.name())))
                .hasStatus(422);
        assertThat(district.preview(east, "rename", district.form(0, "name", "新东区总工会")))
                .hasStatus(422)
                .bodyText()
                .contains("由 " + city.name() + " 办理");
        assertThat(district.get("/structure/units/" + west.publicId() + "/move"))
                .hasStatus(404);
    }

    @Test
    void aLaterChangeStandsInTheWayOfUndoing() {
        var first = cadre.decide(street, "move", 0, "parent", west.publicId().toString());
        var second = cadre.decide(street, "rename", 0, "name", "西河街道总工会");
        var third = cadre.decide(street, "suspend", 0);
        assertThat(cadre.undo(first))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("之后还有调整，请先撤回它们")
                .contains(
                        "<a href=\"/structure/changes/" + second + "\">更名：",
                        "/structure/changes/" + third + "\">暂停：西河");
        assertThat(cadre.undo(third)).hasStatus3xxRedirection();
        assertThat(cadre.undo(second)).hasStatus3xxRedirection();
        assertThat(cadre.undo(first)).hasStatus3xxRedirection();
        assertThat(scope(street)).startsWith(scope(east));
    }

    @Test
    void ofALaterChangeOutOfReachOnlyIsToldThatThereIsOne() {
        var district = new Restructuring(mvc, db, union.cadre(east));
        var first = district.decide(street, "rename", 0, "name", "东河街道总工会");
        var second = cadre.decide(street, "move", 0, "parent", west.publicId().toString());
        assertThat(district.undo(first))
                .hasStatus(422)
                .bodyText()
                .contains("有一项调整不在你的管辖范围内")
                .doesNotContain(second, west.name());
    }

    @Test
    void circlesArePreventedAlsoOnLaterDays() {
        var north = union.under(east, Category.REGIONAL, "北");
        var south = union.under(east, Category.REGIONAL, "南");
        cadre.decide(north, "move", 20, "parent", south.publicId().toString());
        assertThat(cadre.preview(
                        south, "move", cadre.form(0, "parent", north.publicId().toString())))
                .bodyText()
                .contains("不能转到自己的下级");
        assertThat(cadre.preview(
                        east, "move", cadre.form(0, "parent", street.publicId().toString())))
                .bodyText()
                .contains("不能转到自己的下级");
    }

    /** All that is kept of these over time, and what is derived from it. */
    private List<String> tree(Unit... units) {
        return Kept.of(db, List.of(units).stream().map(Unit::id).toList());
    }

    private int status(Visitor visitor, Unit unit) {
        return visitor.get("/organisation/units/" + unit.publicId()).statusCode();
    }

    private String name(Unit unit) {
        return db.sql("select name from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }

    private String scope(Unit unit) {
        return db.sql("select scope from organisation.unit where id = ?")
                .param(unit.id())
                .query(String.class)
                .single();
    }
}

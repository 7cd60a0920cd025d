package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** Lists of unions: what stands under what. */
@ModuleTest
class UnionParentTests extends UnionRows {

    UnionParentTests(Union union) {
        super(union);
    }

    @Test
    void aUnitStandsUnderOneOfTheSameFileWhicheverComesFirst() {
        union.take("unions", List.of(row("孙", "子"), row("子", "父"), row("父", east.name())));
        assertThat(unit("孙").scope().isWithin(unit("子").scope())).isTrue();
        assertThat(unit("子").scope().isWithin(unit("父").scope())).isTrue();
        assertThat(unit("父").scope().isWithin(east.scope())).isTrue();
    }

    @Test
    void aParentMayBeCalledByItsCode() {
        var code = "C" + city.division();
        union.take("unions", List.of(row("有码", east.name(), "unit-code", code)));
        union.take("unions", List.of(Map.of("unit-name", name("无码"), "category", "联合工会", "parent", code)));
        assertThat(unit("无码").scope().isWithin(unit("有码").scope())).isTrue();
    }

    @Test
    void unitsInACircleAreRefused() {
        var found = check(row("甲", "乙"), row("乙", "丙"), row("丙", "甲"), row("自", "自"), row("尾", "甲"));
        assertThat(keys(found))
                .contains("2 parent import.problem.parent-circle", "5 parent import.problem.parent-circle")
                .hasSize(5);
    }

    @Test
    void anUnknownParentIsRefusedAndAllBelowIt() {
        assertThat(keys(check(row("孤", "没有这个工会"), row("孤子", "孤"))))
                .containsExactly("2 parent import.problem.no-such-unit", "3 parent import.problem.parent-faulty");
    }

    @Test
    void aKindThatCannotStandUnderThatKindIsRefused() {
        var group = "工会小组";
        assertThat(keys(check(
                        row("组", east.name(), "category", group), row("合", "组"), row("小", "组", "category", group))))
                .containsExactly("3 parent import.problem.kind-under", "4 parent import.problem.kind-under");
        union.take("unions", List.of(row("组", east.name(), "category", group)));
        assertThat(keys(check(row("合", "组")))).containsExactly("2 parent import.problem.kind-under");
    }

    @Test
    void anAmbiguousParentIsRefused() {
        union.take("unions", List.of(row("同名", east.name()), row("同名", west.name())));
        assertThat(keys(union.check("unions", List.of(row("下", "同名")), union.cadre(city))))
                .containsExactly("2 parent import.problem.several-units");
    }

    @Test
    void aParentBeyondTheReachLooksUnknown() {
        assertThat(keys(check(row("外", west.name())))).containsExactly("2 parent import.problem.no-such-unit");
        assertThat(keys(check(row("上", city.name())))).containsExactly("2 parent import.problem.no-such-unit");
    }

    @Test
    void onlyTheCellMayHaveAUnitWithoutAParent() {
        assertThat(keys(check(row("顶", "")))).containsExactly("2 parent import.problem.no-parent");
    }
}

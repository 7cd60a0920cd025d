package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;

/** A cadre of the east sees the east in the tree, and of it what the tree has to show. */
@ModuleTest
class ReachOfTreeTests extends ReachFixture {

    private final Tree tree;

    ReachOfTreeTests(Union union, MockMvcTester mvc, Units units, Tree tree) {
        super(union, mvc, units);
        this.tree = tree;
    }

    @Test
    void theTreeBeginsAtOnesOwnUnit() {
        assertThat(get("/organisation/tree", cadre))
                .bodyText()
                .contains(east.name())
                .doesNotContain(west.name(), city.name());
    }

    @Test
    void theTreeLeavesBaseUnionsWithoutBranchesToTheList() {
        var joint = union.under(east, Category.JOINT, "楼宇");
        var group = union.enterprise(east, "集团");
        union.enterprise(group, "子公司");
        var east = units.find(this.east.publicId(), reach(cadre));
        var shown = names(tree.openTo(east, reach(cadre)));
        assertThat(shown).contains(joint.name(), group.name()).doesNotContain(eastFirm.name());
    }

    @Test
    void theTreeShowsAChairTheirOwnUnion() {
        var chair = reach(union.holder("union-chair", eastFirm));
        assertThat(names(tree.openTo(units.find(eastFirm.publicId(), chair), chair)))
                .containsExactly(eastFirm.name());
    }

    @Test
    void theTreeOpensOnlyWhereItHasSomethingToShow() {
        var group = union.enterprise(west, "独");
        union.enterprise(group, "独子");
        var reach = reach(union.cadre(west));
        var node = tree.openTo(units.find(west.publicId(), reach), reach).getFirst();
        assertThat(node.branches()).isTrue();
        assertThat(node.children())
                .extracting(TreeNode::name, TreeNode::branches)
                .containsExactly(tuple(group.name(), false));
    }

    @Test
    void theTreeCountsEmployersOfTheWholeSubtree() {
        var all = reach(union.cadre(city));
        var top = tree.openTo(units.find(city.publicId(), all), all).getFirst();
        assertThat(top.employers()).isEqualTo(4);
        assertThat(top.children()).extracting(TreeNode::employers).containsExactly(2L, 2L);
    }

    @Test
    void theChosenUnitIsInTheTreeHoweverManyStandBesideIt() {
        var wide = union.district(city, "树宽");
        union.take(
                "unions",
                IntStream.range(0, Tree.BRANCH)
                        .mapToObj(i -> Map.of(
                                "unit-name",
                                "树宽%d号联合会".formatted(i),
                                "category",
                                Category.REGIONAL.term(),
                                "parent",
                                wide.name()))
                        .toList());
        var last = union.under(wide, Category.REGIONAL, "树末");
        var tree = get("/organisation/tree?under=" + last.publicId(), union.cadre(wide));
        assertThat(tree)
                .bodyText()
                .contains("b-" + last.publicId())
                .contains("树宽198号")
                .doesNotContain("树宽199号");
    }

    private static List<String> names(List<TreeNode> nodes) {
        var names = new ArrayList<String>();
        for (var node : nodes) {
            names.add(node.name());
            names.addAll(names(node.children()));
        }
        return names;
    }
}

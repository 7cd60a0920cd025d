package org.uniongrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;

/** The test kit itself. */
@ModuleTest
class UnionTests {

    private final Union union;

    UnionTests(Union union) {
        this.union = union;
    }

    @Test
    void makesTreesThatStandApart() {
        var one = union.city();
        var other = union.city();
        assertThat(one.scope().isWithin(other.scope())).isFalse();
        var street = union.street(union.district(one, "东"), "河");
        assertThat(street.scope().isWithin(one.scope())).isTrue();
        assertThat(union.under(street, Category.JOINT, "楼宇").scope().isWithin(street.scope()))
                .isTrue();
    }

    @Test
    void makesPeopleInPosts() {
        var city = union.city();
        var cadre = union.cadre(city);
        assertThat(cadre.may("organisation.unit.read")).isTrue();
        assertThat(cadre.reach("organisation.unit.read")).isEqualTo(new Reach.Units(List.of(city.scope())));
        assertThat(union.account("security-admin", null).actor().may("access.account.read"))
                .isTrue();
    }

    @Test
    void findsTheDemonstrationCity() {
        assertThat(union.unit("云州市总工会").division()).isEqualTo("9901");
    }
}

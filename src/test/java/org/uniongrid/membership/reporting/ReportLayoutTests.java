package org.uniongrid.membership.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A place says which columns its roll above has, without code. */
class ReportLayoutTests {

    @Test
    void columnsAreRenamedAndPutInAnotherOrder() {
        var layout = ReportLayout.read("phone=联系电话, name = 会员姓名，number＝证件号");
        assertThat(layout.headings()).containsExactly("联系电话", "会员姓名", "证件号");
        assertThat(layout.parts()).extracting(ReportLayout.Part::field).containsExactly("phone", "name", "number");
    }

    @Test
    void whatWeDoNotHaveStaysAnEmptyColumnInItsPlace() {
        var layout = ReportLayout.read("name=姓名, 民族, nation=政治面貌, ,phone=手机号");
        assertThat(layout.headings()).containsExactly("姓名", "民族", "政治面貌", "手机号");
        assertThat(layout.parts()).extracting(ReportLayout.Part::field).containsExactly("name", "", "", "phone");
    }

    @Test
    void whatNobodyHasApprovedStaysEmpty() {
        var layout = ReportLayout.read("name=姓名, number=证件号码").only(Set.of("name"));
        assertThat(layout.headings()).containsExactly("姓名", "证件号码");
        assertThat(layout.parts()).extracting(ReportLayout.Part::field).containsExactly("name", "");
    }
}

package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;
import org.uniongrid.Union.Unit;
import org.uniongrid.organisation.Category;

/** What a union hands over goes to one other, once, for the days that it had; and that one stands. */
@ModuleTest
class HandOverTests {

    private final Union union;
    private final JdbcClient db;
    private final Unit one;
    private final Unit other;
    private final Restructuring cadre;

    HandOverTests(Union union, JdbcClient db, MockMvcTester mvc) {
        this.union = union;
        this.db = db;
        var east = union.district(union.city(), "东");
        one = union.under(east, Category.JOINT, "甲楼");
        other = union.under(east, Category.JOINT, "乙楼");
        cadre = new Restructuring(mvc, db, union.cadre(east));
    }

    @Test
    void anEmployerThatIsToGoToOneUnionIsNotGivenToAnotherBefore() {
        var firm = union.coveredBy(one, "绡");
        var split = cadre.decide(one, "split", 2, "name1", "甲楼四号联合工会", "employer-" + firm.publicId(), "1");
        var merger = cadre.form(0, "other", one.publicId().toString());
        assertThat(cadre.preview(other, "merge", merger))
                .bodyText()
                .contains(one.name() + " 在 " + cadre.day(2) + " 已有计划的变化")
                .doesNotContain("确认调整");
        assertThat(cadre.preview(one, "split", cadre.form(1, "name1", "甲楼五号联合工会", "employer-" + firm.publicId(), "1")))
                .bodyText()
                .contains("已有计划的变化");
        assertThat(cadre.undo(split)).hasStatus3xxRedirection();
        cadre.decide(other, "merge", 0, "other", one.publicId().toString());
        assertThat(days(firm, other)).isEqualTo("{[0,)}");
    }

    @Test
    void aMergerCoversEmployersForTheDaysOnWhichTheyWereToBeCovered() {
        var leaving = union.coveredBy(one, "绫");
        db.sql("""
                        update organisation.cover set during = daterange(lower(during), current_date + 10)
                        where employer_id = (select id from organisation.employer where public_id = ?)
                        """).param(leaving.publicId()).update();
        var coming = union.coveredBy(one, "绢");
        db.sql("""
                        insert into organisation.cover (employer_id, unit_id, mode, during)
                        select id, :other, 'COVERED', daterange(current_date + 5, null) from organisation.employer
                        where public_id = :employer
                        """)
                .param("other", other.id())
                .param("employer", coming.publicId())
                .update();
        var change = cadre.decide(other, "merge", 0, "other", one.publicId().toString());
        assertThat(days(leaving, other)).isEqualTo("{[0,10)}");
        assertThat(days(coming, other)).isEqualTo("{[0,)}");
        assertThat(cadre.undo(change)).hasStatus3xxRedirection();
        assertThat(days(coming, other)).isEqualTo("{[5,)}");
    }

    @Test
    void onlyEmployersWithoutAnotherUnionLoseTheirCover() {
        var losing = union.coveredBy(one, "绒");
        var keeping = union.coveredBy(one, "绨");
        cover(keeping, other, "daterange(current_date, null)");
        var over = union.coveredBy(one, "缂");
        cover(over, other, "daterange(current_date, current_date + 3)");
        var page = Restructuring.text(cadre.preview(one, "dissolve", cadre.form(3)));
        assertThat(page)
                .containsPattern(one.name() + " 的 2 家企业转为未建会.*" + losing.name() + ".*" + over.name())
                .containsPattern(one.name() + " 的 1 家企业另有工会覆盖，仍是已建会.*" + keeping.name());
        assertThat(Restructuring.text(cadre.preview(one, "dissolve", cadre.form(2))))
                .contains("的 1 家企业转为未建会", "的 2 家企业另有工会覆盖");
        var change = cadre.decide(one, "dissolve", 3);
        assertThat(cadre.get("/structure/changes/" + change)).bodyText().contains("的 2 家企业转为未建会", "的 1 家企业另有工会覆盖");
    }

    @Test
    void whoLosesTheirCoverIsJudgedAgainWhenItIsConfirmed() {
        var firm = union.coveredBy(one, "缃");
        var seen = cadre.confirmation(cadre.preview(one, "dissolve", cadre.form(0)));
        cover(firm, other, "daterange(current_date, null)");
        assertThat(cadre.confirm(one, "dissolve", seen))
                .hasStatus(422)
                .bodyText()
                .contains("预览之后情况有了变化", "覆盖的企业");
    }

    private void cover(Employer employer, Unit by, String days) {
        db.sql("""
                        insert into organisation.cover (employer_id, unit_id, mode, during)
                        select id, :by, 'COVERED', %s from organisation.employer where public_id = :employer
                        """.formatted(days))
                .param("by", by.id())
                .param("employer", employer.publicId())
                .update();
    }

    @Test
    void noUnionRestsWithItselfOrWithOneThatEndsBefore() {
        for (var field : List.of("heir", "cover"))
            assertThat(cadre.preview(
                            one, "dissolve", cadre.form(0, field, one.publicId().toString())))
                    .as(field)
                    .bodyText()
                    .contains(one.name() + " 从 " + cadre.day(0) + " 起不能一直存续")
                    .doesNotContain("确认调整");
        cadre.decide(one, "dissolve", 5, "heir", other.publicId().toString());
        assertThat(cadre.preview(
                        other, "dissolve", cadre.form(6, "heir", one.publicId().toString())))
                .bodyText()
                .contains(one.name() + " 从 " + cadre.day(6) + " 起不能一直存续")
                .doesNotContain("确认调整");
    }

    /** The days from now on which a union covers an employer. */
    private String days(Employer employer, Unit by) {
        return db.sql("""
                        select range_agg(int4range(
                            greatest(lower(c.during) - current_date, 0), upper(c.during) - current_date))::text
                        from organisation.cover c join organisation.employer e on e.id = c.employer_id
                        where e.public_id = ? and c.unit_id = ?
                        """)
                .params(employer.publicId(), by.id())
                .query(String.class)
                .single();
    }
}

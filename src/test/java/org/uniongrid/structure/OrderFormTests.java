package org.uniongrid.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.organisation.Category;

/** What is wrong with the form of a change is said beside its field, before anything is rehearsed. */
@ModuleTest
class OrderFormTests {

    private final Union union;
    private final JdbcClient db;
    private final Unit city;
    private final Unit east;
    private final Restructuring cadre;

    OrderFormTests(Union union, JdbcClient db, MockMvcTester mvc) {
        this.union = union;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        cadre = new Restructuring(mvc, db, union.cadre(city));
    }

    @Test
    void aDivisionThatIsNotKnownIsSaidBesideItsField() {
        assertThat(created("division", "999999")).hasStatus(422);
        assertThat(wrong(created("division", "999999"), "division")).contains("没有这个区划代码");
        assertThat(wrong(created("division", "12345"), "division")).contains("请填 2、4、6、9 或 12 位数字");
        cadre.decide(city, "create", 0, "name", "庚联合工会", "category", "JOINT", "division", east.division() + "000");
        assertThat(union.unit("庚联合工会").division()).isEqualTo(east.division());
    }

    @Test
    void aUnionWasFoundedTodayOrBefore() {
        assertThat(created("founded-on", cadre.day(0))).hasStatusOk();
        assertThat(wrong(created("founded-on", cadre.day(1)), "founded-on")).contains("不能晚于今天");
    }

    @Test
    void codesAndNumbersOfPapersHaveTheirLength() {
        assertThat(created("code", "c".repeat(40))).hasStatusOk();
        assertThat(wrong(created("code", "c".repeat(41)), "code")).contains("最多 40 个字");
        assertThat(created("reply-number", "号".repeat(60))).hasStatusOk();
        assertThat(wrong(created("reply-number", "号".repeat(61)), "reply-number"))
                .contains("最多 60 个字");
    }

    @Test
    void aChangeBeginsFromTodayUntilFiveYearsAhead() {
        assertThat(beginning("current_date")).hasStatusOk();
        assertThat(wrong(beginning("current_date - 1"), "day")).contains("生效日期不能早于今天");
        assertThat(beginning("(current_date + interval '5 years')::date")).hasStatusOk();
        assertThat(wrong(beginning("(current_date + interval '5 years')::date + 1"), "day"))
                .contains("生效日期要在今后五年之内");
    }

    @Test
    void anEmployerMayStayWhereItIs() {
        var one = union.under(east, Category.JOINT, "甲楼");
        var going = union.coveredBy(one, "绫");
        var staying = union.coveredBy(one, "罗");
        assertThat(cadre.get("/structure/units/" + one.publicId() + "/split"))
                .bodyText()
                .contains("<option value=\"0\">留在原工会</option>")
                .doesNotContain("<option value=\"\">");
        cadre.decide(
                one,
                "split",
                0,
                "name1",
                "甲楼三号联合工会",
                "employer-" + going.publicId(),
                "1",
                "employer-" + staying.publicId(),
                "0");
        assertThat(db.sql("select union_id from organisation.employer where public_id = ?")
                        .param(staying.publicId())
                        .query(Long.class)
                        .single())
                .isEqualTo(one.id());
    }

    private MvcTestResult created(String field, String value) {
        return cadre.preview(city, "create", cadre.form(0, "name", "辛联合工会", "category", "JOINT", field, value));
    }

    private MvcTestResult beginning(String day) {
        var form = cadre.form(0, "name", "新东区总工会");
        form.put(
                "day",
                List.of(db.sql("select (" + day + ")::text").query(String.class).single()));
        return cadre.preview(east, "rename", form);
    }

    /** What is said below a field. */
    private static String wrong(MvcTestResult answer, String field) {
        var page = Restructuring.text(answer);
        var at = page.indexOf("id=\"f-" + field + "-e\"");
        return at < 0 ? "" : page.substring(at, page.indexOf("</div>", at));
    }
}

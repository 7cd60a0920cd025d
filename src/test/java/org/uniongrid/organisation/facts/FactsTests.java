package org.uniongrid.organisation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** The facts of a union are changed within reach and kept right. */
@ModuleTest
class FactsTests extends FactsFixture {

    private static final String ACCOUNT = "6222 0000 1234 5678 905";

    FactsTests(Union union, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
    }

    @Test
    void whatIsTypedStandsOnThePageAfterwards() {
        var typed = typed(firm);
        typed.putAll(Map.of(
                "unit-address",
                "纺织路 8 号",
                "unit-staff",
                "１,200",
                "unit-women",
                "500",
                "unit-home-star",
                "4",
                "unit-has-seal",
                "true"));
        assertThat(save(cadre, firm, typed)).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + firm.publicId()))
                .bodyText()
                .contains("纺织路 8 号", "1,200 人", "500 人", "4 星", "有");
        assertThat(trail(firm)).contains("unit-staff", "1200").doesNotContain("unit-members");
    }

    @Test
    void aPageThatIsSavedAsItWasLeavesNoMark() {
        assertThat(save(cadre, firm, typed(firm))).hasStatus3xxRedirection();
        assertThat(marks(firm)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "unit-staff, 10, unit-women, 10, 302",
        "unit-staff, 10, unit-women, 11, 422",
        "unit-members, 0, unit-women-members, 0, 302",
        "unit-members, 0, unit-women-members, 1, 422",
        "unit-term-from, 2026-01-02, unit-term-to, 2026-01-03, 302",
        "unit-term-from, 2026-01-02, unit-term-to, 2026-01-02, 422",
        "unit-prepared-on, 2026-01-02, unit-founded-on, 2026-01-02, 302",
        "unit-prepared-on, 2026-01-02, unit-founded-on, 2026-01-01, 422",
        "unit-staff, 99999999, unit-migrants, 0, 302",
        "unit-staff, 100000000, unit-migrants, 0, 422",
        "unit-staff, -1, unit-migrants, 0, 422",
        "unit-home-star, 5, unit-industry, G5810, 302",
        "unit-home-star, 6, unit-industry, G5810, 422",
        "unit-home-star, 1, unit-industry, U58, 422",
        "unit-uscc, 81990171MA0000001X, unit-code, x, 422",
        "unit-founded-on, 2026-02-30, unit-code, x, 422"
    })
    void rulesHoldAtTheirBorders(String one, String value, String other, String second, int status) {
        var typed = typed(firm);
        typed.put(one, value);
        typed.put(other, second);
        var answer = save(cadre, firm, typed);
        assertThat(answer).hasStatus(status);
        if (status == 422) assertThat(answer).bodyText().contains("value=\"" + second + "\"");
    }

    @Test
    void aCodeBelongsToOneUnion() {
        var other = union.enterprise(east, "另一");
        var code = "T" + firm.id();
        var credit = Union.creditCode();
        assertThat(save(cadre, firm, with(typed(firm), "unit-code", code))).hasStatus3xxRedirection();
        assertThat(save(cadre, firm, with(typed(firm), "unit-uscc", credit))).hasStatus3xxRedirection();
        assertThat(save(cadre, other, with(typed(other), "unit-code", code)))
                .hasStatus(422)
                .bodyText()
                .contains("另一个工会已经用了这个组织代码");
        assertThat(save(cadre, other, with(typed(other), "unit-uscc", credit)))
                .hasStatus(422)
                .bodyText()
                .contains("另一个工会已经用了这个信用代码");
        assertThat(get(cadre, "/organisation/units?q=" + code)).bodyText().contains(firm.name());
    }

    @Test
    void theSeatIsFoundByCodeAndByName() {
        assertThat(save(cadre, firm, with(typed(firm), "unit-division", east.division())))
                .hasStatus3xxRedirection();
        var name = db.sql("select name from organisation.division where code = ?")
                .param(east.division())
                .query(String.class)
                .single();
        assertThat(get(cadre, "/organisation/units/" + firm.publicId()))
                .bodyText()
                .contains(name);
        assertThat(save(cadre, firm, with(typed(firm), "unit-division", name))).hasStatus3xxRedirection();
        assertThat(save(cadre, firm, with(typed(firm), "unit-division", "没有这个地方")))
                .hasStatus(422)
                .bodyText()
                .contains("没有找到这个地方");
    }

    @Test
    void whereAWordFindsSeveralPlacesOneIsChosen() {
        var south = union.district(union.city(), "南");
        var first = union.street(south, "双");
        union.street(south, "双");
        var base = union.enterprise(south, "选");
        var actor = union.cadre(south);
        assertThat(save(actor, base, with(typed(base), "unit-division", south.division())))
                .hasStatus3xxRedirection();
        assertThat(save(actor, base, with(typed(base), "unit-division", "双街道")))
                .hasStatus(422)
                .bodyText()
                .contains("请选一个", "value=\"" + first.division() + "\"");
        var chosen = with(typed(base), "unit-division", "双街道");
        chosen.put("unit-division-chosen", first.division());
        assertThat(save(actor, base, chosen)).hasStatus3xxRedirection();
        assertThat(column(base, "division")).isEqualTo(first.division());
    }

    @Test
    void aTermOfFourYearsIsTakenAndMarked() {
        var typed = typed(firm);
        typed.put("unit-term-from", "2024-05-08");
        typed.put("unit-term-to", "2028-05-07");
        assertThat(save(cadre, firm, typed)).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + firm.publicId()))
                .bodyText()
                .contains("第十六条");
        assertThat(save(cadre, firm, with(typed(firm), "unit-term-to", "2029-05-07")))
                .hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + firm.publicId()))
                .bodyText()
                .doesNotContain("第十六条");
    }

    @Test
    void theAccountIsSealedAndNowhereInFull() {
        var plain = ACCOUNT.replace(" ", "");
        var answer = save(cadre, firm, with(typed(firm), "unit-account", ACCOUNT));
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + firm.publicId()))
                .bodyText()
                .contains("**** 8905")
                .doesNotContain(plain, ACCOUNT);
        assertThat(get(cadre, "/organisation/units/" + firm.publicId() + "/facts"))
                .bodyText()
                .contains("**** 8905")
                .doesNotContain(plain, ACCOUNT);
        assertThat(column(firm, "bank_account")).startsWith("v1|").doesNotContain(plain);
        assertThat(trail(firm)).contains("unit-account").doesNotContain(plain, ACCOUNT);
    }

    @Test
    void theAccountStaysWhereItIsLeftAloneAndGoesWhereItIsTakenAway() {
        assertThat(save(cadre, firm, with(typed(firm), "unit-account", ACCOUNT)))
                .hasStatus3xxRedirection();
        assertThat(save(cadre, firm, with(typed(firm), "unit-address", "路"))).hasStatus3xxRedirection();
        assertThat(column(firm, "bank_account")).isNotEmpty();
        assertThat(save(cadre, firm, with(typed(firm), "unit-account", "123"))).hasStatus(422);
        assertThat(save(cadre, firm, with(typed(firm), "unit-account-gone", "true")))
                .hasStatus3xxRedirection();
        assertThat(column(firm, "bank_account")).isEmpty();
    }

    @Test
    void aChairChangesTheirOwnUnionAndNoOther() {
        var chair = union.holder("union-chair", firm);
        var other = union.enterprise(east, "别家");
        assertThat(save(chair, firm, with(typed(firm), "unit-address", "厂内"))).hasStatus3xxRedirection();
        assertThat(save(chair, other, typed(other))).hasStatus(404);
        assertThat(get(chair, "/organisation/units/" + east.publicId() + "/facts"))
                .hasStatus(404);
        assertThat(get(union.holder("system-admin", null), "/organisation/units/" + firm.publicId() + "/facts"))
                .hasStatus(403);
    }

    private String trail(Union.Unit unit) {
        return db.sql(
                        "select coalesce(string_agg(changes::text || label, ' '), '') from access.audit_entry where subject_id = ?")
                .param(unit.publicId())
                .query(String.class)
                .single();
    }
}

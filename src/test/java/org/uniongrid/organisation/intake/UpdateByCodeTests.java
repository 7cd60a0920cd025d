package org.uniongrid.organisation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.Findings.Verdict;
import org.uniongrid.foundation.Actor;

/** A row whose code is known updates what it says something of: an empty cell leaves, 清空 clears. */
@ModuleTest
class UpdateByCodeTests {

    private final Union union;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Actor cadre;

    UpdateByCodeTests(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
        city = union.city();
        cadre = union.cadre(city);
    }

    @Test
    void anEmptyCellLeavesAnEmployerAsItIsAndTheWordClears() {
        var row = employer("staff", "30", "address", "一号路", "party", "党支部", "origin", "JP");
        union.take("employers", List.of(row));
        row.putAll(Map.of("staff", "", "address", "清空", "party", "党委", "origin", ""));
        var found = union.take("employers", List.of(row));
        assertThat(found.verdict(2)).isEqualTo(Verdict.CHANGED);
        assertThat(changes(found)).containsExactlyInAnyOrder("address 一号路 → ", "party 党支部 → 党委");
        assertThat(one(row, "concat_ws('/', staff, coalesce(address, '-'), party, origin)"))
                .isEqualTo("30/-/COMMITTEE/JP");
    }

    @Test
    void allFactsOfAnEmployerComeInAndTwiceIsOnce() {
        var row = employer(
                "ownership",
                "300 外商",
                "industry",
                "C 制造业",
                "staff",
                "30",
                "women",
                "10",
                "employer-founded",
                "2016-03-21",
                "origin",
                "KR 韩国",
                "party",
                "联合党支部",
                "insured",
                "28",
                "insured-year",
                "2025",
                "employer-state",
                "停业",
                "lng",
                "103.8",
                "lat",
                "25.9",
                "address",
                "一号路");
        union.take("employers", List.of(row));
        assertThat(one(
                        row,
                        "concat_ws('/', ownership, industry, founded_on, origin, party, insured, insured_year, state)"))
                .isEqualTo("300/C/2016-03-21/KR/JOINT/28/2025/SUSPENDED");
        var before = one(row, "xmin || e::text");
        var again = union.take("employers", List.of(row));
        assertThat(again.verdict(2)).isEqualTo(Verdict.SAME);
        assertThat(again.changes()).isEmpty();
        assertThat(one(row, "xmin || e::text")).isEqualTo(before);
    }

    @Test
    void oneOutOfBusinessIsSoFromTodayOnAndTakenBackTheSameDay() {
        var row = employer("employer-state", "停业");
        union.take("employers", List.of(row));
        assertThat(one(row, "state")).isEqualTo("SUSPENDED");
        assertThat(one(row, "(select count(*) from organisation.employer_state s where s.employer_id = e.id)"))
                .isEqualTo("1");
        row.put("employer-state", "经营");
        assertThat(changes(union.take("employers", List.of(row)))).containsExactly("employer-state 停业 → 经营");
        assertThat(one(row, "state")).isEqualTo("OPERATING");
        assertThat(one(row, "(select count(*) from organisation.employer_state s where s.employer_id = e.id)"))
                .isEqualTo("0");
        assertThat(union.take("employers", List.of(row)).verdict(2)).isEqualTo(Verdict.SAME);
    }

    @Test
    void anEarlierYearOfInsuredIsKeptBesideTheLast() {
        var row = employer("insured", "28", "insured-year", "2025");
        union.take("employers", List.of(row));
        row.putAll(Map.of("insured", "20", "insured-year", "2024"));
        assertThat(union.take("employers", List.of(row)).verdict(2)).isEqualTo(Verdict.CHANGED);
        assertThat(one(row, "insured || '/' || insured_year")).isEqualTo("28/2025");
        assertThat(union.take("employers", List.of(row)).verdict(2)).isEqualTo(Verdict.SAME);
    }

    @Test
    void aCodeWithAWrongLastCharacterIsTakenWithAReasonOnly() {
        var code = Union.creditCode();
        var last = code.charAt(17) == '0' ? '1' : '0';
        var row = employer("uscc", code.substring(0, 17) + last);
        assertThat(problems(union.check("employers", List.of(row), cadre)))
                .containsExactly("uscc import.problem.credit-code");
        row.put("uscc-accepted", "看");
        assertThat(problems(union.check("employers", List.of(row), cadre)))
                .containsExactly("uscc-accepted import.problem.shorter-than");
        row.put("uscc-accepted", "已看执照原件");
        union.take("employers", List.of(row));
        assertThat(one(row, "uscc_accepted")).isEqualTo("已看执照原件");
        assertThat(union.take("employers", List.of(row)).verdict(2)).isEqualTo(Verdict.SAME);
    }

    @Test
    void whatCannotBeClearedOrSaidInPartIsNamed() {
        assertThat(problems(union.check(
                        "employers",
                        List.of(employer("employer-state", "清空", "insured", "3", "lng", "103.8", "party", "支委会")),
                        cadre)))
                .containsExactlyInAnyOrder(
                        "employer-state import.problem.cannot-clear",
                        "insured-year import.problem.needs-year",
                        "lng import.problem.half-a-place",
                        "party import.problem.one-of");
        assertThat(problems(union.check("employers", List.of(employer("employer-state", "关闭")), cadre)))
                .containsExactly("employer-state import.problem.one-of");
        assertThat(problems(union.check("unions", List.of(firm("无名厂", "unit-name", "清空")), cadre)))
                .contains("unit-name import.problem.cannot-clear");
    }

    @Test
    void aClosedEmployerIsNotOpenedByAList() {
        var row = employer();
        union.take("employers", List.of(row));
        db.sql("update organisation.employer set state = 'CLOSED', closed_on = current_date where uscc = ?")
                .param(row.get("uscc"))
                .update();
        row.put("employer-state", "经营");
        assertThat(problems(union.check("employers", List.of(row), cadre)))
                .containsExactly("uscc import.problem.employer-closed");
    }

    @Test
    void allRegisterFieldsOfAUnionComeInAndTwiceIsOnce() {
        var row = firm(
                "登记厂",
                "unit-uscc",
                Union.creditCode(),
                "prepared-on",
                "2019-03-01",
                "full-time-cadres",
                "1",
                "part-time-cadres",
                "4",
                "migrants",
                "35",
                "hardship",
                "2",
                "has-seal",
                "是",
                "legal-person-until",
                "2029-05-07",
                "has-congress",
                "是",
                "opens-affairs",
                "否",
                "has-contract",
                "是",
                "in-mutual-aid",
                "80",
                "member-cards",
                "110",
                "home-star",
                "3",
                "industry",
                "G5810",
                "ownership",
                "170",
                "org-type",
                "1 独立基层工会");
        union.take("unions", List.of(row));
        assertThat(unit(row, """
                concat_ws('/', uscc = '%s', prepared_on, full_time_cadres, part_time_cadres, migrants, hardship, has_seal,
                    legal_person_until, has_congress, opens_affairs, has_contract, in_mutual_aid, member_cards, home_star,
                    industry, ownership, register_type)""".formatted(row.get("unit-uscc"))))
                .isEqualTo("t/2019-03-01/1/4/35/2/t/2029-05-07/t/f/t/80/110/3/G5810/170/1");
        var before = unit(row, "xmin || u::text");
        var again = union.take("unions", List.of(row));
        assertThat(again.verdict(2)).isEqualTo(Verdict.SAME);
        assertThat(again.changes()).isEmpty();
        assertThat(unit(row, "xmin || u::text")).isEqualTo(before);
    }

    @Test
    void anEmptyCellLeavesAUnionAsItIsAndTheWordClears() {
        var row = firm("更新厂", "migrants", "35", "has-seal", "是", "reply-number", "云工发〔2019〕1号", "members", "20");
        union.take("unions", List.of(row));
        row.putAll(Map.of("migrants", "", "has-seal", "否", "reply-number", "清空", "members", "21"));
        var found = union.take("unions", List.of(row));
        assertThat(changes(found))
                .containsExactlyInAnyOrder("has-seal 是 → 否", "reply-number 云工发〔2019〕1号 → ", "members 20 → 21");
        assertThat(unit(row, "concat_ws('/', migrants, has_seal, coalesce(reply_number, '-'), members)"))
                .isEqualTo("35/f/-/21");
    }

    @Test
    void twoUnionsShareNoCreditCode() {
        var code = Union.creditCode();
        union.take("unions", List.of(firm("先厂", "unit-uscc", code)));
        assertThat(problems(union.check(
                        "unions", List.of(firm("后厂", "unit-uscc", code), firm("末厂", "unit-uscc", code)), cadre)))
                .contains("unit-uscc import.problem.code-taken");
    }

    @Test
    void anotherNameOfADivisionIsShownAndTwiceIsOnce() {
        var code = city.division() + "88";
        union.take("divisions", List.of(Map.of("code", code, "name", "旧名区")));
        var renamed = List.of(Map.of("code", code, "name", "新名区"));
        assertThat(changes(union.take("divisions", renamed))).containsExactly("name 旧名区 → 新名区");
        assertThat(union.take("divisions", renamed).verdict(2)).isEqualTo(Verdict.SAME);
    }

    private Map<String, String> employer(String... cells) {
        var row =
                new HashMap<>(Map.of("uscc", Union.creditCode(), "employer-name", "更新厂", "division", city.division()));
        for (int i = 0; i < cells.length; i += 2) row.put(cells[i], cells[i + 1]);
        return row;
    }

    private Map<String, String> firm(String name, String... cells) {
        var row = new HashMap<>(Union.enterpriseRow(city, name + city.division(), Map.of()));
        for (int i = 0; i < cells.length; i += 2) row.put(cells[i], cells[i + 1]);
        return row;
    }

    private String one(Map<String, String> row, String what) {
        return db.sql("select " + what + " from organisation.employer e where uscc = ?")
                .param(row.get("uscc"))
                .query(String.class)
                .single();
    }

    private String unit(Map<String, String> row, String what) {
        return db.sql("select " + what + " from organisation.unit u where name = ?")
                .param(row.get("unit-name"))
                .query(String.class)
                .single();
    }

    private static List<String> changes(Findings found) {
        return found.changes().stream()
                .map(change -> change.column() + " " + change.before() + " → " + change.after())
                .toList();
    }

    private static List<String> problems(Findings found) {
        return found.problems().stream()
                .map(problem -> problem.column() + " " + problem.key())
                .toList();
    }
}

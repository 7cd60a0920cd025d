package org.uniongrid.organisation.upward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** The register reported to the system above: batches, their files, and where each union stands. */
@ModuleTest
class UpwardTests extends UpwardFixture {

    UpwardTests(Union union, MockMvcTester mvc, JdbcClient db, Standings standings) {
        super(union, mvc, db, standings);
    }

    @Test
    void theFileHasTheLayoutOfTheRegisterAbove() throws IOException {
        set(
                firm,
                "register_type = 1, register_form = 4, founded_on = '2019-05-08', founding_way = 'OFFLINE',"
                        + " members = 120, women_members = 44, has_seal = true, opens_affairs = false, home_star = 4, division = '"
                        + east.division() + "'");
        set(east, "code = 'E-" + east.id() + "'");
        union.holder("union-chair", firm);
        committee(firm, "UNION", 7);
        var rows = workbook(make(cadre, east, "all"));
        assertThat(rows.getFirst()).startsWith("工会组织代码", "工会名称", "统一社会信用代码", "组织类型", "组织形式");
        assertThat(rows).hasSize(4);
        var row = rows.stream()
                .filter(one -> one.contains(firm.name()))
                .findFirst()
                .orElseThrow();
        assertThat(cell(rows, row, "组织类型")).isEqualTo("1");
        assertThat(cell(rows, row, "状态")).isEqualTo("正常");
        assertThat(cell(rows, row, "建会日期")).isEqualTo("2019-05-08");
        assertThat(cell(rows, row, "建会方式")).isEqualTo("线下");
        assertThat(cell(rows, row, "主席姓名")).startsWith("试工");
        assertThat(cell(rows, row, "工会委员会人数")).isEqualTo("7");
        assertThat(cell(rows, row, "女职工委员会人数")).isEmpty();
        assertThat(cell(rows, row, "会员人数")).isEqualTo("120");
        assertThat(cell(rows, row, "是否有印章")).isEqualTo("是");
        assertThat(cell(rows, row, "是否厂务公开")).isEqualTo("否");
        assertThat(cell(rows, row, "职工之家星级")).isEqualTo("4");
        assertThat(cell(rows, row, "区县")).startsWith("东区");
        assertThat(cell(rows, row, "用人单位名称")).endsWith("有限公司").startsWith("顺达");
        assertThat(cell(rows, row, "用人单位信用代码")).hasSize(18);
        assertThat(cell(rows, row, "上级工会名称")).isEqualTo(east.name());
        assertThat(cell(rows, row, "上级工会代码")).isEqualTo("E-" + east.id());
        assertThat(cell(rows, row, "隶属起始日期")).isNotEmpty();
        assertThat(rows.getFirst().stream().filter(header -> header.contains("身份证") || header.contains("手机")))
                .isEmpty();
    }

    @Test
    void aBatchKeepsWhatItSaidWhenTheRegisterChanges() throws IOException {
        var id = make(cadre, east, "all");
        var before = workbook(id);
        set(firm, "members = 999");
        assertThat(workbook(id)).isEqualTo(before);
    }

    @Test
    void aUnionGoesFromOneStateToTheNext() {
        var id = make(cadre, east, "needed");
        assertThat(state(firm)).isEqualTo("NONE");
        assertThat(post(cadre, BATCHES + "/" + id + "/report", "day=" + TODAY, "receipt=HZ1"))
                .hasStatus(422)
                .bodyText()
                .contains("先下载表格");
        download(id);
        assertThat(state(firm)).isEqualTo("EXPORTED");
        assertThat(post(cadre, BATCHES + "/" + id + "/report", "day=" + TODAY, "receipt="))
                .hasStatus(422)
                .bodyText()
                .contains("请填回执号");
        report(id);
        assertThat(state(firm)).isEqualTo("REPORTED");
        assertThat(list(cadre, "REPORTED")).bodyText().contains(firm.name(), joint.name(), "HZ1");
        assertThat(list(cadre, "NONE")).bodyText().doesNotContain(firm.name());
    }

    @Test
    void whatChangedSinceIsToBeReportedAgain() {
        report(download(make(cadre, east, "needed")));
        assertThat(post(cadre, BATCHES, "under=" + east.publicId(), "which=needed"))
                .hasStatus(422)
                .bodyText()
                .contains("没有要上报的工会");
        set(firm, "members = 121");
        committee(joint, "WOMEN", 3);
        compare();
        assertThat(List.of(state(firm), state(joint), state(east))).containsExactly("CHANGED", "CHANGED", "REPORTED");
        set(firm, "members = null");
        compare();
        assertThat(state(firm)).as("as it was reported").isEqualTo("REPORTED");
        var again = make(cadre, east, "needed");
        assertThat(db.sql("select row_count from organisation.report_batch where public_id = ?")
                        .param(again)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        download(again);
        assertThat(state(joint)).isEqualTo("EXPORTED");
        assertThat(post(cadre, BATCHES + "/" + again + "/discard")).hasStatus3xxRedirection();
        assertThat(state(joint)).as("as before the export").isEqualTo("CHANGED");
    }

    @Test
    void aNewChairIsAChange() {
        report(download(make(cadre, east, "needed")));
        union.holder("union-chair", joint);
        standings.deriveAll();
        assertThat(state(joint)).isEqualTo("CHANGED");
        assertThat(state(firm)).isEqualTo("REPORTED");
    }

    @Test
    void theSameBatchTwiceIsOne() {
        var first = make(cadre, east, "needed");
        assertThat(make(cadre, east, "needed")).isEqualTo(first);
        set(firm, "members = 5");
        assertThat(make(cadre, east, "needed")).isNotEqualTo(first);
    }

    @Test
    void nobodySeesWhatLiesOutsideTheirReach() {
        var id = download(make(cadre, east, "all"));
        var west = union.cadre(union.district(city, "西"));
        assertThat(get(west, BATCHES + "/" + id)).hasStatus(404);
        assertThat(post(west, BATCHES + "/" + id + "/file")).hasStatus(404);
        assertThat(post(west, BATCHES, "under=" + east.publicId(), "which=all")).hasStatus(404);
        assertThat(get(west, BATCHES)).bodyText().doesNotContain(east.name());
        assertThat(get(union.cadre(city), BATCHES)).bodyText().contains(east.name());
        assertThat(get(union.holder("union-chair", firm), "/organisation/upward"))
                .hasStatus(403);
    }

    @Test
    void everyStepIsOnTheTrail() {
        var id = make(cadre, east, "all");
        report(download(id));
        report(id);
        assertThat(db.sql("select action from access.audit_entry where subject_id = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "organisation.upward.make", "organisation.upward.export", "organisation.upward.report");
        assertThat(post(cadre, BATCHES + "/" + id + "/discard")).hasStatus(422);
    }

    @Test
    void aRowThatWasReportedIsNeverChanged() {
        make(cadre, east, "all");
        assertThatThrownBy(() -> db.sql("update organisation.report_row set cells = '{}' where unit_id = ?")
                        .param(firm.id())
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void committee(Union.Unit unit, String kind, int seats) {
        db.sql("""
                        insert into organisation.committee (unit_id, kind, during, seats)
                        values (?, ?, daterange(current_date - 10, current_date + 900), ?)
                        """).params(unit.id(), kind, seats).update();
    }

    private List<List<String>> workbook(UUID id) throws IOException {
        var bytes = post(cadre, BATCHES + "/" + id + "/file").getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(UpwardTests::texts).toList();
        }
    }

    private static List<String> texts(Row row) {
        return Stream.iterate(0, i -> i < Layout.HEADERS.size(), i -> i + 1)
                .map(i -> i < row.getCellCount() && row.getCell(i) != null ? row.getCellText(i) : "")
                .toList();
    }

    private static String cell(List<List<String>> rows, List<String> row, String header) {
        return row.get(rows.getFirst().indexOf(header));
    }
}

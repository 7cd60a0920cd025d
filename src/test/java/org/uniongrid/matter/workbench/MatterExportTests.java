package org.uniongrid.matter.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.web.Say;

/** A workbook of matters has the rows of the list in its order, and no others. */
@ModuleTest
class MatterExportTests {

    private final MockMvcTester mvc;
    private final Union union;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final WorkList list;
    private final MatterExport export;
    private final MessageSource messages;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    MatterExportTests(
            MockMvcTester mvc,
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            WorkList list,
            MatterExport export,
            MessageSource messages,
            JdbcClient db) {
        this.mvc = mvc;
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.list = list;
        this.export = export;
        this.messages = messages;
        this.db = db;
        city = union.city();
        east = union.district(city, "单");
        chair = union.holder("union-chair", union.enterprise(east, "单厂"));
        cadre = union.cadre(east);
    }

    private UUID ask(String title) {
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), title, "请办理", null, UUID.randomUUID()));
    }

    @Test
    void everyBoxIsTakenAlongAsItIsShown() throws IOException {
        for (int i = 0; i < 4; i++) ask("清单" + i);
        var one = ask("已答复的清单");
        for (var action : List.of(Action.TAKE, Action.ANSWER)) {
            var step = tasks.open(matters.find(one, cadre)).getFirst().publicId();
            desk.act(cadre, one, Act.of(action, step, "办好了", UUID.randomUUID()));
        }
        for (var box : Box.values())
            if (box != Box.DRAFTS) assertThat(titles(box, cadre)).as(box.path()).isEqualTo(shown(box, cadre));
        assertThat(titles(Box.POOL, cadre)).hasSize(4);
        assertThat(titles(Box.DONE, cadre)).containsExactly("已答复的清单");
        var rows = rows(export(cadre, "box=all", "q=答复"));
        assertThat(rows.getFirst()).containsExactly("编号", "事项类别", "事项", "提出方", "承办方", "状态", "提出时间", "期限", "办结时间");
        assertThat(rows).hasSize(2);
        var matter = matters.find(one, cadre);
        assertThat(rows.getLast())
                .startsWith("事〔%d〕%d 号".formatted(matter.year(), matter.nr()), "一般事项", "已答复的清单")
                .contains("已答复");
        assertThat(rows(export(cadre, "box=all", "state=OPEN"))).hasSize(5);
    }

    @Test
    void moreThanOneBatchComesInTheOrderOfTheList() throws IOException {
        var one = ask("第一批");
        db.sql("""
                        insert into matter.matter (kind, title, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name, year,
                            nr, state, outcome, open_tasks, pack_id, opened_at, closed_at)
                        select kind, '批量' || n, words, unit_id, unit_name, person_id, person_name, asked_id, asked_name, year, nr + 100000 + n,
                               'CLOSED', 'REFUSED', 0, pack_id, opened_at, now() from matter.matter, generate_series(1, 620) n
                        where public_id = ?
                        """).param(one).update();
        db.sql("""
                        insert into matter.party (matter_id, part, unit_id, scope, since)
                        select m.id, p.part, p.unit_id, p.scope, p.since from matter.matter o join matter.party p on p.matter_id = o.id
                        join matter.matter m on m.asked_id = o.asked_id and m.id > o.id where o.public_id = ?
                        """).param(one).update();
        for (int i = 0; i < 9; i++) ask("后来" + i);
        var asked = new ExportAsked(Map.of("box", "received"), List.of("title"));
        var say = new Say(messages, Locale.CHINESE, ZoneId.of("Asia/Shanghai"));
        var titles = new ArrayList<String>();
        var batch = export.rows(asked, cadre, null, say);
        while (!batch.isEmpty()) {
            batch.forEach(row -> titles.add(row.cells().getFirst()));
            batch = export.rows(asked, cadre, batch.getLast().id(), say);
        }
        assertThat(titles).hasSize(630).doesNotHaveDuplicates();
        assertThat(titles).startsWith("后来8", "后来7").endsWith("批量1", "第一批");
        assertThat(export.count(asked, cadre)).isEqualTo(630);
    }

    @Test
    void nothingOutOfSightIsTakenAlong() throws IOException {
        ask("别处看不到");
        var beside = union.cadre(union.district(city, "单旁"));
        for (var box : Box.values())
            if (box != Box.DRAFTS)
                assertThat(titles(box, beside)).as(box.path()).isEmpty();
        assertThat(titles(Box.ALL, union.cadre(city))).containsExactly("别处看不到");
    }

    @Test
    void draftsAreNotTakenAlong() {
        assertThat(export(cadre, "box=drafts")).hasStatus(404);
        assertThat(mvc.get().uri("/matters?box=drafts").requestAttr(Actor.class.getName(), cadre))
                .bodyText()
                .doesNotContain("value=\"matters\"");
    }

    @Test
    void anExportIsOnTheAuditTrailWithWhatWasAskedFor() {
        ask("留痕");
        assertThat(export(cadre, "box=received", "q=留痕")).hasStatusOk();
        assertThat(db.sql("select words from exchange.export where person_id = ? and kind = 'matters'")
                        .param(cadre.personId())
                        .query(String.class)
                        .single())
                .contains("我方承办", "留痕");
        assertThat(db.sql(
                                "select count(*) from access.audit_entry where actor_id = ? and action = 'exchange.export.fetch'")
                        .param(cadre.personId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> shown(Box box, Actor actor) {
        return list.page(box, Narrow.NOTHING, actor, Cursor.START).rows().stream()
                .map(WorkList.Row::title)
                .toList();
    }

    private List<String> titles(Box box, Actor actor) throws IOException {
        return rows(export(actor, "box=" + box.path(), "column=title")).stream()
                .skip(1)
                .map(List::getFirst)
                .toList();
    }

    private MvcTestResult export(Actor actor, String... fields) {
        var request = mvc.post()
                .uri("/exchange/exports")
                .param("kind", "matters")
                .requestAttr(Actor.class.getName(), actor)
                .header("Accept-Language", "zh-CN");
        for (var field : fields) request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        return request.exchange();
    }

    private static List<List<String>> rows(MvcTestResult answer) throws IOException {
        assertThat(answer).hasStatusOk();
        var workbook = answer.getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }
}

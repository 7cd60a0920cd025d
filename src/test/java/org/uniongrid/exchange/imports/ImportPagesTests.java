package org.uniongrid.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.uniongrid.exchange.imports.ToyImport.keeper;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.SheetFile;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;

@ModuleTest
class ImportPagesTests {

    private final MockMvcTester mvc;
    private final ImportRuns runs;
    private final ToyImport toys;
    private final JdbcClient db;

    ImportPagesTests(MockMvcTester mvc, ImportRuns runs, ToyImport toys, JdbcClient db) {
        this.mvc = mvc;
        this.runs = runs;
        this.toys = toys;
        this.db = db;
    }

    @BeforeEach
    void clear() {
        db.sql("delete from exchange.import_run").update();
        db.sql("delete from exchange.toy").update();
    }

    @Test
    void leadsFromUploadToResult() {
        var id = upload("名称,身份证号,备注\n积木,530102199001011234,x\nbad one,1,y\n");
        var page = get("/exchange/imports/" + id);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("检查完成，1 行可以导入，1 行有错误", "第 B 列 身份证号 没有保存", "第 C 列 备注 不认识", "A 名称")
                .contains("坏玩具 bad one", "换一个好的", "只导入没有错误的 1 行")
                .doesNotContain("every 1s", "530102199001011234", "确认导入");
        assertThat(post("/exchange/imports/" + id + "/commit?mode=good"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/exchange/imports/" + id);
        finished(id);
        assertThat(get("/exchange/imports/" + id)).bodyText().contains("已导入 1 行", "下载错误文件（1 行）");
        assertThat(get("/exchange/imports")).bodyText().contains("玩具.csv", "已导入");
    }

    @Test
    void refreshesItselfWhileItWorksAndTellsTheEnd() {
        var id = upload("名称\n积木\n");
        state(id, "COMMITTING");
        assertThat(get("/exchange/imports/" + id))
                .bodyText()
                .contains("hx-trigger=\"every 1s\"", "hx-select=\"#run\"", "<noscript>", "正在导入");
        state(id, "COMMITTED");
        var polled = mvc.get()
                .uri("/exchange/imports/" + id)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .header("HX-Request", "true")
                .requestAttr(Actor.class.getName(), keeper())
                .exchange();
        assertThat(polled).bodyText().doesNotContain("every 1s");
        assertThat(polled.getResponse().getHeader("HX-Trigger"))
                .contains("ug:toast", "\\u")
                .matches("\\p{ASCII}+");
    }

    @Test
    void givesARefusedFileBackWithWhatWasTyped() {
        var answer = post("坏.csv", "人数\n1\n".getBytes(StandardCharsets.UTF_8), "true", keeper());
        assertThat(answer).hasStatus(422).bodyText().contains("缺少必填的列：名称", "aria-invalid=\"true\"");
        assertThat(answer).bodyText().containsPattern("name=\"choice.loud\"[^>]*checked");
        var without = post("坏.csv", new byte[0], null, keeper());
        assertThat(without).hasStatus(422).bodyText().contains("文件是空的");
        assertThat(without).bodyText().doesNotContainPattern("name=\"choice.loud\"[^>]*checked");
        assertThat(runs.page(keeper(), Cursor.START).isEmpty()).isTrue();
    }

    @Test
    void asksForAFile() {
        assertThat(post("", new byte[0], null, keeper()))
                .hasStatus(422)
                .bodyText()
                .contains("请选择要上传的文件");
    }

    @Test
    void saysOnTheFormWhatIsNotKept() {
        assertThat(get("/exchange/imports/new?kind=toy"))
                .hasStatusOk()
                .bodyText()
                .contains("multipart/form-data", "与盒子上一致", "积木", "不保存", "内容不保存", "选填，加密保存", "大声", "200,000 行")
                .containsPattern("name=\"choice.loud\"[^>]*checked")
                .doesNotContain("style=", "onclick");
        assertThat(get("/exchange/imports/new")).bodyText().contains("/exchange/imports/new?kind=toy");
    }

    @Test
    void givesATemplateThatItReadsItself() {
        var file = get("/exchange/imports/template?kind=toy");
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .contains("attachment", "filename*=UTF-8''%E7%8E%A9");
        // an empty template has headers and no rows: only the rows are missed
        assertThat(catchThrowable(() -> SheetFile.read(file.getResponse().getContentAsByteArray(), toys.columns())))
                .hasMessage("import.refused.no-rows");
    }

    @Test
    void givesTheFaultyRowsBackWithReasonsAndTakesThemAgain() {
        var id = upload("名称,人数,身份证号\n积木,1,\n\n\"bad, one\",+5,530102199001011234\n");
        var file = get("/exchange/imports/" + id + "/errors");
        var all = List.of(
                Column.optional("row", "行号"),
                Column.optional("name", "名称"),
                Column.optional("staff", "人数"),
                Column.optional("problem", "问题"));
        var read = SheetFile.read(file.getResponse().getContentAsByteArray(), all);
        assertThat(read.headings()).extracting(SheetFile.Heading::text).containsExactly("行号", "名称", "人数", "问题");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst().cells())
                .containsEntry("row", "4")
                .containsEntry("name", "bad, one")
                .containsEntry("staff", "+5")
                .containsEntry("problem", "A 名称：坏玩具 bad, one。换一个好的");
        assertThat(SheetFile.read(file.getResponse().getContentAsByteArray(), toys.columns())
                        .rows())
                .hasSize(1);
    }

    @Test
    void saysThatTheSameFileIsThereAlready() {
        var id = upload("名称\n积木\n");
        var again = post("b.csv", "名称\n积木\n".getBytes(StandardCharsets.UTF_8), null, keeper());
        assertThat(again).hasRedirectedUrl("/exchange/imports/" + id);
        assertThat(again.getMvcResult().getFlashMap().get("toast")).asString().contains("import.twin.checked");
    }

    @Test
    void givesTheWholeListBackAsLongAsItWaits() {
        var id = upload("名称\n积木\nbad\n");
        assertThat(get("/exchange/imports/" + id)).bodyText().contains("下载整张表，错处标红");
        var file = get("/exchange/imports/" + id + "/returned");
        assertThat(file).hasStatusOk();
        assertThat(SheetFile.read(file.getResponse().getContentAsByteArray(), toys.columns())
                        .rows())
                .hasSize(2);
        post("/exchange/imports/" + id + "/commit?mode=good");
        finished(id);
        assertThat(get("/exchange/imports/" + id)).bodyText().doesNotContain("下载整张表");
        assertThat(get("/exchange/imports/" + id + "/returned").getResponse().getStatus())
                .isBetween(400, 499);
    }

    @Test
    void showsWhatWouldChangeBeforeAndAfter() {
        db.sql("insert into exchange.toy values ('积木', 1)").update();
        var id = upload("名称,人数\n积木,1\n风车,2\n");
        db.sql("""
                insert into exchange.import_change (run_id, number, column_key, before, after)
                select id, 2, 'staff', '1', '7' from exchange.import_run where public_id = ?""").param(id).update();
        assertThat(get("/exchange/imports/" + id + "/changes"))
                .hasStatusOk()
                .bodyText()
                .contains("积木", "B 人数", ">1<", ">7<");
        assertThat(get("/exchange/imports/" + id + "/changes", ToyImport.actor(8, "exchange.import", "toy.import")))
                .hasStatus(404);
    }

    @Test
    void shutsOutWhoeverLacksThePermission() {
        var id = upload("名称\n积木\n");
        var none = ToyImport.actor(7);
        var other = ToyImport.actor(8, "exchange.import", "toy.import");
        var unkind = ToyImport.actor(7, "exchange.import");
        assertThat(get("/exchange/imports", none)).hasStatus(403);
        assertThat(get("/exchange/imports/" + id, other)).hasStatus(404);
        assertThat(get("/exchange/imports/" + id + "/errors", other)).hasStatus(404);
        assertThat(get("/exchange/imports/new?kind=toy", unkind)).hasStatus(403);
        assertThat(get("/exchange/imports/template?kind=toy", unkind)).hasStatus(403);
        assertThat(post("a.csv", "名称\n甲\n".getBytes(StandardCharsets.UTF_8), null, unkind))
                .hasStatus(403);
        assertThat(get("/exchange/imports/new?kind=other")).hasStatus(404);
    }

    @Test
    void speaksEnglish() {
        var id = upload("Name\nblocks\nkites\n");
        assertThat(mvc.get()
                        .uri("/exchange/imports/" + id)
                        .cookie(new Cookie("ug_lang", "en"))
                        .requestAttr(Actor.class.getName(), keeper()))
                .bodyText()
                .contains("Checked: all 2 rows can be imported", "Import 2 rows");
    }

    private UUID upload(String csv) {
        var answer = post("C:\\表\\玩具.csv", csv.getBytes(StandardCharsets.UTF_8), null, keeper());
        assertThat(answer).hasStatus3xxRedirection();
        var url = String.valueOf(answer.getResponse().getRedirectedUrl());
        var id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        finished(id);
        return id;
    }

    private void finished(UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !runs.find(id, keeper()).isWorking());
    }

    private void state(UUID id, String state) {
        db.sql("update exchange.import_run set state = :state, mode = 'ALL' where public_id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private MvcTestResult get(String uri) {
        return get(uri, keeper());
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get().uri(uri).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private MvcTestResult post(String uri) {
        return mvc.post().uri(uri).requestAttr(Actor.class.getName(), keeper()).exchange();
    }

    private MvcTestResult post(String name, byte[] content, @Nullable String loud, Actor actor) {
        var request = mvc.post()
                .uri("/exchange/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .param("kind", "toy")
                .requestAttr(Actor.class.getName(), actor);
        return (loud == null ? request : request.param("choice.loud", loud)).exchange();
    }
}

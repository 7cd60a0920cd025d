package org.uniongrid.matter.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Drafts;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;

/** Matters are found by words of their titles, in every box, within what the reader may see. */
@ModuleTest
class TitleSearchTests {

    private final Union union;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final Drafts drafts;
    private final WorkList list;
    private final JdbcClient db;
    private final Union.Unit city;
    private final Union.Unit east;
    private final Actor chair;
    private final Actor cadre;

    TitleSearchTests(
            Union union, MatterDesk desk, Matters matters, Tasks tasks, Drafts drafts, WorkList list, JdbcClient db) {
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.drafts = drafts;
        this.list = list;
        this.db = db;
        city = union.city();
        east = union.district(city, "搜");
        chair = union.holder("union-chair", union.enterprise(east, "搜厂"));
        cadre = union.cadre(east);
    }

    private UUID ask(String title) {
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), title, "请办理", null, UUID.randomUUID()));
    }

    private List<String> found(Box box, String typed, Actor actor) {
        var narrow =
                Narrow.of(Optional.empty(), Optional.empty(), Optional.of(typed), Optional.empty(), Optional.empty());
        return list.page(box, narrow, actor, Cursor.START).rows().stream()
                .map(WorkList.Row::title)
                .toList();
    }

    @Test
    void everyBoxIsSearchedByWords() {
        var one = ask("一号楼食堂改造");
        ask("高温补贴");
        assertThat(found(Box.POOL, "食堂", cadre)).containsExactly("一号楼食堂改造");
        var step = tasks.open(matters.find(one, cadre)).getFirst().publicId();
        desk.act(cadre, one, Act.of(Action.TAKE, step, null, UUID.randomUUID()));
        for (var box : List.of(Box.HELD, Box.DONE, Box.RECEIVED, Box.ALL))
            assertThat(found(box, "食堂", cadre)).as(box.path()).containsExactly("一号楼食堂改造");
        assertThat(found(Box.ASKED, "食堂", chair)).containsExactly("一号楼食堂改造");
        assertThat(found(Box.COPIED, "食堂", cadre)).isEmpty();
        assertThat(found(Box.ALL, "食堂 改造", cadre)).containsExactly("一号楼食堂改造");
        assertThat(found(Box.ALL, "食改", cadre)).as("no such pair").isEmpty();
        assertThat(found(Box.ALL, "号食堂楼", cadre)).as("pairs apart").isEmpty();
    }

    @Test
    void wideSignsAndCapitalsMakeNoDifference() {
        ask("Ａ区ERP培训（３期）");
        for (var typed : List.of("a区", "erp培训", "ＥＲＰ", "训3期"))
            assertThat(found(Box.ALL, typed, cadre)).as(typed).hasSize(typed.equals("训3期") ? 0 : 1);
        assertThat(found(Box.ALL, "3期", cadre)).hasSize(1);
    }

    @Test
    void aSearchEndsWhereSightEnds() {
        ask("保密食堂");
        var beside = union.cadre(union.district(city, "搜旁"));
        assertThat(found(Box.ALL, "食堂", beside)).isEmpty();
        assertThat(found(Box.ALL, "食堂", union.cadre(city))).containsExactly("保密食堂");
    }

    @Test
    void whatIsCommonIsFoundAlongTheListAndWhatIsRareByTheIndex() {
        for (int i = 0; i < 8; i++) ask("常见的事" + i);
        assertThat(found(Box.ALL, "常见的事", cadre)).hasSize(8).startsWith("常见的事7");
        assertThat(found(Box.ALL, "常见的事5", cadre)).containsExactly("常见的事5");
    }

    @Test
    void aDraftIsFoundByItsWriterAndForgottenWhenThrownAway() {
        var id = drafts.save(chair, "general", null, null, "半截食堂", "", UUID.randomUUID());
        assertThat(found(Box.DRAFTS, "食堂", chair)).containsExactly("半截食堂");
        drafts.save(chair, "general", id, east.publicId(), "改成宿舍", "全文", UUID.randomUUID());
        assertThat(found(Box.DRAFTS, "食堂", chair)).isEmpty();
        desk.submit(chair, new MatterDesk.Request("general", east.publicId(), "终成浴室", "全文", id, UUID.randomUUID()));
        assertThat(found(Box.ASKED, "浴室", chair)).containsExactly("终成浴室");
        assertThat(found(Box.ASKED, "宿舍", chair)).isEmpty();
    }

    @Test
    void theColumnHoldsWhatTheMigrationWouldWrite() {
        var id = ask("Ａ区“食堂”改造（2期）");
        assertThat(db.sql("""
                                select search = (select array_to_tsvector(array_agg(distinct substr('a区食堂改造2期', i, 2)))
                                    from generate_series(1, length('a区食堂改造2期')) i) from matter.matter where public_id = ?
                                """).param(id).query(Boolean.class).single()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-15,2026,15", "事〔2026〕15 号,2026,15", "2026/7,2026,7", "No. 15 of 2026,2026,15", "2026 15,2026,15"})
    void aNumberIsReadAsPeopleWriteIt(String typed, int year, int nr) {
        var narrow =
                Narrow.of(Optional.empty(), Optional.empty(), Optional.of(typed), Optional.empty(), Optional.empty());
        assertThat(narrow.year()).isEqualTo(year);
        assertThat(narrow.nr()).isEqualTo(nr);
        assertThat(narrow.hasWords()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年春季3号楼", "食堂 2026-15", "202615"})
    void wordsWithFiguresAreWords(String typed) {
        var narrow =
                Narrow.of(Optional.empty(), Optional.empty(), Optional.of(typed), Optional.empty(), Optional.empty());
        assertThat(narrow.nr()).isNull();
        assertThat(narrow.hasWords()).isTrue();
    }

    @Test
    void signsAloneFindNothingAndThePageSaysWhy() {
        ask("食堂");
        var narrow =
                Narrow.of(Optional.empty(), Optional.empty(), Optional.of("？！"), Optional.empty(), Optional.empty());
        assertThat(narrow.isUnreadable()).isTrue();
        assertThat(found(Box.ALL, "？！", cadre)).isEmpty();
    }
}

package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.TestData;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.MatterRule;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Paper;
import org.uniongrid.matter.Papers;

/** Papers are looked at on their way in, and given out to whoever may see them. */
@ModuleTest
class PapersTests {

    private final MatterDesk desk;
    private final Matters matters;
    private final PaperDesk papers;
    private final JdbcClient db;
    private final MockMvcTester mvc;
    private final Union union;
    private final Union.Unit east;
    private final Union.Unit factory;
    private final Actor chair;
    private final Actor cadre;

    PapersTests(Union union, MatterDesk desk, Matters matters, PaperDesk papers, JdbcClient db, MockMvcTester mvc) {
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.papers = papers;
        this.db = db;
        this.mvc = mvc;
        east = union.district(union.city(), "材");
        factory = union.enterprise(east, "材厂");
        chair = union.holder("union-chair", factory);
        cadre = union.cadre(east);
    }

    @Test
    void aPhotoComesInWithoutItsPlaceAndIsOnTheTimeline() throws Exception {
        var id = ask();
        attach(chair, id, false, new Papers.Sent("食堂.jpg", Pictures.jpeg(6)));
        var shown = shelf(cadre, id);
        assertThat(shown).singleElement().satisfies(paper -> {
            assertThat(paper.name()).isEqualTo("食堂.jpg");
            assertThat(paper.personName()).isEqualTo(chair.name());
        });
        var given = papers.give(cadre, id, shown.getFirst().publicId());
        assertThat(new String(given.content(), ISO_8859_1)).doesNotContain(Pictures.SECRET);
        assertThat(matters.timeline(matters.find(id, cadre))).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.ATTACH);
            assertThat(entry.words()).isEqualTo("食堂.jpg");
        });
        assertThat(deeds(shown.getFirst().publicId())).containsExactly("matter.paper.add", "matter.paper.read");
        var hash = hash(shown.getFirst().publicId());
        var file = TestData.PLACE.resolve("files").resolve(hash.substring(0, 2)).resolve(hash);
        assertThat(Files.readAllBytes(file)).isEqualTo(given.content());
    }

    @Test
    void whatIsForHandlersIsHiddenFromWhoAsked() {
        var id = ask();
        attach(cadre, id, true, text("内部意见.txt"));
        var paper = shelf(cadre, id).getFirst();
        assertThat(paper.inside()).isTrue();
        assertThat(shelf(chair, id)).isEmpty();
        assertThatThrownBy(() -> papers.give(chair, id, paper.publicId())).isInstanceOf(NoSuchElementException.class);
        assertThat(matters.timeline(matters.find(id, chair)))
                .extracting(Matters.Entry::action)
                .doesNotContain(Action.ATTACH);
        assertThat(told(chair)).isEmpty();
        assertBroken(() -> attach(chair, id, true, text("x.txt")), PaperRule.ONLY_HANDLERS_KEEP_PAPERS_INSIDE);
    }

    @Test
    void aStrangerSeesNoneAndAPaperOfAnotherMatterIsNotFound() {
        var id = ask();
        var other = ask();
        attach(chair, id, false, text("名单.txt"));
        var paper = shelf(chair, id).getFirst().publicId();
        var stranger = union.cadre(union.district(union.city(), "材外"));
        assertThatThrownBy(() -> papers.give(stranger, id, paper)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> attach(stranger, id, false, text("x.txt"))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> papers.give(cadre, other, paper)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aFormSentTwiceAddsOnce() {
        var id = ask();
        var key = UUID.randomUUID();
        var accepted = papers.accept(List.of(text("a.txt"), text("b.txt")));
        papers.attach(chair, id, accepted, false, key);
        papers.attach(chair, id, accepted, false, key);
        assertThat(shelf(chair, id)).extracting(Paper::name).containsExactly("a.txt", "b.txt");
        assertThat(told(cadre)).containsExactly("matter.arrived", "matter.news");
    }

    @Test
    void whoAddedItTakesItBackWhileTheMatterIsOpen() {
        var id = ask();
        attach(chair, id, false, text("错.txt"));
        attach(chair, id, false, text("对.txt"));
        var wrong = shelf(chair, id).getFirst().publicId();
        var right = shelf(chair, id).getLast().publicId();
        assertBroken(() -> papers.remove(cadre, id, wrong, UUID.randomUUID()), PaperRule.WHO_ADDED_IT_TAKES_IT_BACK);
        papers.remove(chair, id, wrong, UUID.randomUUID());
        assertThat(shelf(chair, id)).extracting(Paper::name).containsExactly("对.txt");
        assertThatThrownBy(() -> papers.give(cadre, id, wrong)).isInstanceOf(NoSuchElementException.class);
        assertThat(matters.timeline(matters.find(id, cadre)))
                .last()
                .extracting(Matters.Entry::action)
                .isEqualTo(Action.DETACH);
        desk.act(chair, id, Act.of(Action.WITHDRAW, null, null, UUID.randomUUID()));
        assertBroken(() -> papers.remove(chair, id, right, UUID.randomUUID()), MatterRule.MATTER_IS_STILL_OPEN);
        assertBroken(() -> attach(chair, id, false, text("晚.txt")), MatterRule.MATTER_IS_STILL_OPEN);
        assertThat(papers.give(chair, id, right).name()).isEqualTo("对.txt");
    }

    @Test
    void badFilesAreRefusedAndNothingComesOfTheOthers() {
        var id = ask();
        assertBroken(
                () -> attach(chair, id, false, text("好.txt"), new Papers.Sent("包.zip", Zipped.of("a"))),
                PaperRule.PAPER_IS_OF_A_KNOWN_TYPE);
        assertBroken(
                () -> attach(
                        chair,
                        id,
                        false,
                        new Papers.Sent(
                                "表.docx", Zipped.of("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"))),
                PaperRule.PAPER_HAS_NO_MACROS);
        assertBroken(
                () -> attach(chair, id, false, new Papers.Sent("大.txt", filled((10 << 20) + 1))),
                PaperRule.PAPER_IS_SMALL);
        assertBroken(
                () -> attach(chair, id, false, new Papers.Sent("坏.png", Arrays.copyOf(Pictures.png(1), 90))),
                PaperRule.PAPER_IS_WHOLE);
        var many = new Papers.Sent[51];
        Arrays.fill(many, text("x.txt"));
        assertBroken(() -> attach(chair, id, false, many), PaperRule.PAPERS_FIT_IN);
        assertThat(shelf(chair, id)).isEmpty();
        attach(chair, id, false, new Papers.Sent("满.txt", filled(10 << 20)));
    }

    @Test
    void aPaperIsTakenAlongAndNeverShownInAPage() {
        var id = ask();
        attach(chair, id, false, new Papers.Sent("页.html", "<script>alert(1)</script>".getBytes(UTF_8)));
        var paper = shelf(chair, id).getFirst().publicId();
        assertThat(mvc.get().uri("/matters/{id}/papers/{paper}", id, paper).requestAttr(Actor.class.getName(), cadre))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .hasHeader("Content-Type", "text/plain")
                .hasHeader("Cache-Control", "no-store")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        value -> assertThat(value.getFirst())
                                .startsWith("attachment;")
                                .contains(".txt"));
    }

    @Test
    void aPictureIsShownByItselfAndNothingRunsInIt() {
        var id = ask();
        attach(chair, id, false, new Papers.Sent("食堂.png", Pictures.png(1)), text("名单.txt"));
        var shown = shelf(cadre, id);
        assertThat(shown).extracting(Paper::shown).containsExactly(true, false);
        assertThat(show(id, shown.getFirst()))
                .hasHeader("Content-Type", "image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        value -> assertThat(value.getFirst()).startsWith("inline;"));
        assertThat(show(id, shown.getLast()))
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        value -> assertThat(value.getFirst()).startsWith("attachment;"));
    }

    @Test
    void aPdfIsShownInTheViewerOfTheBrowser() {
        var id = ask();
        attach(chair, id, false, new Papers.Sent("批复.pdf", "%PDF-1.7\n1 0 obj".getBytes(UTF_8)));
        assertThat(show(id, shelf(cadre, id).getFirst()))
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    private MvcTestResult show(UUID id, Paper paper) {
        return mvc.get()
                .uri("/matters/{id}/papers/{paper}?show", id, paper.publicId())
                .requestAttr(Actor.class.getName(), cadre)
                .exchange();
    }

    @Test
    void whereNobodyLooksForVirusesThePageSaysSo() {
        var id = ask();
        assertThat(mvc.get().uri("/matters/{id}/papers", id).requestAttr(Actor.class.getName(), chair))
                .hasStatusOk()
                .bodyText()
                .contains("文件未经病毒扫描");
    }

    @Test
    void aRequestWithABadFileComesBackWithItsWords() {
        assertThat(mvc.post()
                        .uri("/matters/general")
                        .multipart()
                        .file(new MockMultipartFile("files", "包.zip", "image/png", Zipped.of("a")))
                        .param("to", "up1")
                        .param("title", "请修食堂")
                        .param("words", "一号楼的食堂漏水")
                        .param("key", UUID.randomUUID().toString())
                        .requestAttr(Actor.class.getName(), chair))
                .hasStatus(422)
                .bodyText()
                .contains("一号楼的食堂漏水", "请修食堂", "包.zip");
        assertThat(db.sql("select count(*) from matter.matter where unit_name = ?")
                        .param(factory.name())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID ask() {
        return desk.submit(
                chair, new MatterDesk.Request("general", east.publicId(), "请协调", "食堂", null, UUID.randomUUID()));
    }

    private void attach(Actor actor, UUID id, boolean inside, Papers.Sent... files) {
        papers.attach(actor, id, papers.accept(List.of(files)), inside, UUID.randomUUID());
    }

    private List<Paper> shelf(Actor actor, UUID id) {
        return papers.of(matters.find(id, actor)).papers();
    }

    private static Papers.Sent text(String name) {
        return new Papers.Sent(name, ("内容 " + name).getBytes(UTF_8));
    }

    private static byte[] filled(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private String hash(UUID paper) {
        return db.sql("select hash from matter.paper where public_id = ?")
                .param(paper)
                .query(String.class)
                .single();
    }

    private List<String> deeds(UUID paper) {
        return db.sql("select action from access.audit_entry where subject_id = ? order by id")
                .param(paper)
                .query(String.class)
                .list();
    }

    private List<String> told(Actor actor) {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(actor.personId())
                .query(String.class)
                .list();
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable what, Rule rule) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}

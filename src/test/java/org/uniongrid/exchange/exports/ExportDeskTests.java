package org.uniongrid.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.exchange.exports.Export.State;
import org.uniongrid.exchange.exports.ExportDesk.Answer;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Say;

@ModuleTest
class ExportDeskTests {

    private final ExportDesk desk;
    private final ApprovalDesk approvalDesk;
    private final Approvals approvals;
    private final Exports exports;
    private final ExportWork work;
    private final ExportUpkeep upkeep;
    private final ThisProcess process;
    private final ToyExport toys;
    private final ToyExport owners;
    private final Union union;
    private final JdbcClient db;
    private final Say say;
    private final Path folder;
    private final Union.Unit city;
    private final Actor cadre;
    private final Actor colleague;

    ExportDeskTests(
            ExportDesk desk,
            ApprovalDesk approvalDesk,
            Approvals approvals,
            Exports exports,
            ExportWork work,
            ExportUpkeep upkeep,
            ThisProcess process,
            @Qualifier("toys") ToyExport toys,
            @Qualifier("toyOwners") ToyExport owners,
            Union union,
            JdbcClient db,
            MessageSource messages,
            ZoneId zone,
            @Value("${uniongrid.data}") Path data) {
        this.desk = desk;
        this.approvalDesk = approvalDesk;
        this.approvals = approvals;
        this.exports = exports;
        this.work = work;
        this.upkeep = upkeep;
        this.process = process;
        this.toys = toys;
        this.owners = owners;
        this.union = union;
        this.db = db;
        this.say = new Say(messages, Locale.SIMPLIFIED_CHINESE, zone);
        this.folder = data.resolve("exports");
        this.city = union.city();
        this.cadre = union.cadre(city);
        this.colleague = union.cadre(city);
    }

    @BeforeEach
    void release() {
        toys.held = null;
        process.beat();
    }

    @Test
    void sendsFiveThousandRowsStraight() throws IOException {
        var answer = (Answer.Straight) ask(toys, 5_000, cadre);
        assertThat(answer.export().state()).isEqualTo(State.FETCHED);
        assertThat(rows(new ByteArrayInputStream(answer.workbook()), 0)).hasSize(5_001);
        assertThat(trail(answer.export())).containsExactly("exchange.export.fetch");
    }

    @Test
    void makesMoreInTheBackground() throws IOException {
        var export = ready(begun(ask(toys, 5_001, cadre)));
        assertThat(export.total()).isEqualTo(5_001);
        assertThat(rows(desk.fetch(export.publicId(), cadre), 0)).hasSize(5_002);
        assertThat(trail(export))
                .containsExactly("exchange.export.ask", "exchange.export.make", "exchange.export.fetch");
        assertThat(told(cadre)).containsExactly("exchange.export-ready");
    }

    @Test
    void tenThousandRowsNeedNoApprovalAndOneMoreDoes() {
        assertThat(begun(ask(toys, 10_000, cadre)).state()).isEqualTo(State.MAKING);
        assertThat(begun(ask(toys, 10_001, cadre)).state()).isEqualTo(State.WAITING);
    }

    @Test
    void ofPersonalDataFiveHundredNeedNoApprovalAndOneMoreDoes() {
        assertThat(ask(owners, 500, cadre)).isInstanceOf(Answer.Straight.class);
        var waiting = begun(ask(owners, 501, cadre));
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(told(colleague)).contains("exchange.export-waiting");
        assertThat(told(cadre)).doesNotContain("exchange.export-waiting");
    }

    @Test
    void isMadeOnceAnotherApproves() throws IOException {
        var waiting = begun(ask(owners, 501, cadre));
        approvalDesk.approve(waiting.publicId(), colleague);
        var export = ready(waiting);
        assertThat(rows(desk.fetch(export.publicId(), cadre), 0)).hasSize(502);
        assertThat(trail(export)).contains("exchange.export.approve");
        assertThat(told(cadre)).contains("exchange.export-approved", "exchange.export-ready");
    }

    @Test
    void nobodyApprovesTheirOwn() {
        var waiting = begun(ask(owners, 502, cadre));
        assertBroken("rule.export-approved-by-another", () -> approvalDesk.approve(waiting.publicId(), cadre));
        assertBroken("rule.export-approved-by-another", () -> approvalDesk.refuse(waiting.publicId(), cadre, "x"));
        assertThat(find(waiting).state()).isEqualTo(State.WAITING);
    }

    @Test
    void whoeverDoesNotReachTheUnitKnowsNothingOfIt() {
        var waiting = begun(ask(owners, 503, cadre));
        var below = union.cadre(union.district(city, "低"));
        var elsewhere = union.cadre(union.city());
        for (var other : List.of(below, elsewhere)) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> approvalDesk.approve(waiting.publicId(), other));
            assertThat(approvals
                            .page(other.reach("exchange.export.approve"), Cursor.START)
                            .rows())
                    .isEmpty();
        }
        assertThat(approvals
                        .page(colleague.reach("exchange.export.approve"), Cursor.START)
                        .rows())
                .extracting(Export::publicId)
                .contains(waiting.publicId());
    }

    @Test
    void aRefusalHasAReasonAndIsTold() {
        var waiting = begun(ask(owners, 504, cadre));
        assertBroken("rule.export-refused-for-a-reason", () -> approvalDesk.refuse(waiting.publicId(), colleague, " "));
        approvalDesk.refuse(waiting.publicId(), colleague, "范围太大");
        assertThat(find(waiting).state()).isEqualTo(State.REFUSED);
        assertThat(told(cadre)).contains("exchange.export-refused");
        assertBroken("rule.export-still-waiting", () -> approvalDesk.approve(waiting.publicId(), colleague));
    }

    @Test
    void isDownloadedOnceAndItsFileIsGone() throws IOException {
        var export = ready(begun(ask(toys, 5_002, cadre)));
        var file = folder.resolve(export.publicId() + ".xlsx");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var workbook = desk.fetch(export.publicId(), cadre)) {
            assertThat(workbook.read()).isEqualTo('P');
        }
        assertThat(file).doesNotExist();
        assertBroken("rule.export-downloaded-once", () -> desk.fetch(export.publicId(), cadre));
    }

    @Test
    void nobodyElseFindsIt() {
        var export = ready(begun(ask(toys, 5_003, cadre)));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> desk.fetch(export.publicId(), colleague));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> desk.cancel(export.publicId(), colleague));
        assertThat(find(export).state()).isEqualTo(State.READY);
    }

    @Test
    void askedTwiceItIsBegunOnce() {
        var first = begun(ask(owners, 505, cadre));
        assertThat(begun(ask(owners, 505, cadre))).isEqualTo(first);
        assertThat(begun(ask(owners, 505, colleague))).isNotEqualTo(first);
    }

    @Test
    void whatIsCancelledOnTheWayEndsAndLeavesNoFile() throws InterruptedException {
        var export = hold(5_004);
        desk.cancel(export.publicId(), cadre);
        work.reportProgress();
        let();
        await().untilAsserted(() -> assertThat(left(export)).isFalse());
        assertThat(find(export).state()).isEqualTo(State.CANCELLED);
        assertBroken("rule.export-still-there", () -> desk.fetch(export.publicId(), cadre));
    }

    @Test
    void tellsHowFarItIs() throws InterruptedException {
        var export = hold(5_005);
        work.reportProgress();
        assertThat(find(export).done()).isEqualTo(500);
        let();
        ready(export);
    }

    @Test
    void whatADeadProcessLeftIsEndedAndCanBeAskedForAgain() throws InterruptedException {
        var export = hold(5_006);
        db.sql("update exchange.export set process_id = ? where id = ?")
                .params(UUID.randomUUID(), export.id())
                .update();
        upkeep.endInterrupted();
        let();
        assertThat(find(export))
                .extracting(Export::state, Export::failure)
                .containsExactly(State.FAILED, "export.failed.interrupted");
        assertThat(told(cadre)).contains("exchange.export-failed");
        toys.held = null;
        assertThat(ready(begun(ask(toys, 5_006, cadre))).publicId()).isNotEqualTo(export.publicId());
    }

    @Test
    void whatALivingProcessMakesGoesOn() throws InterruptedException {
        var export = hold(5_007);
        upkeep.endInterrupted();
        upkeep.forgetOld();
        let();
        assertThat(ready(export).state()).isEqualTo(State.READY);
    }

    @Test
    void nothingIsMadeForAPostThatEnded() {
        var leaver = union.cadre(city);
        var waiting = begun(ask(owners, 506, leaver));
        end(leaver);
        approvalDesk.approve(waiting.publicId(), colleague);
        var failed = await().until(() -> exports.find(waiting.publicId(), leaver), Export::isOver);
        assertThat(failed.failure()).isEqualTo("export.failed.post");
        assertThat(left(waiting)).isFalse();
    }

    @Test
    void isNotGivenOutAfterThePostEnded() {
        var leaver = union.cadre(city);
        var export = begun(ask(toys, 5_008, leaver));
        await().until(() -> exports.find(export.publicId(), leaver), Export::isReady);
        end(leaver);
        assertBroken("rule.export-post-still-held", () -> desk.fetch(export.publicId(), leaver));
    }

    @Test
    void isKeptForADayAndNoLonger() {
        var export = ready(begun(ask(toys, 5_009, cadre)));
        age(export, "finished_at", "23 hours 59 minutes");
        upkeep.forgetOld();
        assertThat(find(export).state()).isEqualTo(State.READY);
        age(export, "finished_at", "2 minutes");
        assertBroken("rule.export-still-there", () -> desk.fetch(export.publicId(), cadre));
        upkeep.forgetOld();
        assertThat(find(export).state()).isEqualTo(State.EXPIRED);
        assertThat(left(export)).isFalse();
    }

    @Test
    void whatNobodyDecidesOnExpires() {
        var waiting = begun(ask(owners, 507, cadre));
        age(waiting, "asked_at", "7 days 1 minute");
        upkeep.forgetOld();
        assertThat(find(waiting).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void saysWhoTookItFromWhereAndKeepsFormulasText() throws IOException {
        var answer = (Answer.Straight) ask(toys, 3, cadre);
        var about = rows(new ByteArrayInputStream(answer.workbook()), 1);
        assertThat(about.stream().map(row -> row.getCellText(1)))
                .contains(
                        cadre.name(),
                        "192.0.2.7",
                        city.name(),
                        "3",
                        answer.export().publicId().toString());
        assertThat(rows(new ByteArrayInputStream(answer.workbook()), 0).get(1).getCellText(0))
                .isEqualTo("'=玩具0");
    }

    @Test
    void aUnitOutOfReachIsNotThere() {
        var asked = new ExportAsked(Map.of("under", union.city().publicId().toString(), "rows", "3"), List.of("name"));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> desk.ask(toys, asked, cadre, "192.0.2.7", say));
    }

    private Answer ask(ToyExport kind, int rows, Actor actor) {
        var filter = new HashMap<>(Map.of("under", city.publicId().toString(), "rows", String.valueOf(rows)));
        return desk.ask(kind, new ExportAsked(filter, List.of("name", "size")), actor, "192.0.2.7", say);
    }

    private static Export begun(Answer answer) {
        return ((Answer.Begun) answer).export();
    }

    /** One that has written its first rows and waits. */
    private Export hold(int rows) throws InterruptedException {
        toys.held = new CountDownLatch(1);
        var reached = new CountDownLatch(1);
        toys.reached = reached;
        var export = begun(ask(toys, rows, cadre));
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        return export;
    }

    private void let() {
        var held = toys.held;
        if (held != null) held.countDown();
    }

    private Export ready(Export export) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> find(export), Export::isReady);
    }

    private Export find(Export export) {
        return exports.find(export.publicId(), cadre);
    }

    private boolean left(Export export) {
        return Files.exists(folder.resolve(export.publicId() + ".xlsx"))
                || Files.exists(folder.resolve(export.publicId() + ".draft"));
    }

    private void end(Actor actor) {
        db.sql("update organisation.tenure set during = daterange(current_date - 9, current_date) where person_id = ?")
                .param(actor.personId())
                .update();
    }

    private void age(Export export, String column, String by) {
        db.sql("update exchange.export set " + column + " = " + column + " - ?::interval where id = ?")
                .params(by, export.id())
                .update();
    }

    private List<String> trail(Export export) {
        return db.sql("select action from access.audit_entry where subject_id = ? order by id")
                .param(export.publicId())
                .query(String.class)
                .list();
    }

    private List<String> told(Actor actor) {
        return db.sql("select kind from notice.notice where person_id = ? order by id")
                .param(actor.personId())
                .query(String.class)
                .list();
    }

    private static List<Row> rows(InputStream workbook, int sheet) throws IOException {
        try (workbook;
                var book = new ReadableWorkbook(workbook)) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    private static void assertBroken(String rule, ThrowingCallable deed) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(deed)
                .satisfies(broken -> assertThat(broken.rule().key()).isEqualTo(rule));
    }
}

package org.uniongrid.membership.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Standing;
import org.uniongrid.membership.Standings;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.web.Templates;

/** Whom the roll above refuses is marked with its reason and reported again. */
@ModuleTest
class RefusalTests {

    private final RefusalImport refusals;
    private final ReportDesk desk;
    private final Reports reports;
    private final ReportFile file;
    private final Standings standings;
    private final Stays stays;
    private final Persons persons;
    private final Identities identities;
    private final Templates templates;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final LocalDate today;
    private final Union.Unit depot;
    private final Actor cadre;
    private final Actor elsewhere;

    RefusalTests(
            RefusalImport refusals,
            ReportDesk desk,
            Reports reports,
            ReportFile file,
            Standings standings,
            Union union,
            Stays stays,
            Persons persons,
            Identities identities,
            Templates templates,
            TransactionTemplate transaction,
            JdbcClient db,
            Clock clock) {
        this.refusals = refusals;
        this.desk = desk;
        this.reports = reports;
        this.file = file;
        this.standings = standings;
        this.stays = stays;
        this.persons = persons;
        this.identities = identities;
        this.templates = templates;
        this.transaction = transaction;
        this.db = db;
        today = LocalDate.now(clock);
        var city = union.city();
        depot = union.enterprise(union.district(city, "退"), "退站");
        cadre = union.cadre(depot);
        elsewhere = union.cadre(union.district(city, "别退"));
    }

    @Test
    void whoIsRefusedIsMarkedWithTheReasonAndReportedAgain() {
        var one = member("退一");
        var two = member("退二");
        var report = handIn();
        refuse(cadre, row(2, one.number(), "退一", "证件号码与姓名不一致"));
        assertThat(standing(one)).isEqualTo(Standing.REFUSED);
        assertThat(standing(two)).isEqualTo(Standing.REPORTED);
        assertThat(reports.refused(reports.find(report, cadre.reach(Roll.REPORT)), cadre.reach(Roll.REPORT)))
                .extracting(Reports.Refused::name, Reports.Refused::refused)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("退一", "证件号码与姓名不一致"));
        assertThat(standings.of(cadre.reach(Roll.REPORT), depot.scope()))
                .containsEntry(Standing.REFUSED, 1)
                .containsEntry(Standing.REPORTED, 1)
                .containsEntry(Standing.NONE, 0);

        var again = desk.make(cadre, depot.publicId());
        assertThat(standing(one)).isEqualTo(Standing.EXPORTED);
        assertThat(standing(two)).isEqualTo(Standing.REPORTED);
        desk.discard(cadre, again);
        assertThat(standing(one)).as("as before").isEqualTo(Standing.REFUSED);
        persons.rename(one.id(), "退壹");
        assertThat(standing(one)).as("put right").isEqualTo(Standing.CHANGED);
    }

    @Test
    void theSameListAgainChangesNothing() {
        var one = member("退同");
        handIn();
        refuse(cadre, row(2, one.number(), "", "重复"));
        var findings = check(cadre, row(2, one.number(), "", "重复"));
        assertThat(findings.verdict(2)).isEqualTo(Findings.Verdict.SAME);
        assertThat(findings.changes()).isEmpty();
        var other = check(cadre, row(2, one.number(), "", "查无此人"));
        assertThat(other.verdict(2)).isEqualTo(Findings.Verdict.CHANGED);
        assertThat(other.changes()).containsExactly(new Findings.Change(2, "reason", "重复", "查无此人"));
    }

    @Test
    void aNumberThatWasNotReportedFromHereIsAProblemWhoeverHasIt() {
        var one = member("退外");
        var stranger = Numbers.idNumber();
        assertThat(problems(cadre, row(2, one.number(), "", "原因")))
                .as("not handed in yet")
                .containsExactly("import.problem.roll-answers-nobody");
        handIn();
        assertThat(problems(cadre, row(2, one.number(), "", "原因"))).isEmpty();
        assertThat(problems(elsewhere, row(2, one.number(), "", "原因")))
                .as("out of reach is said as what is not there")
                .isEqualTo(problems(elsewhere, row(2, stranger, "", "原因")))
                .containsExactly("import.problem.roll-answers-nobody");
        assertThat(problems(cadre, row(2, one.number(), "别名", "原因")))
                .containsExactly("import.problem.roll-answers-name");
        assertThat(problems(cadre, row(2, "", "退外", "原因"))).containsExactly("import.problem.roll-answers-number");
        assertThat(problems(cadre, row(2, one.number(), "", "甲"), row(3, one.number(), "", "乙")))
                .containsExactly("import.problem.twice");
        assertThatThrownBy(() -> refuse(elsewhere, row(2, one.number(), "", "原因")))
                .isInstanceOf(RuleBroken.class);
        assertThat(standing(one)).isEqualTo(Standing.REPORTED);
    }

    @Test
    void whoHasChangedSinceStaysChanged() {
        var one = member("退变");
        handIn();
        persons.rename(one.id(), "退改");
        refuse(cadre, row(2, one.number(), "", "姓名不符"));
        assertThat(standing(one)).isEqualTo(Standing.CHANGED);
    }

    @Test
    void ofTwoReportsThatWaitTheLaterOneCounts() {
        var one = member("退两");
        var first = desk.make(cadre, depot.publicId());
        persons.rename(one.id(), "退俩");
        var second = desk.make(cadre, depot.publicId());
        desk.report(cadre, first, today, "回执一");
        assertThat(standing(one)).as("the change waits in the second").isEqualTo(Standing.EXPORTED);
        desk.discard(cadre, second);
        assertThat(standing(one)).as("what the first had is out of date").isEqualTo(Standing.CHANGED);
    }

    @Test
    void whoChangedBeforeAReportWasThrownAwayWasNeverReported() {
        var one = member("退废");
        var report = desk.make(cadre, depot.publicId());
        persons.rename(one.id(), "退费");
        desk.discard(cadre, report);
        assertThat(standing(one)).isEqualTo(Standing.NONE);
    }

    @Test
    void theFileHasTheColumnsOfThePackAndTheDayOfBirth() {
        var one = member("退列");
        var asked = new ExportAsked(
                Map.of("report", desk.make(cadre, depot.publicId()).toString()), ReportFile.FIELDS);
        var say = templates.say(Locale.ENGLISH);
        var headings = file.headings(asked, cadre, say);
        assertThat(headings).startsWith("姓名", "性别", "证件类型", "证件号码", "出生日期").hasSize(18);
        var cells = file.rows(asked, cadre, null, say).getFirst().cells();
        assertThat(cells).hasSameSizeAs(headings);
        var number = one.number();
        assertThat(cells.get(headings.indexOf("证件号码"))).isEqualTo(number);
        assertThat(cells.get(headings.indexOf("出生日期")))
                .isEqualTo(number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14));
    }

    private record Member(long id, String number) {}

    private Member member(String name) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(depot.id(), null, "rider")));
        var number = Numbers.idNumber();
        identities.keep(worker.personId(), IdentityField.ID_NUMBER, number);
        return new Member(worker.personId(), number);
    }

    private UUID handIn() {
        var report = desk.make(cadre, depot.publicId());
        desk.report(cadre, report, today, "回执");
        return report;
    }

    private Standing standing(Member member) {
        return Standing.valueOf(db.sql("select standing from membership.stay where person_id = ?")
                .param(member.id())
                .query(String.class)
                .single());
    }

    private ImportRow row(int number, String idNumber, String name, String reason) {
        var cells = new HashMap<>(Map.of("id-number", idNumber, "member-name", name, "reason", reason));
        cells.values().removeIf(String::isEmpty);
        return ImportRow.of(number, cells, refusals.columns());
    }

    private static Sheet sheet(ImportRow... rows) {
        return new Sheet(List.of(rows), Set.of("id-number", "member-name", "reason"), Map.of());
    }

    private Findings check(Actor actor, ImportRow... rows) {
        var findings = new Findings();
        refusals.check(sheet(rows), actor, findings);
        return findings;
    }

    private List<String> problems(Actor actor, ImportRow... rows) {
        return check(actor, rows).problems().stream().map(Findings.Problem::key).toList();
    }

    private void refuse(Actor actor, ImportRow... rows) {
        transaction.executeWithoutResult(_ -> refusals.commit(sheet(rows), actor));
    }
}

package org.uniongrid.membership.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.exchange.ExportAsked;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Roll;
import org.uniongrid.membership.Standing;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;
import org.uniongrid.people.Schooling;
import org.uniongrid.web.Templates;

/** Members are reported once as they are, and again when something of them has changed. */
@ModuleTest
class ReportingTests {

    private final ReportDesk desk;
    private final Reports reports;
    private final ReportFile file;
    private final Stays stays;
    private final Persons persons;
    private final Profiles profiles;
    private final Identities identities;
    private final Templates templates;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final LocalDate today;
    private final Union.Unit depot;
    private final Actor cadre;
    private final Actor elsewhere;

    ReportingTests(
            ReportDesk desk,
            Reports reports,
            ReportFile file,
            Union union,
            Stays stays,
            Persons persons,
            Profiles profiles,
            Identities identities,
            Templates templates,
            TransactionTemplate transaction,
            JdbcClient db,
            Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.file = file;
        this.stays = stays;
        this.persons = persons;
        this.profiles = profiles;
        this.identities = identities;
        this.templates = templates;
        this.transaction = transaction;
        this.db = db;
        today = LocalDate.now(clock);
        var east = union.district(union.city(), "报");
        depot = union.enterprise(east, "报站");
        cadre = union.cadre(depot);
        elsewhere = union.cadre(union.district(union.city(), "别报"));
    }

    @Test
    void whoIsReportedIsNotReportedAgainUntilSomethingChanges() {
        var one = member("报一");
        var two = member("报二");
        var three = member("报三");
        var first = desk.make(cadre, depot.publicId());
        assertThat(standing(one)).isEqualTo(Standing.EXPORTED);
        assertThatThrownBy(() -> desk.make(cadre, depot.publicId()))
                .as("they wait in a report")
                .isInstanceOf(RuleBroken.class);
        persons.rename(three.personId(), "报叁");
        assertThat(standing(three)).isEqualTo(Standing.CHANGED);
        desk.report(cadre, first, today, "回执一");
        assertThat(standing(one)).isEqualTo(Standing.REPORTED);
        assertThat(standing(three)).as("changed after the file was made").isEqualTo(Standing.CHANGED);

        identities.keep(two.personId(), IdentityField.PHONE, Numbers.phone());
        assertThat(standing(two)).isEqualTo(Standing.CHANGED);
        change(one, Change.LEFT);
        assertThat(standing(one)).isEqualTo(Standing.CHANGED);
        var second = desk.make(cadre, depot.publicId());
        assertThat(rows(second)).hasSize(3).anySatisfy(row -> assertThat(row).contains("报一", today.toString()));
    }

    @Test
    void aProfileThatChangesIsReportedAgainAndAThingThatTheRollAboveDoesNotHaveIsNot() {
        var one = member("报档");
        desk.report(cadre, desk.make(cadre, depot.publicId()), today, "回执");
        db.sql("update membership.stay set scope = scope where person_id = ?")
                .param(one.personId())
                .update();
        assertThat(standing(one)).isEqualTo(Standing.REPORTED);
        profiles.keep(one.personId(), new Profile(null, null, null, Schooling.COLLEGE, null, null, null, null));
        assertThat(standing(one)).isEqualTo(Standing.CHANGED);
    }

    @Test
    void aReportThatIsThrownAwayLeavesThemAsTheyWere() {
        var one = member("报弃");
        var report = desk.make(cadre, depot.publicId());
        desk.discard(cadre, report);
        assertThat(standing(one)).isEqualTo(Standing.NONE);
        assertThatThrownBy(() -> desk.report(cadre, report, today, "回执")).isInstanceOf(RuleBroken.class);
        assertThat(desk.make(cadre, depot.publicId())).isNotEqualTo(report);
    }

    @Test
    void theFileHasNumbersInFullAndIsForWhoReachesTheUnit() {
        var one = member("报全");
        var number = Numbers.idNumber();
        identities.keep(one.personId(), IdentityField.ID_NUMBER, number);
        var report = desk.make(cadre, depot.publicId());
        assertThat(rows(report))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("报全", number, depot.name()));
        assertThat(file.inFull()).as("another person approves it").isTrue();
        assertThatThrownBy(() -> reports.find(report, elsewhere.reach(Roll.REPORT)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private List<List<String>> rows(UUID report) {
        var asked = new ExportAsked(Map.of("report", report.toString()), ReportFile.FIELDS);
        return file.rows(asked, cadre, null, templates.say(Locale.SIMPLIFIED_CHINESE)).stream()
                .map(row -> row.cells())
                .toList();
    }

    private Standing standing(Actor worker) {
        return Standing.valueOf(
                db.sql("select standing from membership.stay where person_id = ? order by id desc limit 1")
                        .param(worker.personId())
                        .query(String.class)
                        .single());
    }

    private void change(Actor worker, Change change) {
        transaction.executeWithoutResult(
                _ -> stays.change(cadre, stays.current(worker.personId()).orElseThrow(), worker.name(), change, "原因"));
    }

    private Actor member(String name) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(depot.id(), null, "rider")));
        return worker;
    }
}

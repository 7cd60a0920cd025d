package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.SentCodes;
import org.uniongrid.access.Worker;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Change;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** A worker sees what is kept of them, corrects it, takes it along, and closes the account. */
@ModuleTest
class MyDataStory {

    private static final String CODE = "112358";

    private final Worker workers;
    private final SentCodes codes;
    private final Stays stays;
    private final Identities identities;
    private final TransactionTemplate transaction;
    private final Union.Unit depot;

    @LocalServerPort
    private int port;

    MyDataStory(
            Union union,
            Persons persons,
            Identities identities,
            Stays stays,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.workers = new Worker(persons, identities, db, vault, transaction);
        this.codes = new SentCodes(db, vault, transaction);
        this.stays = stays;
        this.identities = identities;
        this.transaction = transaction;
        depot = union.enterprise(union.district(union.city(), "据"), "据站");
    }

    @Test
    void seenCorrectedAndTakenAlong() throws IOException {
        var worker = member("何志明");
        try (var phone = Chromium.visitor(address(), 390)) {
            signIn(phone, worker.phone());
            phone.open("/m/me");
            phone.page.locator("a[href='/m/me/data']").click();
            assertThat(phone.page.locator("main")).containsText(depot.name());
            assertThat(phone.page.locator("main")).not().containsText(worker.phone());
            phone.shoot("data-390");
            assertThat(phone.overflow()).isZero();

            phone.page.locator("a[href='/m/me/data/correct']").click();
            phone.page.locator("#f-id-number").fill("110101199003078888");
            phone.page.locator("#f-schooling").selectOption("COLLEGE");
            phone.page.locator("#correct .btn-primary").click();
            assertThat(phone.page.locator(".invalid-feedback")).isVisible();
            assertThat(phone.page.locator("#f-schooling")).hasValue("COLLEGE");
            phone.shoot("data-correct-390");
            var number = Numbers.idNumber();
            phone.page.locator("#f-id-number").fill(number);
            phone.page.locator("#correct .btn-primary").click();
            assertThat(phone.page.locator(".toast-ug")).containsText("已更正");
            assertThat(identities.plain(worker.id(), IdentityField.ID_NUMBER)).contains(number);

            codes.passTime(worker.phone());
            phone.open("/m/me/data/export");
            phone.page.locator("[data-in-place]").click();
            assertThat(phone.page.locator("[role=status]")).isVisible();
            assertThat(codes.set(worker.phone(), "own-data", CODE)).isTrue();
            phone.page.locator("#f-code").fill("000001");
            phone.page.locator("#export .btn-primary").click();
            assertThat(phone.page.locator(".invalid-feedback")).isVisible();
            phone.shoot("data-export-390");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("#f-code").fill(CODE);
            var file = phone.page.waitForDownload(
                    () -> phone.page.locator("#export .btn-primary").click());
            try (var paper = Loader.loadPDF(Files.readAllBytes(file.path()))) {
                var text = new PDFTextStripper().getText(paper);
                assertThat(text).contains("何志明", worker.phone(), number, depot.name());
            }
        }
    }

    @Test
    void anotherPhoneProvesItself() {
        var worker = member("何换机");
        var next = Numbers.phone();
        try (var phone = Chromium.visitor(address(), 360)) {
            signIn(phone, worker.phone());
            phone.open("/m/me/data/correct/phone");
            phone.page.locator("#f-phone").fill(next);
            phone.page.locator("[data-in-place]").click();
            assertThat(phone.page.locator("[role=status]")).isVisible();
            assertThat(codes.set(next, "own-phone", CODE)).isTrue();
            phone.page.locator("#f-code").fill(CODE);
            phone.shoot("data-phone-360");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("#phone .btn-primary").click();
            assertThat(phone.page.locator(".toast-ug")).containsText("已更正");
            assertThat(identities.plain(worker.id(), IdentityField.PHONE)).contains(next);
        }
    }

    @Test
    void whoeverLeftClosesAndNothingToReachThemByIsLeft() {
        var worker = member("何注销");
        try (var phone = Chromium.visitor(address(), 360)) {
            signIn(phone, worker.phone());
            close(phone, worker.phone());
            assertThat(identities.plain(worker.id(), IdentityField.PHONE))
                    .as("a member stays on the roll")
                    .contains(worker.phone());

            signIn(phone, worker.phone());
            var actor = Actor.worker(worker.id(), worker.name());
            transaction.executeWithoutResult(_ ->
                    stays.change(actor, stays.current(worker.id()).orElseThrow(), worker.name(), Change.LEFT, "离开"));
            phone.open("/m/me/data/close");
            assertThat(phone.page.locator("main")).containsText("号码和个人资料全部删除");
            phone.shoot("data-close-360");
            assertThat(phone.overflow()).isZero();
            close(phone, worker.phone());
            assertThat(identities.masked(worker.id())).isEmpty();
        }
    }

    private void close(Visitor phone, String number) {
        phone.open("/m/me/data/close");
        codes.passTime(number);
        phone.page.locator("[data-in-place]").click();
        assertThat(phone.page.locator("[role=status]")).isVisible();
        assertThat(codes.set(number, "own-data", CODE)).isTrue();
        phone.page.locator("#f-code").fill(CODE);
        phone.page.locator("[name=sure]").check();
        phone.page.locator("#close .btn-danger-o").click();
        assertThat(phone.page).hasURL(address() + "/m/sign-in");
    }

    private Worker.Someone member(String name) {
        var worker = workers.someone(name);
        transaction.executeWithoutResult(_ -> stays.begin(
                Actor.worker(worker.id(), name), worker.id(), name, new Stays.Place(depot.id(), null, "rider")));
        return worker;
    }

    private void signIn(Visitor phone, String number) {
        codes.passTime(number);
        PhoneSignIn.signIn(phone, workers, number);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

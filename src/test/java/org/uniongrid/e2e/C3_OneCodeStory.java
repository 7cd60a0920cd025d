package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.SigningProfile;
import org.uniongrid.access.Worker;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;
import org.uniongrid.web.Camera;

/** One code: the phone makes it without a network, gates check it without one, and those without a phone get it on paper. */
@ModuleTest
class C3_OneCodeStory {

    private static final String KEPT = "() => UG.keep.get('%s').then(kept => kept !== undefined)";
    private static final String READY = "() => navigator.serviceWorker.controller !== null";

    private final Union union;
    private final Worker workers;
    private final Stays stays;
    private final Persons persons;
    private final TransactionTemplate transaction;
    private final Union.Unit east;
    private final Union.Unit depot;

    @LocalServerPort
    private int port;

    C3_OneCodeStory(
            Union union,
            Persons persons,
            Identities identities,
            Stays stays,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction) {
        this.union = union;
        this.workers = new Worker(persons, identities, db, vault, transaction);
        this.stays = stays;
        this.persons = persons;
        this.transaction = transaction;
        east = union.district(union.city(), "码");
        depot = union.enterprise(east, "码站");
    }

    @Test
    void whereThereIsNoNetworkTheCodeWorksOnceToo() throws IOException, ReaderException {
        var worker = member("林志明");
        var cadre = union.account("federation-cadre", east);
        try (var phone = Chromium.visitor(address(), 390);
                var first = Chromium.visitor(address(), 390);
                var second = Chromium.visitor(address(), 1440)) {
            PhoneSignIn.signIn(phone, workers, worker.phone());
            phone.open("/m/card");
            assertThat(phone.page.locator("[data-kept]")).isVisible();
            phone.page.waitForFunction(READY);
            phone.shoot("code-390");
            assertThat(phone.overflow()).isZero();
            takeAlong(first, cadre);
            takeAlong(second, cadre);

            List.of(phone, first, second).forEach(one -> one.offline(true));
            phone.open("/m/card");
            assertThat(phone.page.locator("[data-code] svg")).isVisible();
            assertThat(phone.page.locator("main")).containsText("林*明");
            phone.shoot("code-offline-390");
            assertThat(phone.overflow()).isZero();
            var code = seen(phone);
            assertThat(code).startsWith("UG2.");

            first.open("/membership/gate");
            assertThat(first.page.locator("h1")).containsText("无网核验");
            assertThat(first.page.locator("[data-verdict=NO_PACK]")).isHidden();
            show(first, "东门", code, "GOOD");
            assertThat(first.page.locator("[data-label]")).containsText("林*明 · " + depot.name());
            first.shoot("gate-offline-390");
            assertThat(first.overflow()).isZero();
            show(first, "东门", code, "USED");
            show(first, "东门", code.substring(0, 80) + "x" + code.substring(81), "NOT_OURS");
            second.open("/membership/gate");
            show(second, "西门", code, "GOOD");
            second.page.evaluate("() => { const real = Date.now; Date.now = () => real() + 61000; }");
            show(second, "西门", code, "OVER");
            second.shoot("gate-offline-over-1440");

            List.of(phone, first, second).forEach(one -> one.offline(false));
            first.open("/membership/gate");
            assertThat(first.page.locator("#late-out")).containsText("有效 1 个");
            second.open("/membership/gate");
            assertThat(second.page.locator("#late-out")).containsText("在别处也用过 1 个");
            second.open("/membership/gate");
            assertThat(second.page.locator("main")).containsText("林志明");
            second.shoot("gate-twice-1440");
            second.page.locator("#f-gate").fill("西门");
            second.page.locator("#f-code").fill(code);
            second.page.locator("#gate .btn-primary").click();
            assertThat(second.page.locator("#outcome")).containsText("会员码已经用过");
        }
    }

    @Test
    void whoeverSignsOutLeavesNoCodeBehind() {
        var worker = member("退了");
        try (var phone = Chromium.visitor(address(), 360)) {
            PhoneSignIn.signIn(phone, workers, worker.phone());
            phone.open("/m/card");
            assertThat(phone.page.locator("[data-kept]")).isVisible();
            phone.page.waitForFunction(READY);
            phone.shoot("code-360");
            assertThat(phone.overflow()).isZero();
            phone.open("/m/me");
            phone.page.locator("form[action='/m/me/sign-out'] button").click();
            assertThat(phone.page).hasURL(address() + "/m/sign-in");
            phone.offline(true);
            phone.open("/m/card");
            assertThat(phone.page.locator("main")).containsText("这部手机还没有会员码");
            phone.shoot("code-none-360");
        }
    }

    @Test
    void whoeverHasNoPhoneGetsACardWithAPhoto() throws IOException, ReaderException {
        var worker = member("林大爷");
        var cadre = union.account("federation-cadre", east);
        try (var desk = Chromium.visitor(address(), 1440)) {
            desk.signIn(cadre.login(), Union.PASSWORD);
            desk.open("/membership/members/" + publicId(worker.id()));
            desk.page.locator("a[href$='/card']").click();
            desk.page.locator("#f-photo").setInputFiles(new FilePayload("a.jpg", "image/jpeg", new byte[] {1, 2, 3}));
            desk.page.locator("main .btn-primary").click();
            assertThat(desk.page.locator("main")).containsText("这不是照片");
            desk.page.locator("#f-photo").setInputFiles(new FilePayload("a.png", "image/png", photo()));
            var paper = desk.page.waitForDownload(
                    () -> desk.page.locator("main .btn-primary").click());
            var image = rendered(Files.readAllBytes(paper.path()));
            ImageIO.write(image, "png", new java.io.File("target/shots/card-paper.png"));
            var code = Camera.read(image);
            assertThat(code).startsWith("UG3.");
            desk.open("/membership/gate");
            desk.page.locator("#f-gate").fill("一号门");
            desk.page.locator("#f-code").fill(code);
            desk.page.locator("#gate .btn-primary").click();
            assertThat(desk.page.locator("#outcome")).containsText("请核对照片与本人");
            desk.shoot("gate-printed-1440");
            desk.open("/membership/members/" + publicId(worker.id()) + "/card");
            desk.shoot("card-print-1440");
            desk.page.locator("form[action$='/card/end'] button").click();
            assertThat(desk.page.locator("main")).containsText("还没有打印过");
        }
    }

    /** In the 国密 profile the city signs with SM2, and gates check that without a network as well. */
    @Test
    void gatesCheckCodesSignedWithSm2() throws GeneralSecurityException {
        var keys = SigningProfile.GM.newKeys();
        var content = HexFormat.of()
                .parseHex("01" + "ab".repeat(16) + "%016x".formatted(1_800_000_000L) + "0102030405060708");
        var signature = SigningProfile.GM.sign(content, keys.privateKey());
        var whole = new byte[content.length + signature.length];
        System.arraycopy(content, 0, whole, 0, content.length);
        System.arraycopy(signature, 0, whole, content.length, signature.length);
        var code = "UG1." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        var key = Base64.getEncoder().encodeToString(keys.publicKey());
        var other =
                Base64.getEncoder().encodeToString(SigningProfile.GM.newKeys().publicKey());
        try (var gate = Chromium.visitor(address(), 390)) {
            gate.signIn(union.account("federation-cadre", east).login(), Union.PASSWORD);
            gate.open("/membership/gate/offline");
            assertThat(checked(gate, code, key, 1_800_000_059L)).isEqualTo("GOOD");
            assertThat(checked(gate, code, key, 1_800_000_060L)).isEqualTo("OVER");
            assertThat(checked(gate, code, key, 1_799_999_994L)).isEqualTo("AHEAD");
            assertThat(checked(gate, code, other, 1_800_000_000L)).isEqualTo("NOT_OURS");
        }
    }

    private static Object checked(Visitor gate, String code, String key, long now) {
        return gate.page.evaluate(
                "it => UG.check(it.code, {algorithm: 'SM3 SM2', key: it.key, devices: [], prints: []}, it.now).then(one => one.verdict)",
                Map.of("code", code, "key", key, "now", (double) now));
    }

    private void takeAlong(Visitor gate, Union.Account cadre) {
        gate.signIn(cadre.login(), Union.PASSWORD);
        gate.open("/membership/gate");
        gate.page.waitForFunction(KEPT.formatted("pack"));
        gate.page.waitForFunction(READY);
    }

    private static void show(Visitor gate, String where, String code, String verdict) {
        gate.page.locator("#f-gate").fill(where);
        gate.page.locator("#f-code").fill(code);
        gate.page.locator("#gate .btn-primary").click();
        assertThat(gate.page.locator("[data-verdict=" + verdict + "]")).isVisible();
    }

    private static String seen(Visitor phone) throws IOException, ReaderException {
        var picture = phone.page.locator("[data-code] svg").screenshot();
        return Camera.read(ImageIO.read(new ByteArrayInputStream(picture)));
    }

    private static byte[] photo() throws IOException {
        var image = new BufferedImage(600, 700, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x6b8fb3));
        pen.fillRect(0, 0, 600, 700);
        pen.setColor(new Color(0xe8c9a8));
        pen.fillOval(200, 150, 200, 260);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).isOne();
            return new PDFRenderer(paper).renderImageWithDPI(0, 200);
        }
    }

    private Worker.Someone member(String name) {
        var worker = workers.someone(name);
        var actor = Actor.worker(worker.id(), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(actor, worker.id(), name, new Stays.Place(depot.id(), null, "rider")));
        return worker;
    }

    private UUID publicId(long person) {
        return persons.known(List.of(person)).getFirst().publicId();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

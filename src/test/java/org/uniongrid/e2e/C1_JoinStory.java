package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.SentCodes;
import org.uniongrid.e2e.Chromium.Visitor;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Vault;

/** A union hangs up its code, a rider scans it at the gate, the chair accepts, and the card is on the phone. */
@ModuleTest
class C1_JoinStory {

    private static final String CODE = "135790";

    private final Union union;
    private final SentCodes codes;
    private final Union.Unit east;
    private final Union.Unit depot;

    @LocalServerPort
    private int port;

    C1_JoinStory(Union union, JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.union = union;
        this.codes = new SentCodes(db, vault, transaction);
        east = union.district(union.city(), "扫");
        depot = union.enterprise(east, "扫站");
    }

    @Test
    void fromThePosterToTheCard() throws IOException {
        var chair = union.account("union-chair", depot);
        try (var desk = desk(chair);
                var phone = Chromium.visitor(address(), 390)) {
            var path = hangUp(desk, "UNION");
            var number = Numbers.phone();
            fillIn(phone, path, "马志明", number);
            phone.page.locator(".m-dock .btn-primary").click();
            assertThat(phone.page.locator("main")).containsText("请阅读并勾选同意");
            phone.page.locator("[name=consent][value=MEMBERSHIP]").check();
            phone.shoot("join-check-390");
            phone.page.locator(".m-dock .btn-primary").click();
            assertThat(phone.page).hasURL(address() + "/m");
            assertThat(phone.page.locator("body")).containsText("申请已提交");
            phone.page.locator("a:has-text('入会申请')").click();
            assertThat(phone.page.locator("main")).containsText(depot.name());
            phone.shoot("join-matter-390");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("button[name=hidden]").click();
            assertThat(phone.page.locator("main")).containsText("还没有办理过的事项");
            phone.open("/m");
            assertThat(phone.page.locator("a:has-text('入会申请')")).hasCount(0);
            phone.shoot("join-sent-390");

            desk.open("/matters?box=pool");
            desk.page.locator("a:has-text('马志明')").click();
            assertThat(desk.page.locator("main")).containsText("外卖配送员");
            desk.shoot("join-decide");
            desk.page.locator("form[action$='/take'] button").click();
            desk.page.locator("summary:has-text('通过')").click();
            desk.page.locator("form[action$='/answer'] button:has-text('通过')").click();
            assertThat(desk.page.locator(".toast-ug")).containsText("已通过");

            phone.open("/m");
            assertThat(phone.page.locator(".m-card")).containsText(depot.name());
            phone.shoot("join-card-390");
            desk.open("/membership/members?under=" + depot.publicId());
            assertThat(desk.page.locator("#list")).containsText("马志明");
            desk.shoot("roll");
            desk.page.locator("#list a:has-text('马志明')").click();
            assertThat(desk.page.locator("main")).containsText("加入工会");
            desk.shoot("member");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /** Makes a code on the desk; the address it stands for. */
    private String hangUp(Visitor desk, String decides) throws IOException {
        desk.open("/membership/doors/new?unit=" + depot.publicId());
        desk.page.locator("[name=label]").fill("一号门");
        desk.page.locator("[name=decides][value=" + decides + "]").check();
        desk.shoot("door-new");
        desk.page.locator(".card-footer .btn-primary").click();
        assertThat(desk.page.locator(".qr-big svg")).isVisible();
        desk.shoot("door");
        var poster = desk.page.waitForDownload(
                () -> desk.page.locator("a[href$='/poster']").click());
        assertThat(Files.readAllBytes(poster.path()))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var link = Objects.requireNonNull(desk.page.locator("#copy-address").textContent());
        return link.substring(link.indexOf("/j/"));
    }

    private void fillIn(Visitor phone, String path, String name, String number) {
        phone.open(path);
        assertThat(phone.page.locator("main")).containsText(depot.name());
        phone.page.locator("#f-name").fill(name);
        phone.page.locator("#f-phone").fill(number);
        phone.shoot("join-who-" + phone.page.viewportSize().width);
        phone.page.locator("[data-in-place]").click();
        assertThat(phone.page.locator("[role=status]")).isVisible();
        assertThat(codes.set(number, "join", CODE)).isTrue();
        phone.page.locator("#f-code").fill(CODE);
        phone.page.locator(".m-dock .btn-primary").click();
        phone.page.locator(".chips-m label:has-text('外卖配送员')").click();
        phone.shoot("join-work-" + phone.page.viewportSize().width);
        assertThat(phone.overflow()).isZero();
        phone.page.locator(".m-dock .btn-primary").click();
        assertThat(phone.page.locator("main h2").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNobodyDecidesItTakesLessThanAMinuteAlsoWithoutScript(boolean script) throws IOException {
        var cadre = union.account("federation-cadre", east);
        try (var desk = desk(cadre);
                var phone = script ? Chromium.visitor(address(), 360) : Chromium.visitorWithoutScript(address(), 360)) {
            var path = hangUp(desk, "NOBODY");
            var number = Numbers.phone();
            fillIn(phone, path, script ? "羊志明" : "牛志明", number);
            phone.page.locator("[name=consent][value=MEMBERSHIP]").check();
            phone.shoot("join-check-360");
            assertThat(phone.overflow()).isZero();
            phone.page.locator(".m-dock .btn-primary").click();
            assertThat(phone.page.locator(".m-card")).containsText("在册");
            phone.shoot("join-card-360");
            assertThat(phone.overflow()).isZero();
            phone.open("/m/membership");
            assertThat(phone.page.locator("main")).containsText(depot.name());
            phone.page.locator("button[name=given]").click();
            assertThat(phone.page.locator("button[name=given]")).containsText("撤回");
            phone.page.locator("summary:has-text('退会')").click();
            phone.page.locator("form[action$='/leave'] .btn").click();
            assertThat(phone.page.locator("main")).containsText("请先勾选确认");
            phone.shoot("membership-360");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("[name=sure]").check();
            phone.page.locator("form[action$='/leave'] .btn").click();
            assertThat(phone.page.locator("main")).containsText("你还没有加入工会");
            assertThat(phone.page.locator("main")).containsText(depot.name());
        }
    }

    @Test
    void aCodeThatWasTakenBackSaysSo() throws IOException {
        var cadre = union.account("federation-cadre", east);
        try (var desk = desk(cadre);
                var phone = Chromium.visitor(address(), 360)) {
            var path = hangUp(desk, "NOBODY");
            desk.page.locator("summary:has-text('停用这个入会码')").click();
            desk.page.locator("form[action$='/end'] button").click();
            assertThat(desk.page.locator("main")).containsText("已于");
            phone.open(path);
            assertThat(phone.page.locator("main")).containsText("已经停用");
            phone.shoot("join-gone-360");
        }
    }

    @Test
    void behindThePosterIsAlsoWhatTheUnionOffers() throws IOException {
        var cadre = union.account("federation-cadre", east);
        try (var desk = desk(cadre);
                var phone = Chromium.visitor(address(), 390)) {
            var path = hangUp(desk, "NOBODY");
            desk.open("/membership/offers");
            desk.page.locator(".page-h .btn-primary").click();
            desk.page.locator("#f-title").fill("免费体检");
            desk.page.locator(".card-footer .btn-primary").click();
            assertThat(desk.page.locator("#f-title")).hasValue("免费体检");
            desk.page.locator("#f-words").fill("每位会员每年一次。\n\n带会员码到职工医院。");
            desk.shoot("offer-new");
            desk.page.locator(".card-footer .btn-primary").click();
            assertThat(desk.page.locator("#list")).containsText("免费体检");
            desk.shoot("offers");

            phone.open(path);
            phone.page.locator("a[href$='/policies']").click();
            phone.page.locator("summary:has-text('免费体检')").first().click();
            assertThat(phone.page.locator("main")).containsText("带会员码到职工医院");
            phone.shoot("policies-390");
            assertThat(phone.overflow()).isZero();

            fillIn(phone, path, "马会员", Numbers.phone());
            phone.page.locator("[name=consent][value=MEMBERSHIP]").check();
            phone.page.locator(".m-dock .btn-primary").click();
            assertThat(phone.page.locator(".m-card")).containsText("在册");
            phone.open(path);
            assertThat(phone.page.locator("main")).containsText("你已经是" + depot.name() + "的会员");
            phone.shoot("scanned-390");
            assertThat(phone.overflow()).isZero();
            phone.page.locator("a[href='/m/card']").click();
            assertThat(phone.page.locator(".m-digits")).isVisible();

            desk.page.locator("form[action$='/end'] button").first().click();
            phone.open(path + "/policies");
            assertThat(phone.page.locator("main")).not().containsText("免费体检");
        }
    }

    private Visitor desk(Union.Account account) {
        var desk = Chromium.visitor(address(), 1440);
        desk.signIn(account.login(), Union.PASSWORD);
        return desk;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}

package org.uniongrid.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Masks;
import org.uniongrid.people.Numbers;

/** An account from its invitation to its end, with a second factor and on several devices. */
@ModuleTest
class AccountStory {

    private static final String CHOSEN = "harbour-Lantern-42";

    private final Union union;
    private final String address;

    AccountStory(Union union, @LocalServerPort int port) {
        this.union = union;
        this.address = "http://localhost:" + port;
    }

    @Test
    void somebodyInvitedChoosesAPasswordAndIsDisabledAgain() {
        var cadre = union.cadre(union.city());
        try (var keeper = Chromium.visitor(address, 1440);
                var invited = Chromium.visitor(address, 390)) {
            keeper.signIn(union.account("security-admin", null));
            keeper.open("/access/accounts/new?q=" + cadre.name());
            keeper.shoot("account-new-1440");
            var login = keeper.page.locator("[name=login]").first().inputValue();
            keeper.page.locator("tbody form button").first().click();
            assertThat(keeper.page.locator("#link")).containsText("/invitation/");
            keeper.shoot("account-link-1440");
            var link = keeper.page.locator("#link").textContent();

            invited.page.navigate(link);
            invited.shoot("invitation-390");
            assertThat(invited.overflow()).isZero();
            choose(invited, "short-1A", "short-1A");
            assertThat(invited.page.locator("[role=alert]")).containsText("10 到 128");
            choose(invited, CHOSEN, CHOSEN);
            assertThat(invited.page).hasURL(Pattern.compile(".*/sign-in"));
            invited.signIn(login, CHOSEN);
            invited.open("/account");
            assertThat(invited.page.locator("main")).containsText("这台设备");
            assertThat(invited.overflow()).isZero();
            invited.shoot("account-390");

            keeper.page
                    .locator("main a.btn", new Page.LocatorOptions().setHasText("完成"))
                    .click();
            keeper.shoot("account-kept-1440");
            keeper.page.locator("[name=reason]").fill("调离");
            keeper.page.locator("form[action$='/disable'] button").click();
            assertThat(keeper.page.locator("main .st").first()).containsText("已停用");
            invited.open("/account");
            assertThat(invited.page).hasURL(Pattern.compile(".*/sign-in"));
            assertThat(keeper.complaints()).isEmpty();
            // the page that was refused is told with 422, which Chromium puts on its console
            assertThat(invited.complaints()).allMatch(text -> text.contains("422"));
        }
    }

    @Test
    void sessionsElsewhereAreSeenAndEnded() {
        var account = union.account("audit-admin", null);
        try (var desk = Chromium.visitor(address, 1440);
                var elsewhere = Chromium.visitor(address, 1440)) {
            elsewhere.signIn(account);
            desk.signIn(account);
            desk.open("/account");
            assertThat(desk.page.locator("form[action$='/end'] button")).hasCount(1);
            desk.shoot("account-1440");
            desk.page.locator("form[action$='/end-others'] button").click();
            assertThat(desk.page.locator("form[action$='/end'] button")).hasCount(0);
            elsewhere.open("/access/sign-ins");
            assertThat(elsewhere.page).hasURL(Pattern.compile(".*/sign-in"));
            desk.open("/account/second-factor");
            desk.shoot("second-factor-own-1440");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void onesOwnPhoneIsChangedOnThePhone() {
        var account = union.account("union-chair", union.city());
        var number = Numbers.phone();
        try (var phone = Chromium.visitor(address, 390);
                var desk = Chromium.visitor(address, 1440)) {
            phone.signIn(account.login(), Union.PASSWORD);
            phone.open("/account");
            phone.page.locator("a[href='/account/contact']").click();
            phone.page.locator("[name=phone]").fill("12345");
            phone.page.locator("[name=now]").fill(Union.PASSWORD);
            phone.page.locator(".actbar .btn-primary").click();
            assertThat(phone.page.locator("#problems")).containsText("手机号不对");
            phone.shoot("own-contact-wrong-390");
            phone.page.locator("[name=phone]").fill(number);
            phone.page.locator("[name=email]").fill("chair@example.org");
            phone.page.locator("[name=now]").fill(Union.PASSWORD);
            phone.page.locator(".actbar .btn-primary").click();
            assertThat(phone.page.locator("main")).containsText(Masks.number(number));
            assertThat(phone.page.locator("main")).not().containsText(number);
            assertThat(phone.overflow()).isZero();
            phone.shoot("own-contact-account-390");
            phone.open("/account/contact");
            phone.shoot("own-contact-390");
            assertThat(phone.overflow()).isZero();

            desk.signIn(account.login(), Union.PASSWORD);
            desk.open("/account");
            desk.shoot("own-contact-account-1440");
            desk.open("/account/contact");
            desk.shoot("own-contact-1440");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private static void choose(Chromium.Visitor visitor, String next, String again) {
        visitor.page.locator("[name=next]").fill(next);
        visitor.page.locator("[name=again]").fill(again);
        visitor.page.locator("main button.btn-primary").click();
    }
}
